using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Typing;

/// <summary>What may be a slip of the pen at all, however near two words are.</summary>
internal static class SlipGuard
{
    private static readonly string[][] Beginnings = Groups("beginning");
    private static readonly string[][] Endings = Groups("ending");
    private static readonly string[] Denials = [.. Groups("denial")[0]];

    /// <summary>How many slips an unknown word of that length may have; none up to four letters.</summary>
    public static int Most(int length) => length switch { < 5 => 0, < 8 => 1, _ => 2 };

    /// <summary>True for words that may be mistyped: letters only, unknown to language and medicine.</summary>
    public static bool MayBeMistyped(Token word) => Most(word.Typed.Length) > 0 && word.Typed.All(char.IsLetter) && !Lexicon.IsWord(word.Text) && !Lexicon.IsWord(word.Typed);

    /// <summary>True if the difference is one that makes another word: hyper and hypo, -itis and -osis, a- and in-.</summary>
    public static bool MeansAnother(string typed, string known) =>
        known.Length < 5 || known.Any(char.IsAsciiDigit)
        || Array.Exists(Beginnings, group => DifferBefore(typed, known, group)) || Array.Exists(Endings, group => DifferBehind(typed, known, group))
        || Array.Exists(Denials, denial => Denies(typed, known, denial) || Denies(known, typed, denial));

    /// <summary>
    /// True for slips that happen: what begins with another letter is long and nearly it; of two slips not both are other letters; alone, another letter is a neighbour
    /// or sounds alike, and stands in no person's name (Wermer, Werner); in a word of another language, whose look-alikes are not known, letters are only doubled or exchanged.
    /// </summary>
    public static bool IsPlausible(string typed, NearWord chosen, bool isAlone, bool isProper)
    {
        var others = Slips.Exchanged(typed, chosen.Spelt);
        return (typed[0] == chosen.Spelt[0] || chosen.Distance == 1 && typed.Length > 6)
            && (!chosen.IsForeign || chosen.Distance == 0 || others == 0 && Slips.KeepsLetters(typed, chosen.Spelt))
            && (chosen.Distance < 2 || others < (isAlone && typed.Length < 12 ? 1 : 2))
            && (others == 0 || !isAlone || !isProper && Neighbours.Are(typed, chosen.Spelt));
    }

    /// <summary>True for two known words that are easily taken for each other: ureteral and urethral, hyperkalaemia and hypokalaemia.</summary>
    public static bool LookAlike(string one, string other) => MeansAnother(one, other) || Slips.Distance(one, other) < 2;

    /// <summary>The same word goes on behind two different beginnings of a group.</summary>
    private static bool DifferBefore(string typed, string known, string[] group)
    {
        var (one, other) = (Longest(typed, group, typed.StartsWith), Longest(known, group, known.StartsWith));
        return one.Length > 0 && other.Length > 0 && one != other
            && typed.AsSpan(one.Length) is { Length: > 1 } rest && known.AsSpan(other.Length) is { Length: > 1 } otherRest && rest[..2].SequenceEqual(otherRest[..2]);
    }

    private static bool DifferBehind(string typed, string known, string[] group)
    {
        var (one, other) = (Longest(typed, group, typed.EndsWith), Longest(known, group, known.EndsWith));
        return one.Length > 0 && other.Length > 0 && one != other
            && typed.AsSpan(0, typed.Length - one.Length) is { Length: > 1 } stem && known.AsSpan(0, known.Length - other.Length) is { Length: > 1 } otherStem && stem[^2..].SequenceEqual(otherStem[^2..]);
    }

    private static bool Denies(string longer, string shorter, string denial) =>
        longer.Length == shorter.Length + denial.Length && longer.StartsWith(denial, StringComparison.Ordinal) && longer.EndsWith(shorter, StringComparison.Ordinal);

    private static string Longest(string word, string[] group, Func<string, StringComparison, bool> has) =>
        group.Where(part => part.Length < word.Length && has(part, StringComparison.Ordinal)).MaxBy(static part => part.Length) ?? "";

    private static string[][] Groups(string kind) =>
        [.. WordLists.Pairs("lookalikes", ":").Where(pair => pair.Left == kind).Select(pair => pair.Right.Split(' '))];
}
