namespace CrowdDx.Ranking;

/// <summary>One version of an expert's blind answer.</summary>
/// <param name="AnswerId">Unique; decides the order of versions received at the same instant, ordinally.</param>
/// <param name="ExpertKey">Identifies the expert within the case.</param>
/// <param name="ReceivedAt">When this version was received.</param>
/// <param name="InvitedAt">When this expert was invited; null if unknown.</param>
/// <param name="Groups">As in <see cref="ExpertList.Groups"/>.</param>
/// <param name="Weight">As in <see cref="ExpertList.Weight"/>.</param>
public sealed record TimedAnswer(
    string AnswerId,
    string ExpertKey,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? InvitedAt,
    IReadOnlyList<IReadOnlyList<string>> Groups,
    double Weight = 1);

/// <summary>What the times of a case are computed from.</summary>
/// <param name="PostedAt">When the case was posted; the zero of nearly all durations.</param>
/// <param name="FirstInvitedAt">When the first invitation was made; null before.</param>
/// <param name="LastInvitedAt">When the last invitation so far was made; null before the first.</param>
/// <param name="ClosedAt">When the case was closed; the blind board freezes, and answers received later are ignored. Null while open.</param>
/// <param name="Answers">Every version of every blind answer, in any order. An expert's latest version counts at each instant.</param>
/// <param name="CorrectKeys">
/// The diagnosis keys whose strict verdict is exact or narrower. Null: no verdict yet, so times to correct are missing (not censored).
/// Empty: a verdict, and nothing suggested is correct.
/// </param>
/// <param name="Known">Progress returned by an earlier computation, to spare work; never changes a result. Null computes from scratch.</param>
public sealed record TimingInput(
    DateTimeOffset PostedAt,
    DateTimeOffset? FirstInvitedAt,
    DateTimeOffset? LastInvitedAt,
    DateTimeOffset? ClosedAt,
    IReadOnlyList<TimedAnswer> Answers,
    IReadOnlySet<string>? CorrectKeys = null,
    SettledProgress? Known = null);

/// <summary>
/// How far the search for the first settled board has come; keep it with the times and pass it to the next computation.
/// It is used only if the answers it was made from still stand first and complete, which <see cref="PrefixDigest"/> proves; otherwise it is ignored.
/// </summary>
/// <param name="CheckedAnswers">
/// The first so many answer versions, ordered by receipt and id, are done with: the last of them settled the board if <see cref="Settled"/> has a value,
/// else no board up to it was settled.
/// </param>
/// <param name="PrefixDigest">SHA-256 of the algorithm's version, the posting time and these answers, as 64 lower-case hexadecimal digits.</param>
/// <param name="Settled">Time from posting to the first settled board; null if there was none.</param>
public sealed record SettledProgress(int CheckedAnswers, string PrefixDigest, TimeSpan? Settled);
