namespace CrowdDx.Cli.Terminal;

/// <summary>Progress of a command on its error stream: one line that is written over at a terminal, a line now and then in a log.</summary>
internal sealed class Progress(TextWriter writer, bool atTerminal, TimeProvider clock)
{
    /// <summary>Progress on the error stream of a command, which is at a terminal unless it is redirected.</summary>
    public static Progress On(TextWriter error, TimeProvider clock) => new(error, error == Console.Error && !Console.IsErrorRedirected, clock);

    /// <summary>Starts a stretch of work, which ends when disposed of.</summary>
    /// <param name="what">Its name, such as <c>Answers</c>.</param>
    /// <param name="total">How many steps it has.</param>
    public ProgressPhase Start(string what, int total) => new(writer, atTerminal, clock, what, total);

    /// <summary>Says something that is no step.</summary>
    public void Note(string text) => writer.WriteLine(text);
}

/// <summary>A stretch of work with a known number of steps.</summary>
internal sealed class ProgressPhase(TextWriter writer, bool atTerminal, TimeProvider clock, string what, int total) : IDisposable
{
    private static readonly TimeSpan AtTerminal = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan InLog = TimeSpan.FromSeconds(10);

    private readonly Lock _writing = new();
    private readonly long _start = clock.GetTimestamp();
    private long _written = clock.GetTimestamp();
    private int _done;

    /// <summary>How long it has taken so far.</summary>
    public TimeSpan Elapsed => clock.GetElapsedTime(_start);

    /// <summary>One more step is done. May be called from several threads.</summary>
    public void Step()
    {
        Interlocked.Increment(ref _done);
        if (!_writing.TryEnter())
            return;
        try
        {
            if (clock.GetElapsedTime(_written) < (atTerminal ? AtTerminal : InLog))
                return;
            _written = clock.GetTimestamp();
            writer.Write(atTerminal ? $"\r{Line()} " : $"{Line()}{Environment.NewLine}");
        }
        finally
        {
            _writing.Exit();
        }
    }

    /// <summary>Writes the last line.</summary>
    public void Dispose() => writer.WriteLine(atTerminal ? $"\r{Line()} " : Line());

    private string Line()
    {
        var seconds = Elapsed.TotalSeconds;
        return $"{what,-12}{_done,9:N0} of {total:N0} in {seconds:N1} s ({(seconds > 0 ? _done / seconds : 0):N0}/s)";
    }
}
