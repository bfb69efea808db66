using System.Net.ServerSentEvents;
using System.Threading.Channels;

using CrowdDx.Data.Requests;

namespace CrowdDx.Gateway.Live;

/// <summary>
/// One open stream. It holds the newest state only: who reads slowly skips states, and loses none that still holds. States are read side by side,
/// so one that was overtaken is not sent after a newer one; and news may come twice, or after the state it tells of was read, so none is sent again.
/// </summary>
internal sealed class Viewer(Caller caller)
{
    private readonly Channel<SseItem<string>> _states = Channel.CreateBounded<SseItem<string>>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly Lock _order = new();
    private SseItem<string>? _last;

    public Caller Caller { get; } = caller;

    /// <summary>Whether board states may go to this viewer. Set once the look is committed.</summary>
    public bool IsSighted { get; set; }

    public ChannelReader<SseItem<string>> States => _states.Reader;

    public void Send(SseItem<string> state)
    {
        lock (_order)
        {
            if (_last is { } last && (LiveState.IsOvertaken(state, last.EventId) || state.Data == last.Data))
                return;
            _last = state;
            _states.Writer.TryWrite(state);
        }
    }

    /// <summary>Takes note that the client has a state, as one who comes back does.</summary>
    public void Has(SseItem<string> state)
    {
        lock (_order)
            _last ??= state;
    }

    public void End() => _states.Writer.TryComplete();
}
