namespace CrowdDx.Terminology.Recognizing;

/// <summary>How sure the person is, as far as the phrase says it.</summary>
public enum Certainty
{
    /// <summary>It says nothing.</summary>
    Unstated,

    /// <summary>"?", "possible", "cannot exclude".</summary>
    Possible,

    /// <summary>"probable", "most likely".</summary>
    Probable,

    /// <summary>"definite", "biopsy-proven".</summary>
    Certain,

    /// <summary>"r/o": to be thought of and excluded.</summary>
    ToExclude,
}

/// <summary>What the phrase says of the disease other than that the patient has it now.</summary>
public enum Standing
{
    /// <summary>Nothing: the patient has it, or may have it.</summary>
    Present,

    /// <summary>"no evidence of", "ruled out", "unlikely".</summary>
    Denied,

    /// <summary>"family history of".</summary>
    Family,

    /// <summary>"h/o", "status post".</summary>
    Past,

    /// <summary>"risk of", "screening for".</summary>
    Risk,
}

/// <summary>What stands around the name of the disease.</summary>
/// <param name="Certainty">How sure the person is.</param>
/// <param name="Standing">Whether the patient is said to have it.</param>
public readonly record struct PhraseContext(Certainty Certainty, Standing Standing);
