using CrowdDx.Data;
using CrowdDx.Hosting.Messaging;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CrowdDx.Hosting.Database;

/// <summary>Registers the one database.</summary>
public static class DatabaseRegistration
{
    /// <summary>Adds the context for the configured provider and, unless <c>Database:Migrate</c> is false, brings the schema up to date at start.</summary>
    public static IHostApplicationBuilder AddDatabase(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<DatabaseOptions>().BindConfiguration("Database").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SqliteWriteGate>();
        services.AddSingleton<OutboxHandOver>();
        services.AddDbContext<CrowdDxDbContext>(Configure, optionsLifetime: ServiceLifetime.Singleton);
        services.AddHostedService<SchemaMigration>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
        return builder;
    }

    private static void Configure(IServiceProvider services, DbContextOptionsBuilder context)
    {
        var options = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        context.AddInterceptors(services.GetRequiredService<OutboxHandOver>());
        switch (options.Provider)
        {
            case DatabaseProvider.Sqlite:
                MakeFolder(options.ConnectionString);
                var gate = services.GetRequiredService<SqliteWriteGate>();
                context
                    .UseSqlite(options.ConnectionString, sqlite => sqlite.MigrationsAssembly("CrowdDx.Migrations.Sqlite"))
                    .AddInterceptors(new SqlitePragmas(), new SqliteTransactionGate(gate), new SqliteStatementGate(gate));
                break;
            case DatabaseProvider.SqlServer:
            case DatabaseProvider.PostgreSql:
            default:
                throw new OptionsValidationException(
                    nameof(DatabaseOptions), typeof(DatabaseOptions), [$"Database:Provider is {options.Provider}; this build has migrations for Sqlite only."]);
        }
    }

    private static void MakeFolder(string connectionString)
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
    }
}

/// <summary>Brings the schema up to date before anything else starts.</summary>
internal sealed class SchemaMigration(IServiceScopeFactory scopes, IOptions<DatabaseOptions> options) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Migrate)
            return;
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CrowdDxDbContext>().Database.MigrateAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
