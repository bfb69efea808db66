using CrowdDx.Data;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Testing.Databases;

/// <summary>
/// A fresh database that nobody else uses: a SQLite file, or, where <c>CROWDDX_TEST_DATABASE</c> is <c>PostgreSql</c> or <c>SqlServer</c>, one on the
/// server that <c>CROWDDX_TEST_POSTGRESQL</c> or <c>CROWDDX_TEST_SQLSERVER</c> is the connection string of.
/// </summary>
public abstract class TestDatabase : IDisposable
{
    public const string PostgreSqlVariable = "CROWDDX_TEST_POSTGRESQL";
    public const string SqlServerVariable = "CROWDDX_TEST_SQLSERVER";
    private const string ProviderVariable = "CROWDDX_TEST_DATABASE";

    /// <summary>Value of <c>Database:Provider</c>.</summary>
    public abstract string Provider { get; }

    /// <summary>Value of <c>Database:ConnectionString</c>.</summary>
    public abstract string ConnectionString { get; }

    /// <summary>One of the kind that this run is about.</summary>
    public static TestDatabase Create()
        => Environment.GetEnvironmentVariable(ProviderVariable) switch
        {
            null or "" or "Sqlite" => new SqliteTestDatabase(),
            "PostgreSql" => new PostgreSqlTestDatabase(),
            "SqlServer" => new SqlServerTestDatabase(),
            var other => throw new InvalidOperationException($"{ProviderVariable} is {other}; it may be Sqlite, PostgreSql or SqlServer."),
        };

    /// <summary>A context as the service would have it, but for SQLite's write gate.</summary>
    public CrowdDxDbContext Open(Action<DbContextOptionsBuilder>? configure = null)
    {
        var options = new DbContextOptionsBuilder<CrowdDxDbContext>();
        Use(options);
        configure?.Invoke(options);
        return new(options.Options, TimeProvider.System);
    }

    /// <summary>Removes it, whoever is still connected.</summary>
    public void Dispose()
    {
        Remove();
        GC.SuppressFinalize(this);
    }

    internal static string Required(string variable)
        => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : throw new InvalidOperationException($"{variable} is not set.");

    protected abstract void Use(DbContextOptionsBuilder options);

    protected abstract void Remove();
}
