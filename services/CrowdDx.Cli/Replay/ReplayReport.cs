namespace CrowdDx.Cli.Replay;

/// <summary>What a run did; the result of <c>--json</c>.</summary>
internal sealed record ReplayReport
{
    /// <summary>The service's address.</summary>
    public required Uri Url { get; init; }

    /// <summary>The name of the run.</summary>
    public required string Run { get; init; }

    /// <summary>The state file, which holds the accounts' keys.</summary>
    public required string State { get; init; }

    /// <summary>The network.</summary>
    public required RunNetwork Network { get; init; }

    /// <summary>Cases that the service has.</summary>
    public required int Cases { get; init; }

    /// <summary>Answers that it accepted, those it had already included.</summary>
    public required int Answers { get; init; }

    /// <summary>Answers that were new.</summary>
    public required int NewAnswers { get; init; }

    /// <summary>Outcomes posted by this run.</summary>
    public required int Outcomes { get; init; }

    /// <summary>From the first answer's PUT to the last one's reply, in seconds.</summary>
    public required double AnswerSeconds { get; init; }

    /// <summary>Answers accepted in a second of that time.</summary>
    public required double AnswersPerSecond { get; init; }

    /// <summary>From the first answer's PUT until every board was seen complete, in seconds; null where that was not checked or did not happen.</summary>
    public double? SecondsToAllBoards { get; init; }

    /// <summary>What the differentials are, read back; null where that was not asked for.</summary>
    public Digest? Digest { get; init; }

    /// <summary>What went wrong, by line.</summary>
    public required IReadOnlyList<ReplayError> Errors { get; init; }

    /// <summary>The report for a person.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"Run '{Run}' into the network '{Network.Name}': {Cases:N0} cases, {Answers:N0} answers ({NewAnswers:N0} new), {Outcomes:N0} outcomes.";
        yield return $"Answers: {AnswerSeconds:N1} s, {AnswersPerSecond:N1} a second.";
        if (Digest is not null)
        {
            yield return SecondsToAllBoards is { } seconds ? $"All boards complete {seconds:N1} s after the first answer." : "Not all boards became complete.";
            yield return $"Read back: {Digest.Cases:N0} differentials of {Digest.Answers:N0} answers.";
            yield return $"  mean max share    {Digest.MeanMaxShare:F6}";
            yield return $"  mean entropy      {Digest.MeanEntropyNats:F6} nats";
            yield return $"  mean distinct     {Digest.MeanDistinct:F4}";
            yield return $"  tied at the top   {Digest.Tied}";
            yield return $"  one diagnosis     {Digest.Single}";
        }

        yield return Errors.Count == 0 ? "No errors." : $"{Errors.Count} errors.";
    }
}

/// <summary>Something that went wrong with a line.</summary>
/// <param name="Line">1-based number of the line.</param>
/// <param name="Case">The case's name in the file.</param>
/// <param name="Expert">The expert's name in the file, where it was about an answer.</param>
/// <param name="Message">What the service said.</param>
internal sealed record ReplayError(int Line, string Case, string? Expert, string Message);
