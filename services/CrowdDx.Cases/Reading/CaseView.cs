using System.Linq.Expressions;

using CrowdDx.Data.Cases;

namespace CrowdDx.Cases.Reading;

/// <summary>A case as whoever may see it reads it. Nothing in it depends on what other experts do.</summary>
/// <param name="Id">The case.</param>
/// <param name="Title">One line.</param>
/// <param name="Patient">Whom it is about.</param>
/// <param name="Presentation">What the patient came with.</param>
/// <param name="History">Past history.</param>
/// <param name="Examination">Findings on examination.</param>
/// <param name="Investigations">Tests.</param>
/// <param name="Question">What the author would like to know.</param>
/// <param name="Specialties">Specialties it may belong to.</param>
/// <param name="Language">BCP 47 tag of the text.</param>
/// <param name="Networks">Networks that it was put before.</param>
/// <param name="AnswerWanted">How soon an answer helps.</param>
/// <param name="Status">Open, closed or withdrawn.</param>
/// <param name="Revision">Counts what there is to read.</param>
/// <param name="PostedAt">When it was posted.</param>
/// <param name="ClosedAt">When it was closed.</param>
/// <param name="Mine">Whether the caller posted it.</param>
/// <param name="UnderReview">For author and curators: hidden from experts until a curator has looked.</param>
/// <param name="Permission">For the author: whose leave there is, and for what.</param>
/// <param name="Addenda">What was added.</param>
/// <param name="Questions">Questions with their replies; for the author also those without; for an expert also the expert's own.</param>
public sealed record CaseView(
    Guid Id, string Title, PatientView Patient, string Presentation, string? History, string? Examination, string? Investigations, string? Question,
    IReadOnlyList<string> Specialties, string Language, IReadOnlyList<Guid> Networks, AnswerWanted AnswerWanted, CaseStatus Status, int Revision,
    DateTimeOffset PostedAt, DateTimeOffset? ClosedAt, bool Mine, bool? UnderReview, PermissionView? Permission,
    IReadOnlyList<AddendumView> Addenda, IReadOnlyList<QuestionView> Questions);

/// <summary>Whom a case is about.</summary>
/// <param name="AgeYears">Whole years.</param>
/// <param name="AgeBand">Or a band.</param>
/// <param name="Sex">Sex.</param>
public sealed record PatientView(int? AgeYears, AgeBand? AgeBand, Sex Sex);

/// <summary>Whose leave there is.</summary>
/// <param name="Basis">Where it comes from.</param>
/// <param name="Scope">What it covers now.</param>
/// <param name="AttestedAt">When it was attested, by the author.</param>
/// <param name="NarrowedAt">When a scope was last withdrawn.</param>
public sealed record PermissionView(PermissionBasis Basis, IReadOnlyList<PermissionScope> Scope, DateTimeOffset AttestedAt, DateTimeOffset? NarrowedAt);

/// <summary>What was added to a case.</summary>
/// <param name="Revision">The revision that it made.</param>
/// <param name="Text">The text.</param>
/// <param name="At">When.</param>
/// <param name="RevealsDiagnosis">Whether it gives the diagnosis away.</param>
public sealed record AddendumView(int Revision, string Text, DateTimeOffset At, bool RevealsDiagnosis);

/// <summary>A question to the author.</summary>
/// <param name="Id">The question.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Reply">The author's reply.</param>
/// <param name="Revision">The revision that the reply made.</param>
/// <param name="Mine">Whether the caller asked it.</param>
public sealed record QuestionView(Guid Id, string Text, string? Reply, int? Revision, bool Mine);

/// <summary>A case in a list.</summary>
/// <param name="Id">The case.</param>
/// <param name="Title">One line.</param>
/// <param name="Specialties">Specialties.</param>
/// <param name="AnswerWanted">How soon an answer helps.</param>
/// <param name="Status">Open, closed or withdrawn.</param>
/// <param name="Revision">Counts what there is to read.</param>
/// <param name="PostedAt">When it was posted.</param>
/// <param name="Mine">Whether the caller posted it.</param>
public sealed record CaseSummary(
    Guid Id, string Title, IReadOnlyList<string> Specialties, AnswerWanted AnswerWanted, CaseStatus Status, int Revision, DateTimeOffset PostedAt, bool Mine)
{
    internal static Expression<Func<ClinicalCase, CaseSummary>> For(Guid viewerId)
        => c => new(c.Id, c.Title, c.Specialties, c.AnswerWanted, c.Status, c.Revision, c.PostedAt, c.AuthorId == viewerId);
}
