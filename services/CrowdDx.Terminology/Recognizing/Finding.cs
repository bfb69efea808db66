using CrowdDx.Terminology.Concepts;

namespace CrowdDx.Terminology.Recognizing;

/// <summary>What a rule found: one diagnosis, or several where the words do not tell which.</summary>
/// <param name="Diagnoses">Different ones, the likeliest first; at least one.</param>
/// <param name="Confidence">How sure the rule is of one that it found alone.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Understood">The name that was found.</param>
internal sealed record Finding(IReadOnlyList<Diagnosis> Diagnoses, double Confidence, string Rule, string Understood)
{
    public bool IsOne => Diagnoses.Count == 1;

    public static Finding Of(Diagnosis diagnosis, double confidence, string rule, string understood) => new([diagnosis], confidence, rule, understood);
}
