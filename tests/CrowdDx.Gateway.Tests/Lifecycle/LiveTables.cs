using System.Text;

using CrowdDx.Testing;

using Microsoft.Data.Sqlite;

namespace CrowdDx.Gateway.Tests.Lifecycle;

/// <summary>Looks into the database file as whoever got hold of it would.</summary>
internal static class LiveTables
{
    /// <summary>Where a word stands: table and column of every row that holds it.</summary>
    public static IReadOnlyList<string> Holding(CrowdDxApplication app, string word)
    {
        using var connection = Open(app);
        var found = new List<string>();
        foreach (var table in Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table'", row => row.GetString(0)))
        {
            found.AddRange(Read(connection, $"SELECT * FROM \"{table}\"", row => Enumerable.Range(0, row.FieldCount)
                .Where(i => TextOf(row.GetValue(i)).Contains(word, StringComparison.OrdinalIgnoreCase))
                .Select(i => $"{table}.{row.GetName(i)}").ToList()).SelectMany(columns => columns));
        }
        return found;
    }

    public static List<T> Read<T>(CrowdDxApplication app, string sql, Func<SqliteDataReader, T> select)
    {
        using var connection = Open(app);
        return Read(connection, sql, select);
    }

    public static void Execute(CrowdDxApplication app, string sql)
    {
        using var connection = Open(app);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static List<T> Read<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> select)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(select(reader));
        return rows;
    }

    private static string TextOf(object value) => value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : value.ToString() ?? "";

    private static SqliteConnection Open(CrowdDxApplication app)
    {
        var connection = new SqliteConnection($"Data Source={app.DatabaseFile}");
        connection.Open();
        return connection;
    }
}
