namespace CrowdDx.Data.Concurrency;

/// <summary>
/// Runs work for a key one at a time, and at most one more waits: whoever asks while one waits shares that one, since it has not read anything yet.
/// A hundred answers that arrive during one pooling so cost one pooling more.
/// </summary>
public sealed class Coalescer<TKey> where TKey : notnull
{
    private readonly Dictionary<TKey, Line> _lines = [];

    /// <summary>Completes when work for the key that started after this call has ended; throws what it threw.</summary>
    public Task RunAsync(TKey key, Func<Task> work)
    {
        lock (_lines)
        {
            if (!_lines.TryGetValue(key, out var line))
            {
                _lines[key] = line = new();
                return line.Running = LeadAsync(key, line, before: null, work);
            }
            return line.Waiting ??= LeadAsync(key, line, line.Running, work);
        }
    }

    private async Task LeadAsync(TKey key, Line line, Task? before, Func<Task> work)
    {
        // Leaves the lock of the caller before anything runs.
        await Task.Yield();
        if (before is not null)
        {
            await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            lock (_lines)
                (line.Running, line.Waiting) = (line.Waiting!, null);
        }
        try
        {
            await work();
        }
        finally
        {
            lock (_lines)
            {
                if (line.Waiting is null)
                    _lines.Remove(key);
            }
        }
    }

    private sealed class Line
    {
        public Task Running { get; set; } = Task.CompletedTask;

        public Task? Waiting { get; set; }
    }
}
