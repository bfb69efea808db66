namespace CrowdDx.Deidentification.Rules;

/// <summary>(N) Web addresses, with a scheme, with "www.", or as a bare host of a common top-level domain.</summary>
internal sealed class UrlRule : IIdentifierRule
{
    private static readonly Pattern WithScheme = new(@"\b([a-z][a-z0-9+.-]{1,15}://|mailto:|www\.)[^\s<>""]+");

    // Two-letter domains that are words ("unwell.It was") or abbreviations ("b.pt") need a path to count.
    private static readonly Pattern Bare = new(
        @"\b[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*(\.(?<top>com|org|net|edu|gov|mil|info|biz|io|app|dev|uk|de|fr|nl|ch|eu|ie|au|nz|se|dk|fi|pl|es|jp|cn|br)\b(:\d{2,5})?(/[^\s<>""]*)?|\.[a-z]{2,6}/[a-z0-9?=&%._~/-]+\.(html?|php|aspx?|pdf|jpe?g|png))");

    public IEnumerable<Finding> Find(string text)
    {
        foreach (var match in WithScheme.In(text))
        {
            var length = Trimmed(match.ValueSpan);
            if (length > "www.".Length)
                yield return Context.Found(match.Index, length, IdentifierKind.Url, 0.98, "url", "[web address]");
        }

        foreach (var match in Bare.In(text))
        {
            // A top-level domain is written small; "Clinic.De" is a missing space.
            var top = match.Groups["top"];
            if (!top.Success || top.ValueSpan.IndexOfAnyInRange('A', 'Z') < 0 || match.ValueSpan.IndexOfAnyInRange('a', 'z') < 0)
                yield return Context.Found(match.Index, Trimmed(match.ValueSpan), IdentifierKind.Url, 0.8, "url.bare", "[web address]");
        }
    }

    private static int Trimmed(ReadOnlySpan<char> url) => url.TrimEnd(".,;:!?)]}'*_").Length;
}
