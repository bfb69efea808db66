using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace CrowdDx.Hosting.Database;

/// <summary>
/// Lets one writer of this process at a time into a SQLite file: from before <c>BEGIN IMMEDIATE</c> to commit or rollback, and around
/// single statements. SQLite's own wait is coarse (it sleeps and asks again), and unfair; this one is a queue.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Disposed, a semaphore forgets who waits: what still writes as the host stops would wait for ever. It holds no handle.")]
internal sealed class SqliteWriteGate
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ConcurrentDictionary<DbConnection, bool> _inside = new();

    public async ValueTask EnterAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (_inside.ContainsKey(connection))
            return;
        if (!await _gate.WaitAsync(Patience, cancellationToken))
            throw TooLong();
        _inside[connection] = true;
    }

    public void Enter(DbConnection connection)
    {
        if (_inside.ContainsKey(connection))
            return;
        if (!_gate.Wait(Patience))
            throw TooLong();
        _inside[connection] = true;
    }

    public void Leave(DbConnection? connection)
    {
        if (connection is not null && _inside.TryRemove(connection, out _))
            _gate.Release();
    }

    private static TimeoutException TooLong()
        => new($"The database file was not free for writing within {Patience.TotalSeconds:0} s. Something awaits more than the database inside a transaction.");
}
