using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Loading;
using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Indexing;

/// <summary>What an abbreviation stands for.</summary>
/// <param name="Senses">The diagnoses, the likeliest first.</param>
/// <param name="HasOther">It often stands for something that is no diagnosis.</param>
/// <param name="Text">The abbreviation as its source writes it.</param>
/// <param name="IsCurated">The core has it.</param>
internal sealed record AbbreviationSenses(IReadOnlyList<Diagnosis> Senses, bool HasOther, string Text, bool IsCurated);

/// <summary>
/// Abbreviations by dictionary only. Dots, spaces and hyphens do not count, and case only where two abbreviations differ in nothing else (PsA, PSA).
/// Where the core has an abbreviation, imported senses of it are passed over: the core says what clinicians mean.
/// </summary>
internal sealed class AbbreviationTable
{
    private readonly Dictionary<string, AbbreviationSenses[]> _byKey = new(StringComparer.Ordinal);

    public AbbreviationTable(LoadedTerminology terminology)
    {
        var order = terminology.Ambiguous.DistinctBy(ambiguous => ambiguous.Text).ToDictionary(ambiguous => ambiguous.Text, StringComparer.Ordinal);
        var claims =
            from diagnosis in terminology.Diagnoses
            from name in diagnosis.Names
            where name.Kind == NameKind.Abbreviation
            let key = KeyOf(name.Text)
            where key.Length > 0
            select (Key: key, name.Text, Diagnosis: diagnosis, IsCurated: name.Source.Name == CoreFiles.SourceName);
        foreach (var same in claims.GroupBy(claim => claim.Key, StringComparer.Ordinal))
        {
            var curated = same.Any(claim => claim.IsCurated);
            _byKey.Add(same.Key, [.. same.Where(claim => claim.IsCurated == curated).GroupBy(claim => claim.Text, StringComparer.Ordinal)
                .Select(written => Order(written.Key, written.Select(claim => claim.Diagnosis).Distinct(), order.GetValueOrDefault(written.Key), curated))]);
        }
    }

    /// <summary>All keys, with what they stand for.</summary>
    public IEnumerable<KeyValuePair<string, AbbreviationSenses[]>> All => _byKey;

    /// <summary>What letters and digits stand for, written just so if some abbreviation is; null if for nothing.</summary>
    public AbbreviationSenses? Find(string key, ReadOnlySpan<char> raw)
    {
        if (!_byKey.TryGetValue(key, out var written))
            return null;
        if (written.Length == 1)
            return written[0];
        foreach (var one in written)
        {
            if (raw.SequenceEqual(one.Text))
                return one;
        }

        return new([.. written.SelectMany(one => one.Senses).Distinct()], written.Any(one => one.HasOther), written[0].Text, written[0].IsCurated);
    }

    /// <summary>The letters and digits of an abbreviation.</summary>
    public static string KeyOf(string text) => KeyOf(Tokenizer.Read(text), text);

    /// <summary>The letters and digits of words as typed, without the s of a plural: PEs, TIA's.</summary>
    public static string KeyOf(IReadOnlyList<Token> tokens, string phrase)
    {
        var key = string.Concat(tokens.Select(token => token.Text.Length < 4 || token.End - token.Start == 1 ? token.Text : Letters(token.Raw(phrase))));
        return key.Length > 2 && tokens.Count == 1 && tokens[0].Raw(phrase) is [.., var last, 's'] && char.IsUpper(last) && key[^1] == 's' ? key[..^1] : key;
    }

    /// <summary>The word as typed, where its common form could have lost an s.</summary>
    private static string Letters(ReadOnlySpan<char> raw)
    {
        Span<char> letters = stackalloc char[Math.Min(raw.Length, FastText.Longest)];
        var length = 0;
        foreach (var c in raw)
        {
            if (length < letters.Length && char.IsLetterOrDigit(c))
                letters[length++] = char.ToLowerInvariant(c);
        }

        return new(letters[..length]);
    }

    private static AbbreviationSenses Order(string text, IEnumerable<Diagnosis> senses, AmbiguousAbbreviation? declared, bool curated)
    {
        var place = (declared?.Senses ?? []).Select((id, i) => (id, i)).DistinctBy(pair => pair.id).ToDictionary(pair => pair.id, pair => pair.i, StringComparer.Ordinal);
        return new([.. senses.OrderBy(diagnosis => place.GetValueOrDefault(diagnosis.Id, int.MaxValue))], declared?.HasOtherSense == true, text, curated);
    }
}
