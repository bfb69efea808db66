using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CrowdDx.Hosting.Database;

/// <summary>
/// Lets one process at a time migrate a SQLite file. EF Core's own lock there is a row, which a killed process leaves behind for ever; the lock of a
/// file beside the database ends with its process, and whoever holds it may remove such a row.
/// </summary>
internal static class SqliteMigrationLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static async Task<IAsyncDisposable> TakeAsync(DatabaseFacade database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var file = new SqliteConnectionStringBuilder(database.GetConnectionString()).DataSource + ".migrating";
        FileStream? held = null;
        while (held is null)
        {
            try
            {
                held = new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(Pause, clock, cancellationToken);
            }
        }
        await RemoveLeftRowAsync(database, cancellationToken);
        return held;
    }

    private static async Task RemoveLeftRowAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        var tables = await database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellationToken);
        if (tables > 0)
            await database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancellationToken);
    }
}
