using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrowdDx.Hosting.Database;

/// <summary>What a host awaits before it runs.</summary>
public static class SchemaStart
{
    private static readonly TimeSpan HeadStart = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Until the database has the schema of this version. Where that takes longer than a moment, the host's addresses answer 503 meanwhile, but for
    /// <c>/health/live</c>, and so a balancer knows that the host is there and not ready.
    /// </summary>
    /// <exception cref="OptionsValidationException">The configuration cannot work; said before anything is waited for.</exception>
    /// <exception cref="InvalidOperationException">The schema is behind, and <c>Database:Migrate</c> is false.</exception>
    public static async Task WaitForSchemaAsync(this WebApplication app)
    {
        app.Services.GetService<IStartupValidator>()?.Validate();
        var clock = app.Services.GetRequiredService<TimeProvider>();
        var ready = app.Services.GetRequiredService<SchemaMigration>().PrepareAsync(CancellationToken.None);
        if (await Task.WhenAny(ready, Task.Delay(HeadStart, clock, CancellationToken.None)) != ready)
        {
            await using var room = await WaitingRoom.OpenAsync(app.Configuration);
            await ready;
        }
        await ready;
    }
}
