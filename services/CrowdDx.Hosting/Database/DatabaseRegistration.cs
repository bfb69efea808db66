using CrowdDx.Data;
using CrowdDx.Hosting.Health;
using CrowdDx.Hosting.Messaging;
using CrowdDx.Hosting.Telemetry;
using CrowdDx.Migrations.PostgreSql;
using CrowdDx.Migrations.Sqlite;
using CrowdDx.Migrations.SqlServer;
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
        services.AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseOptionsCheck>();
        services.AddOptions<DatabaseOptions>().BindConfiguration("Database").ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SqliteWriteGate>();
        services.AddSingleton<OutboxHandOver>();
        services.AddDbContext<CrowdDxDbContext>(Configure, optionsLifetime: ServiceLifetime.Singleton);
        services.AddSingleton<SchemaMigration>().AddHostedService(provider => provider.GetRequiredService<SchemaMigration>());
        services.AddDatabaseHealth();
        return builder;
    }

    // The one place that knows which database it is.
    private static void Configure(IServiceProvider services, DbContextOptionsBuilder context)
    {
        var options = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        context.AddInterceptors(services.GetRequiredService<OutboxHandOver>());
        _ = options.Provider switch
        {
            DatabaseProvider.Sqlite => UseSqlite(context, options.Connection, services.GetRequiredService<SqliteWriteGate>()),
            DatabaseProvider.SqlServer => context.UseCrowdDxSqlServer(options.Connection).AddInterceptors(new StatementSpans("microsoft.sql_server")),
            DatabaseProvider.PostgreSql => context.UseCrowdDxPostgreSql(options.Connection),
        };
    }

    private static DbContextOptionsBuilder UseSqlite(DbContextOptionsBuilder context, string connection, SqliteWriteGate gate)
    {
        var file = new SqliteConnectionStringBuilder(connection).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        return context.UseCrowdDxSqlite(connection).AddInterceptors(new SqlitePragmas(), new SqliteTransactionGate(gate), new SqliteStatementGate(gate), new StatementSpans("sqlite"));
    }
}
