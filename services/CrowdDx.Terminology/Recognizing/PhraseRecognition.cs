using CrowdDx.Terminology.Concepts;

namespace CrowdDx.Terminology.Recognizing;

/// <summary>A diagnosis that a phrase may mean.</summary>
/// <param name="Diagnosis">The diagnosis.</param>
/// <param name="Confidence">How sure, in [0, 1].</param>
public sealed record Alternative(Diagnosis Diagnosis, double Confidence);

/// <summary>What a phrase was taken for.</summary>
public sealed record PhraseRecognition
{
    /// <summary>From here on a diagnosis is accepted without asking.</summary>
    public const double Accepted = 0.88;

    /// <summary>From here on, and below <see cref="Accepted"/>, the person is asked "did you mean".</summary>
    public const double Asked = 0.65;

    /// <summary>The diagnosis that is accepted or asked about; null if nothing was recognised.</summary>
    public Diagnosis? Diagnosis { get; init; }

    /// <summary>How sure it is that this was meant, in [0, 1]; 0 without a diagnosis.</summary>
    public double Confidence { get; init; }

    /// <summary>One of <see cref="RecognitionRules"/>: how it was recognised, or why not.</summary>
    public required string Rule { get; init; }

    /// <summary>What the phrase is pooled under: the diagnosis if it is accepted, else the words of the phrase; null if it names nothing.</summary>
    public required DiagnosisKey? Key { get; init; }

    /// <summary>What was understood: the name that was found in the phrase, else the words of the phrase that name something.</summary>
    public required string Understood { get; init; }

    /// <summary>What stands around the name of the disease.</summary>
    public PhraseContext Context { get; init; }

    /// <summary>What else it may mean, the likeliest first, at most five. Where nothing is merged because of its context or because several are named, what is named.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; init; } = [];

    /// <summary>True if the board takes the diagnosis without asking.</summary>
    public bool IsAccepted => Diagnosis is not null && Confidence >= Accepted;

    /// <summary>True if the person is asked.</summary>
    public bool IsAsked => Diagnosis is not null && Confidence is >= Asked and < Accepted;
}
