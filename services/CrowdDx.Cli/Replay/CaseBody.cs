namespace CrowdDx.Cli.Replay;

/// <summary>A case as it is posted. The same text and network give the same body, so that an Idempotency-Key finds the case again.</summary>
internal sealed record CaseBody(
    string Title,
    PatientLine Patient,
    string Presentation,
    string? History,
    string? Examination,
    string? Investigations,
    string? Question,
    IReadOnlyList<string> Specialties,
    string Language,
    IReadOnlyList<Guid> Networks,
    string AnswerWanted,
    PermissionBody Permission,
    bool AcceptRedactions,
    bool AcknowledgeEmergency)
{
    /// <summary>The body of a replayed case, put before one network.</summary>
    public static CaseBody Of(CaseText text, Guid network) => new(
        text.Title,
        text.Patient,
        text.Presentation,
        text.History,
        text.Examination,
        text.Investigations,
        text.Question,
        text.Specialties,
        text.Language,
        [network],
        AnswerWanted: "days",
        new("fictitious", ["answers", "teaching", "researchExport"]),
        AcceptRedactions: true,
        AcknowledgeEmergency: true);
}

/// <summary>Why the case may be shared, and for what.</summary>
internal sealed record PermissionBody(string Basis, IReadOnlyList<string> Scope);
