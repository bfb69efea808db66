using CrowdDx.Terminology.Checking;
using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Loading;

namespace CrowdDx.Terminology;

/// <summary>The hand-written core: the diagnoses that clinicians and students suggest, embedded in this assembly.</summary>
public static class CoreTerminology
{
    /// <summary>Loads the core.</summary>
    public static LoadedTerminology Load() => TerminologyAssembler.Assemble(CoreFiles.Read());

    /// <summary>Everything that is wrong with the core; empty where nothing is.</summary>
    public static IReadOnlyList<TerminologyProblem> Check() => TerminologyCheck.Of(CoreFiles.Read());
}
