using CrowdDx.Hosting.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CrowdDx.Hosting.Commands;

/// <summary>
/// <c>migrate</c> as the first argument: brings the schema up to date, whatever <c>Database:Migrate</c> says, and ends. For sites where one job has the right to,
/// and all else waits for it.
/// </summary>
public static class MigrateCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Whether the arguments ask for it.</summary>
    public static bool IsAsked(string[] args) => args is ["migrate", ..];

    /// <summary>Waits up to five minutes for a server that is away, or that does not know the account yet.</summary>
    /// <returns>The exit code: 0 where the schema is up to date.</returns>
    public static async Task<int> RunAsync(WebApplication app)
    {
        await app.Services.GetRequiredService<SchemaMigration>().MigrateAsync(Patience, CancellationToken.None);
        await Console.Out.WriteLineAsync("The schema of the database is up to date.");
        return 0;
    }
}
