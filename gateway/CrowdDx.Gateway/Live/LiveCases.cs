using System.Collections.Concurrent;
using System.Collections.Immutable;

using CrowdDx.Aggregation.Boards;
using CrowdDx.Data.Cases;
using CrowdDx.Data.Concurrency;

namespace CrowdDx.Gateway.Live;

/// <summary>The streams that are open in this process, by case, and what news does to them.</summary>
internal sealed class LiveCases(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<Guid, ImmutableHashSet<Viewer>> _watched = new();
    private readonly ConcurrentDictionary<Guid, int> _streams = new();
    private readonly Coalescer<Guid> _broadcasts = new();

    /// <summary>Adds a viewer until what is given back is disposed of; null where the account has as many streams as it may.</summary>
    public IDisposable? TryAdd(Guid caseId, Viewer viewer, int mostOfAccount)
    {
        if (_streams.AddOrUpdate(viewer.Caller.Id, 1, (_, count) => count + 1) > mostOfAccount)
        {
            Forget(viewer.Caller.Id);
            return null;
        }
        _watched.AddOrUpdate(caseId, [viewer], (_, viewers) => viewers.Add(viewer));
        return new Watch(this, caseId, viewer);
    }

    /// <summary>The board moved: those who may see it get the new state, the blind get nothing.</summary>
    public Task BoardMovedAsync(Guid caseId) => SendAsync(caseId, toBlind: false);

    /// <summary>The case itself changed: everybody gets the state that is theirs.</summary>
    public Task CaseChangedAsync(Guid caseId) => SendAsync(caseId, toBlind: true);

    /// <summary>An expert answered or declined: that expert's streams become sighted, once the look is committed.</summary>
    public async Task OpenedAsync(Guid caseId, Guid expertId, CancellationToken cancellationToken)
    {
        var own = Viewers(caseId).Where(v => v.Caller.Id == expertId && !v.IsSighted).ToList();
        if (own.Count == 0)
            return;
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<BoardAccess>().RecordAsync(caseId, expertId, cancellationToken);
        var state = await scope.ServiceProvider.GetRequiredService<LiveState>().ReadAsync(caseId, sighted: true, cancellationToken);
        foreach (var viewer in own)
        {
            viewer.IsSighted = true;
            viewer.Send(state);
        }
    }

    /// <summary>The case was withdrawn, hidden or closed to experts: streams of those who may no longer see it end.</summary>
    public async Task VisibilityChangedAsync(Guid caseId, CancellationToken cancellationToken)
    {
        foreach (var viewer in Viewers(caseId))
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<CaseAccess>().SeeAsync(viewer.Caller, caseId, reason: null, cancellationToken) is null)
                viewer.End();
        }
    }

    private Task SendAsync(Guid caseId, bool toBlind)
        => Viewers(caseId).IsEmpty ? Task.CompletedTask : toBlind ? BroadcastAsync(caseId, toBlind) : _broadcasts.RunAsync(caseId, () => BroadcastAsync(caseId, toBlind));

    private async Task BroadcastAsync(Guid caseId, bool toBlind)
    {
        await using var scope = scopes.CreateAsyncScope();
        var state = scope.ServiceProvider.GetRequiredService<LiveState>();
        var viewers = Viewers(caseId);
        if (viewers.Any(v => v.IsSighted))
        {
            var sighted = await state.ReadAsync(caseId, sighted: true, CancellationToken.None);
            foreach (var viewer in viewers.Where(v => v.IsSighted))
                viewer.Send(sighted);
        }
        if (toBlind && viewers.Any(v => !v.IsSighted))
        {
            var blind = await state.ReadAsync(caseId, sighted: false, CancellationToken.None);
            foreach (var viewer in viewers.Where(v => !v.IsSighted))
                viewer.Send(blind);
        }
    }

    private ImmutableHashSet<Viewer> Viewers(Guid caseId) => _watched.GetValueOrDefault(caseId, []);

    private void Remove(Guid caseId, Viewer viewer)
    {
        var left = _watched.AddOrUpdate(caseId, [], (_, viewers) => viewers.Remove(viewer));
        if (left.IsEmpty)
            _watched.TryRemove(new(caseId, left));
        Forget(viewer.Caller.Id);
    }

    private void Forget(Guid accountId)
    {
        if (_streams.AddOrUpdate(accountId, 0, (_, count) => count - 1) == 0)
            _streams.TryRemove(new(accountId, 0));
    }

    private sealed class Watch(LiveCases live, Guid caseId, Viewer viewer) : IDisposable
    {
        public void Dispose() => live.Remove(caseId, viewer);
    }
}
