using System.Collections.Concurrent;

namespace CrowdDx.Cli.Service;

/// <summary>Who is to be quiet until when: a Retry-After holds for all requests of that key, not only for the one that was refused.</summary>
internal sealed class Pauses(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    /// <summary>The service asked for a pause.</summary>
    public void Ask(string key, TimeSpan pause)
    {
        var until = clock.GetUtcNow() + pause;
        _until.AddOrUpdate(key, until, (_, earlier) => earlier > until ? earlier : until);
    }

    /// <summary>Waits until nothing is to be waited for.</summary>
    public async Task WaitAsync(string key, CancellationToken cancellationToken)
    {
        while (_until.TryGetValue(key, out var until) && until - clock.GetUtcNow() is var left && left > TimeSpan.Zero)
            await Task.Delay(left, clock, cancellationToken);
    }
}
