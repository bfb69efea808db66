using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CrowdDx.Testing.Telemetry;

/// <summary>Hears every span and every value that this process makes, whoever makes it, and keeps their words.</summary>
public sealed class Listener : IDisposable
{
    private readonly ConcurrentQueue<string> _words = new();
    private readonly ActivityListener _spans;
    private readonly MeterListener _measures = new();

    public Listener()
    {
        _spans = new()
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Keep,
        };
        ActivitySource.AddActivityListener(_spans);
        _measures.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _measures.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument, tags));
        _measures.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Keep(instrument, tags));
        _measures.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Keep(instrument, tags));
        _measures.Start();
    }

    /// <summary>A line for each span and value: names, tags, events, baggage, status.</summary>
    public IReadOnlyList<string> Words => [.. _words];

    public void Dispose()
    {
        _spans.Dispose();
        _measures.Dispose();
    }

    private void Keep(Activity span)
        => _words.Enqueue(
            $"{span.Source.Name} {span.DisplayName} {span.StatusDescription} {Say(span.TagObjects)} {Say(span.Baggage)} {string.Join(' ', span.Events.Select(e => $"{e.Name} {Say(e.Tags)}"))}");

    private void Keep(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) => _words.Enqueue($"{instrument.Name} {Say(tags.ToArray())}");

    private static string Say<TValue>(IEnumerable<KeyValuePair<string, TValue>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));
}
