using CrowdDx.Migrations.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CrowdDx.Testing.Databases;

/// <summary>A database on the server under test, copied from one that was migrated once.</summary>
public sealed class PostgreSqlTestDatabase : TestDatabase
{
    private static readonly Lazy<string> Template = new(MakeTemplate);
    private static readonly Lock OneCopyAtATime = new();

    private readonly bool _isElsewhere;
    private readonly Lazy<string> _connection;

    /// <param name="migrated">False for an empty one.</param>
    /// <param name="made">False for a name that the server has no database of.</param>
    /// <param name="server">Connection string of another server, on which the service makes it; gone with that server.</param>
    public PostgreSqlTestDatabase(bool migrated = true, bool made = true, string? server = null)
    {
        _isElsewhere = server is not null;
        _connection = new(() =>
        {
            var name = $"crowddx_{Guid.CreateVersion7():N}";
            if (made && server is null)
                Make(name, migrated ? Template.Value : "template1");
            return With(server ?? Required(PostgreSqlVariable), with => with.Database = name);
        });
    }

    /// <summary>Whether this run has a server.</summary>
    public static bool IsThere => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(PostgreSqlVariable));

    public override string Provider => "PostgreSql";

    public override string ConnectionString => _connection.Value;

    /// <summary>The server's own connection string with some parts replaced.</summary>
    public static string Server(Action<NpgsqlConnectionStringBuilder> change) => With(Required(PostgreSqlVariable), change);

    /// <summary>Runs a statement as the server's owner.</summary>
    public static void Execute(string statement, string? database = null)
    {
        using var connection = new NpgsqlConnection(Server(server => (server.Pooling, server.Database) = (false, database ?? server.Database)));
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names cannot be parameters; these are made here.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    protected override void Use(DbContextOptionsBuilder options) => options.UseCrowdDxPostgreSql(ConnectionString);

    protected override void Remove()
    {
        if (!_connection.IsValueCreated)
            return;
        using (var pool = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(pool);
        if (!_isElsewhere)
            Execute($"DROP DATABASE IF EXISTS \"{new NpgsqlConnectionStringBuilder(ConnectionString).Database}\" WITH (FORCE)");
    }

    private static string With(string server, Action<NpgsqlConnectionStringBuilder> change)
    {
        // Enough for one application, and few enough for many of them side by side.
        var builder = new NpgsqlConnectionStringBuilder(server) { MaxPoolSize = 25, IncludeErrorDetail = true };
        change(builder);
        return builder.ConnectionString;
    }

    private static void Make(string name, string template)
    {
        lock (OneCopyAtATime)
            Execute($"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\"");
    }

    private static string MakeTemplate()
    {
        var name = $"crowddx_template_{Guid.CreateVersion7():N}";
        var options = new DbContextOptionsBuilder<Data.CrowdDxDbContext>();
        options.UseCrowdDxPostgreSql(Server(server => (server.Pooling, server.Database) = (false, name)));
        using var db = new Data.CrowdDxDbContext(options.Options, TimeProvider.System);
        db.Database.Migrate();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Execute($"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)");
        return name;
    }
}

/// <summary>A test of what only PostgreSQL has; <c>tests/run.sh</c> always starts one.</summary>
public sealed class PostgreSqlFactAttribute : Xunit.FactAttribute
{
    public PostgreSqlFactAttribute()
    {
        if (!PostgreSqlTestDatabase.IsThere)
            Skip = $"{TestDatabase.PostgreSqlVariable} is not set; tests/run.sh sets it.";
    }
}
