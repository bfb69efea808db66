using CrowdDx.Migrations.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Testing.Databases;

/// <summary>A file in a folder of its own.</summary>
public sealed class SqliteTestDatabase : TestDatabase
{
    private readonly Lazy<string> _folder = new(() => Directory.CreateTempSubdirectory("crowddx-").FullName);

    public string File => Path.Combine(_folder.Value, "crowddx.db");

    public override string Provider => "Sqlite";

    public override string ConnectionString => $"Data Source={File}";

    protected override void Use(DbContextOptionsBuilder options) => options.UseCrowdDxSqlite(ConnectionString);

    protected override void Remove()
    {
        if (!_folder.IsValueCreated)
            return;
        // What ran as the service stopped may still close its files.
        if (!SpinWait.SpinUntil(TryRemove, TimeSpan.FromSeconds(10)))
            throw new IOException($"{_folder.Value} is still written to 10 s after the service stopped.");
    }

    private bool TryRemove()
    {
        try
        {
            SqliteConnection.ClearAllPools();
            if (Directory.Exists(_folder.Value))
                Directory.Delete(_folder.Value, recursive: true);
            return true;
        }
        catch (IOException) when (Directory.Exists(_folder.Value))
        {
            return false;
        }
    }
}
