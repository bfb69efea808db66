namespace CrowdDx.Ranking;

/// <summary>
/// The times of one case. Durations run from posting unless said otherwise and are never negative (clocks of several machines may differ by a little, and then
/// a duration is zero). Null means not yet, or never. Two are equal when all their times are.
/// </summary>
public sealed record CaseTimes
{
    /// <summary>To the first invitation.</summary>
    public TimeSpan? FirstInvitation { get; init; }

    /// <summary>To the last invitation so far.</summary>
    public TimeSpan? LastInvitation { get; init; }

    /// <summary>To the first blind answer.</summary>
    public TimeSpan? FirstAnswer { get; init; }

    /// <summary><c>NthAnswers[n - 1]</c>: to the first answer of the n-th distinct expert. Changed minds do not count again.</summary>
    public IReadOnlyList<TimeSpan> NthAnswers { get; init; } = [];

    /// <summary>
    /// To when the leader of the present board last took the lead: the start of the unbroken run, up to now, of boards on which it has rank 1, alone or tied.
    /// </summary>
    public TimeSpan? LeaderTookLead { get; init; }

    /// <summary>To the first instant at which the board was settled, even if a later answer unsettled it.</summary>
    public TimeSpan? Settled { get; init; }

    /// <summary>False: no verdict yet, and the four times to correct are missing. True: where one is null, it was not reached.</summary>
    public bool HasVerdict { get; init; }

    /// <summary>To the first single answer with a correct diagnosis at any rank.</summary>
    public TimeSpan? FirstCorrectAnyRank { get; init; }

    /// <summary>To the first single answer with a correct diagnosis at rank 1, alone or tied.</summary>
    public TimeSpan? FirstCorrectRankOne { get; init; }

    /// <summary>To the first board on which a correct diagnosis has competition rank 3 or better.</summary>
    public TimeSpan? BoardTopThree { get; init; }

    /// <summary>
    /// To the start of the unbroken run, up to now, of boards on which a correct diagnosis has rank 1, alone or tied; null if none has it now.
    /// </summary>
    public TimeSpan? LeadsAndStays { get; init; }

    /// <summary>The shortest time from an expert's own invitation to that expert's first answer.</summary>
    public TimeSpan? FirstAnswerFromInvitation { get; init; }

    /// <summary>
    /// The median time from an expert's own invitation to that expert's first answer, over those who answered (the mean of the middle two of an even number).
    /// It knows nothing of those who have not answered: for reports use survival estimates.
    /// </summary>
    public TimeSpan? MedianAnswerFromInvitation { get; init; }

    /// <summary>To pass as <see cref="TimingInput.Known"/> next time.</summary>
    public required SettledProgress Progress { get; init; }

    /// <inheritdoc />
    public bool Equals(CaseTimes? other) =>
        other is not null && Scalars() == other.Scalars() && Progress == other.Progress && NthAnswers.SequenceEqual(other.NthAnswers);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Scalars(), Progress, NthAnswers.Count);

    private (TimeSpan?, TimeSpan?, TimeSpan?, TimeSpan?, TimeSpan?, bool, TimeSpan?, TimeSpan?, TimeSpan?, TimeSpan?, TimeSpan?, TimeSpan?) Scalars() =>
        (FirstInvitation, LastInvitation, FirstAnswer, LeaderTookLead, Settled, HasVerdict, FirstCorrectAnyRank, FirstCorrectRankOne, BoardTopThree,
            LeadsAndStays, FirstAnswerFromInvitation, MedianAnswerFromInvitation);
}
