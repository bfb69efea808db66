using CrowdDx.Terminology.Concepts;

namespace CrowdDx.Terminology.Loading;

/// <summary>A diagnosis while it is being read and merged.</summary>
internal sealed class DiagnosisDraft(string id, string file, int line)
{
    public string Id { get; } = id;

    public string File { get; } = file;

    public int Line { get; } = line;

    public string? Label { get; set; }

    public List<DraftName> Names { get; } = [];

    public List<string> Parents { get; } = [];

    public List<string> Specialties { get; } = [];

    public string? Icd10 { get; set; }

    public bool IsDangerous { get; set; }

    public List<Coding> Codings { get; } = [];

    public TerminologyProblem Problem(string text, int? line = null) => new(File, line ?? Line, text);
}

/// <summary>A name and the line it stands on.</summary>
internal sealed record DraftName(DiagnosisName Name, int Line);

/// <summary>A declaration of an abbreviation with several senses, and where it stands.</summary>
internal sealed record AmbiguousDraft(AmbiguousAbbreviation Abbreviation, string File, int Line)
{
    public TerminologyProblem Problem(string text) => new(File, Line, text);
}

/// <summary>What was read of one or more files.</summary>
internal sealed class TerminologyDraft
{
    public List<DiagnosisDraft> Diagnoses { get; } = [];

    public List<AmbiguousDraft> Ambiguous { get; } = [];

    public List<TerminologyProblem> Problems { get; } = [];
}
