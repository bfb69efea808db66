namespace CrowdDx.Benchmarks.Recognition;

/// <summary>What is compared: which diagnosis a phrase means, and whether that is taken without asking.</summary>
internal interface IRecognizer
{
    string Name { get; }

    /// <summary>The id of the best diagnosis, null for none, and whether it is silent.</summary>
    (string? Id, bool IsSilent) Recognize(string phrase);
}
