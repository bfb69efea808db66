namespace CrowdDx.Data.Storage;

/// <summary>Longest texts that several areas share, in UTF-16 code units.</summary>
public static class Lengths
{
    /// <summary>What an expert types for one diagnosis.</summary>
    public const int Phrase = 200;

    /// <summary>Name of a coding system, usually a URI.</summary>
    public const int CodingSystem = 100;

    /// <summary>Code within a coding system.</summary>
    public const int CodingCode = 150;

    /// <summary>Key of a diagnosis: <c>n:</c>, <c>c:</c> or <c>d:</c> and what follows.</summary>
    public const int DiagnosisKey = 300;

    /// <summary>Name of a version of an algorithm or a terminology.</summary>
    public const int Version = 100;
}
