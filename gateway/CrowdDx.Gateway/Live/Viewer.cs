using System.Net.ServerSentEvents;
using System.Threading.Channels;

using CrowdDx.Data.Requests;

namespace CrowdDx.Gateway.Live;

/// <summary>
/// One open stream. It holds the newest state only: who reads slowly skips states, and loses none that still holds. States are read side by side,
/// so one that was overtaken is not sent after a newer one.
/// </summary>
internal sealed class Viewer(Caller caller)
{
    private readonly Channel<SseItem<string>> _states = Channel.CreateBounded<SseItem<string>>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly Lock _order = new();
    private string? _lastId;

    public Caller Caller { get; } = caller;

    /// <summary>Whether board states may go to this viewer. Set once the look is committed.</summary>
    public bool IsSighted { get; set; }

    public ChannelReader<SseItem<string>> States => _states.Reader;

    public void Send(SseItem<string> state)
    {
        lock (_order)
        {
            if (LiveState.IsOvertaken(state, _lastId))
                return;
            _lastId = state.EventId;
            _states.Writer.TryWrite(state);
        }
    }

    public void End() => _states.Writer.TryComplete();
}
