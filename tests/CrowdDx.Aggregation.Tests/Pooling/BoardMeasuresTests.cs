using System.Diagnostics.Metrics;

using CrowdDx.Aggregation.Pooling;
using Microsoft.Extensions.DependencyInjection;

namespace CrowdDx.Aggregation.Tests.Pooling;

/// <summary>A case's first answer is measured once, and each answer's way to the board once, whatever else makes a version.</summary>
public sealed class BoardMeasuresTests : IDisposable
{
    private static readonly DateTimeOffset Posted = new(2026, 1, 2, 3, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly MeterListener _listener = new();
    private readonly List<string> _measured = [];
    private readonly BoardMeasures _measures;

    public BoardMeasuresTests()
    {
        var meters = _services.GetRequiredService<IMeterFactory>();
        _measures = new(meters, new StoppedClock(Posted.AddSeconds(100)));
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == meters)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => _measured.Add($"{instrument.Name} {value:0}"));
        _listener.Start();
    }

    [Fact]
    public void Version_ThatIsTheFirst_MeasuresTheFirstAnswerAndTheLatest()
    {
        _measures.Pooled(Posted, before: null, [Answer(at: 40), Answer(at: 97)]);
        Assert.Equal(["crowddx.board.latency 3", "crowddx.answer.first 40"], _measured);
    }

    [Fact]
    public void Version_OfALaterAnswer_MeasuresThatAlone()
    {
        _measures.Pooled(Posted, before: Posted.AddSeconds(50), [Answer(at: 40), Answer(at: 98)]);
        Assert.Equal(["crowddx.board.latency 2"], _measured);
    }

    [Fact]
    public void Version_AfterAnErasure_MeasuresNothing()
    {
        _measures.Pooled(Posted, before: Posted.AddSeconds(50), [Answer(at: 40)]);
        _measures.Pooled(Posted, before: Posted.AddSeconds(50), []);
        Assert.Empty(_measured);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _services.Dispose();
    }

    private static ListedAnswer Answer(int at)
        => new(Guid.CreateVersion7(), Version: 1, Posted.AddSeconds(at), SawBoard: false, Late: false, CaseRevision: 1, Groups: [], Dangerous: [], Terminology: []);

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
