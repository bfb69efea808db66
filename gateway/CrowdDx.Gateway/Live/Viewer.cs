using System.Net.ServerSentEvents;
using System.Threading.Channels;

using CrowdDx.Data.Requests;

namespace CrowdDx.Gateway.Live;

/// <summary>One open stream. It holds the newest state only: who reads slowly skips states, and loses none that still holds.</summary>
internal sealed class Viewer(Caller caller)
{
    private readonly Channel<SseItem<string>> _states = Channel.CreateBounded<SseItem<string>>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public Caller Caller { get; } = caller;

    /// <summary>Whether board states may go to this viewer. Set once the look is committed.</summary>
    public bool IsSighted { get; set; }

    public ChannelReader<SseItem<string>> States => _states.Reader;

    public void Send(SseItem<string> state) => _states.Writer.TryWrite(state);

    public void End() => _states.Writer.TryComplete();
}
