using CrowdDx.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CrowdDx.Testing;

public sealed partial class CrowdDxApplication
{
    /// <summary>Looks into the database, or writes what no request would; for tests of the machinery, which has no HTTP face.</summary>
    public async Task<T> InDatabaseAsync<T>(Func<CrowdDxDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<CrowdDxDbContext>());
    }

    /// <summary>Stores rows as they are, without announcing anything.</summary>
    public Task StoreAsync(params IEnumerable<object> rows)
        => InDatabaseAsync(db =>
        {
            db.AddRange(rows);
            return db.SaveChangesAsync();
        });
}
