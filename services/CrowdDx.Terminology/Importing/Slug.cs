using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Importing;

/// <summary>Makes an id of a name.</summary>
internal static class Slug
{
    private const int Longest = 100;

    /// <summary>The words of the name with hyphens between them; empty where it has none.</summary>
    public static string Of(string name)
    {
        var slug = string.Join('-', Tokenizer.Read(name).Select(static token => token.Typed));
        return slug.Length <= Longest ? slug : slug[..Longest].TrimEnd('-');
    }
}
