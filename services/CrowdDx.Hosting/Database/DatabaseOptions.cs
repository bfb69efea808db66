using System.Data.Common;

using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CrowdDx.Hosting.Database;

/// <summary>Where data is kept. Configuration section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>Kind of database.</summary>
    /// <value>Default: <see cref="DatabaseProvider.Sqlite"/>.</value>
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>ADO.NET connection string. For SQLite it names the file, whose folder is made where missing; a server must be given one.</summary>
    /// <value>Default: <c>Data Source=data/crowddx.db</c> for SQLite; none for a server.</value>
    public string? ConnectionString { get; init; }

    /// <summary>Whether this process brings the schema up to date as it starts. Without, it needs no more than the rights to read and write.</summary>
    /// <value>Default: <c>true</c>.</value>
    public bool Migrate { get; init; } = true;

    /// <summary>The connection string given, or SQLite's default.</summary>
    internal string Connection => ConnectionString ?? "Data Source=data/crowddx.db";
}

/// <summary>Kinds of database.</summary>
public enum DatabaseProvider
{
    /// <summary>A file, for one process.</summary>
    Sqlite = 0,

    /// <summary>Microsoft SQL Server.</summary>
    SqlServer = 1,

    /// <summary>PostgreSQL.</summary>
    PostgreSql = 2,
}

/// <summary>Refuses, at start, a connection string that is missing or another database's.</summary>
internal sealed class DatabaseOptionsCheck : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Connection) || (options.ConnectionString is null && options.Provider != DatabaseProvider.Sqlite))
            return ValidateOptionsResult.Fail($"Database:ConnectionString is missing. Database:Provider is {options.Provider}, which wants one like {ExampleOf(options.Provider)}.");
        try
        {
            Read(options);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException or InvalidCastException)
        {
            return ValidateOptionsResult.Fail(
                $"Database:ConnectionString is not one for Database:Provider {options.Provider} ({exception.Message}). It looks like {ExampleOf(options.Provider)}.");
        }
        // The driver would say so only when it opens a connection, and would say it in its own words for ever.
        if (options.Provider == DatabaseProvider.SqlServer && IsWithoutCultures)
        {
            return ValidateOptionsResult.Fail(
                "Database:Provider is SqlServer, whose driver does not work in a program built for invariant globalisation. Build with -p:InvariantGlobalization=false; the system needs ICU.");
        }
        return ValidateOptionsResult.Success;
    }

    private static bool IsWithoutCultures => AppContext.TryGetSwitch("System.Globalization.Invariant", out var invariant) && invariant;

    private static DbConnectionStringBuilder Read(DatabaseOptions options)
        => options.Provider switch
        {
            DatabaseProvider.Sqlite => new SqliteConnectionStringBuilder(options.Connection),
            DatabaseProvider.SqlServer => new SqlConnectionStringBuilder(options.Connection),
            DatabaseProvider.PostgreSql => new NpgsqlConnectionStringBuilder(options.Connection),
        };

    private static string ExampleOf(DatabaseProvider provider)
        => provider switch
        {
            DatabaseProvider.Sqlite => "Data Source=data/crowddx.db",
            DatabaseProvider.SqlServer => "Server=db;Database=crowddx;User ID=crowddx;Password=…;Encrypt=True",
            DatabaseProvider.PostgreSql => "Host=db;Database=crowddx;Username=crowddx;Password=…",
        };
}
