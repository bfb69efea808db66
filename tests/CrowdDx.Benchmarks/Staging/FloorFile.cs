using Microsoft.Data.Sqlite;

namespace CrowdDx.Benchmarks.Staging;

/// <summary>A SQLite file that nothing but a floor writes to, through Microsoft.Data.Sqlite, with the service's own pragmas.</summary>
internal sealed class FloorFile : IDisposable
{
    public FloorFile(string file)
    {
        Connection = new($"Data Source={file};Pooling=False");
        Connection.Open();
        using var pragmas = Connection.CreateCommand();
        pragmas.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16000;";
        pragmas.ExecuteNonQuery();
    }

    public SqliteConnection Connection { get; }

    /// <summary>A statement whose parameters are in the order given.</summary>
    public SqliteCommand Command(string sql, params (string Name, object? Value)[] parameters)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    public void Dispose() => Connection.Dispose();
}
