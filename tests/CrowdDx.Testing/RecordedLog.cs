using System.Collections.Concurrent;

using Microsoft.Extensions.Logging;

namespace CrowdDx.Testing;

/// <summary>Keeps what the service logged, so that tests can look for what must not be there.</summary>
public sealed class RecordedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = new();
    private readonly ConcurrentQueue<string> _scopes = new();

    public IReadOnlyList<string> Lines => [.. _lines.Select(line => line.Text)];

    public IReadOnlyList<string> Errors => [.. _lines.Where(line => line.Level >= LogLevel.Error).Select(line => line.Text)];

    /// <summary>What surrounded the lines, for formats that write that too.</summary>
    public IReadOnlyList<string> Scopes => [.. _scopes];

    public ILogger CreateLogger(string categoryName) => new Recorder(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Recorder(RecordedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            log._scopes.Enqueue(state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values.Select(value => $"{value.Key}={value.Value}")) : $"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => log._lines.Enqueue((logLevel, $"{category}: {formatter(state, exception)} {exception}"));
    }
}
