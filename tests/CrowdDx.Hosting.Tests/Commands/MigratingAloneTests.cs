using CrowdDx.Data;
using CrowdDx.Hosting.Commands;
using CrowdDx.Hosting.Database;
using CrowdDx.Testing;
using CrowdDx.Testing.Databases;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CrowdDx.Hosting.Tests.Commands;

/// <summary>The job that brings the schema up to date before anything else starts.</summary>
public sealed class MigratingAloneTests : IDisposable
{
    private readonly string _role = $"crowddx_{Guid.CreateVersion7():N}";
    private readonly RecordedLog _log = new();

    [PostgreSqlFact]
    public async Task Job_WaitsForTheAccount_MigratesWhateverTheOptionSays_AndFindsItDoneTheNextTime()
    {
        await using var app = Build();
        var job = MigrateCommand.RunAsync(app);
        await Eventually.HoldsAsync(() => Task.FromResult(_log.Lines.Any(line => line.Contains("Waiting for the database", StringComparison.Ordinal))), "the server to refuse");

        PostgreSqlTestDatabase.Execute($"CREATE ROLE {_role} LOGIN CREATEDB PASSWORD 'secret'");

        Assert.Equal(0, await job);
        Assert.Equal(0, await MigrateCommand.RunAsync(app));
        await using var scope = app.Services.CreateAsyncScope();
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<CrowdDxDbContext>().Database.GetPendingMigrationsAsync());
    }

    [PostgreSqlFact]
    public async Task Job_WhoseAccountIsNeverMade_GivesUp()
    {
        await using var app = Build();

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => app.Services.GetRequiredService<SchemaMigration>().MigrateAsync(TimeSpan.FromSeconds(1), CancellationToken.None));

        Assert.Contains(_role, failure.GetBaseException().Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        if (!PostgreSqlTestDatabase.IsThere)
            return;
        NpgsqlConnection.ClearAllPools();
        PostgreSqlTestDatabase.Execute($"DROP DATABASE IF EXISTS {_role} WITH (FORCE)");
        PostgreSqlTestDatabase.Execute($"DROP ROLE IF EXISTS {_role}");
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Database:Provider"] = nameof(DatabaseProvider.PostgreSql);
        builder.Configuration["Database:Migrate"] = "false";
        builder.Configuration["Database:ConnectionString"] = PostgreSqlTestDatabase.Server(server => (server.Username, server.Password, server.Database) = (_role, "secret", _role));
        builder.Logging.ClearProviders().AddProvider(_log);
        builder.AddServiceDefaults();
        builder.AddDatabase();
        return builder.Build();
    }
}
