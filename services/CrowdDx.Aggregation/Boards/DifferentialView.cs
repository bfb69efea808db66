namespace CrowdDx.Aggregation.Boards;

/// <summary>The pooled list of a case.</summary>
/// <param name="Version">1, 2, … for the case; 0 before the first.</param>
/// <param name="ComputedAt">When it was made.</param>
/// <param name="Answers">How many experts' lists are pooled.</param>
/// <param name="SecondLookAnswers">How many experts have answered after seeing the board; pooled apart (<c>?board=secondLook</c>).</param>
/// <param name="LateAnswers">How many experts have answered after closing; pooled apart (<c>?board=late</c>).</param>
/// <param name="Settled">Whether no more answers are needed: stability of at least 0.90 with at least 4 answers. Agreement, not truth.</param>
/// <param name="Algorithm">Version of the pooling.</param>
/// <param name="Weights">Version of the experts' weights.</param>
/// <param name="Terminology">Versions of the terminology.</param>
/// <param name="Entries">The list in order.</param>
/// <param name="MustNotMiss">What an expert or the terminology marks as dangerous, by support; at most five.</param>
/// <param name="Families">Families of diagnoses with more points than any member, strongest first; at most five.</param>
/// <param name="NextTests">Suggested tests, most often named first.</param>
public sealed record DifferentialView(
    int Version, DateTimeOffset? ComputedAt, int Answers, int SecondLookAnswers, int LateAnswers, bool Settled,
    string Algorithm, string Weights, IReadOnlyList<string> Terminology,
    IReadOnlyList<EntryView> Entries, IReadOnlyList<MustNotMissView> MustNotMiss, IReadOnlyList<FamilyView> Families, IReadOnlyList<NextTestView> NextTests);

/// <summary>A diagnosis of the pooled list.</summary>
/// <param name="Rank">1-based; entries of the same score share a rank.</param>
/// <param name="DiagnosisId">Key of the diagnosis.</param>
/// <param name="Label">Its name in the terminology, else what most experts call it.</param>
/// <param name="Score">Points: 1/rank from each expert.</param>
/// <param name="Share">Share of all points, 0–1. Not a probability.</param>
/// <param name="Stability">Share of 2,000 resampled crowds, 0–1, in which it leads.</param>
/// <param name="Experts">How many experts named it.</param>
/// <param name="FirstSuggestedAt">When it was first named.</param>
/// <param name="Phrases">What was merged into it, and by which rule.</param>
/// <param name="Dangerous">Whether an expert or the terminology marks it as not to be missed.</param>
public sealed record EntryView(
    int Rank, string DiagnosisId, string Label, double Score, double Share, double Stability, int Experts, DateTimeOffset FirstSuggestedAt,
    IReadOnlyList<PhraseView> Phrases, bool Dangerous);

/// <summary>A phrase that was merged into a diagnosis.</summary>
/// <param name="Text">What was typed.</param>
/// <param name="Rule">By which rule it was taken for the diagnosis.</param>
/// <param name="Count">How many experts typed it.</param>
public sealed record PhraseView(string Text, string Rule, int Count);

/// <summary>A diagnosis that must not be missed.</summary>
/// <param name="DiagnosisId">Key of the diagnosis.</param>
/// <param name="Label">Its name in the terminology, else what most experts call it.</param>
/// <param name="Score">Its points on the board.</param>
/// <param name="Experts">How many experts named it.</param>
public sealed record MustNotMissView(string DiagnosisId, string Label, double Score, int Experts);

/// <summary>A family of diagnoses.</summary>
/// <param name="DiagnosisId">Key of the family.</param>
/// <param name="Label">Its name.</param>
/// <param name="Score">Points of its members: the best rank from each expert, once.</param>
/// <param name="Experts">How many experts named a member.</param>
/// <param name="LeadsUnseen">Whether it has more points than the entry that leads, which is none of its members.</param>
/// <param name="Members">Those of the board's entries that are kinds of it, or it itself.</param>
public sealed record FamilyView(string DiagnosisId, string Label, double Score, int Experts, bool LeadsUnseen, IReadOnlyList<FamilyMemberView> Members);

/// <summary>An entry of the board as a member of a family.</summary>
/// <param name="DiagnosisId">Its key.</param>
/// <param name="Label">Its name.</param>
/// <param name="Score">Its points on the board.</param>
public sealed record FamilyMemberView(string DiagnosisId, string Label, double Score);

/// <summary>A suggested test.</summary>
/// <param name="Text">As most experts wrote it.</param>
/// <param name="Experts">How many experts suggest it.</param>
public sealed record NextTestView(string Text, int Experts);

/// <summary>Which pooled list to read.</summary>
public enum BoardKind
{
    /// <summary>Of answers by experts who had not seen the board.</summary>
    Blind = 0,

    /// <summary>Of answers by experts who had.</summary>
    SecondLook = 1,

    /// <summary>Of answers after closing.</summary>
    Late = 2,
}
