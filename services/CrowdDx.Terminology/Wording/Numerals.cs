using System.Collections.Frozen;
using System.Globalization;

namespace CrowdDx.Terminology.Wording;

/// <summary>
/// Numbers however they are written: "type II", "type two" and "type 2" are "2"; "third degree" and "degree 3" are one word, so that no other order of the words
/// gives the number to another noun; "1° hyperparathyroidism" is primary, "2° burn" of the second degree.
/// </summary>
internal static class Numerals
{
    private static readonly FrozenSet<string> Binding = FrozenSet.Create(StringComparer.Ordinal, "grade", "stage", "class", "degree", "group", "factor", "level", "phase", "mobitz");

    private static readonly FrozenSet<string> Counting = FrozenSet.Create(
        StringComparer.Ordinal, [.. Binding, "type", "nerve", "bipolar", "chiari", "men", "mps", "mucopolysaccharidosis", "gsd", "glycogenosis", "hla", "angioedema"]);

    private static readonly FrozenSet<string> OfDegree = FrozenSet.Create(StringComparer.Ordinal, "block", "burn", "av", "heart", "degree", "frostbite", "tear", "prolapse", "sprain", "scald");

    private static readonly string[] Roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"];
    private static readonly string[] Words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];
    private static readonly string[] Ranks = ["primary", "secondary", "tertiary"];

    /// <summary>The words with their numbers in one form.</summary>
    public static List<Token> Unify(List<Token> tokens)
    {
        if (!tokens.Exists(static token => MayCount(token.Text)))
            return tokens;
        var unified = new List<Token>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
            Add(unified, tokens[i] with { Text = NumberAt(tokens, i) });
        return unified;
    }

    private static bool MayCount(string word) => word.Length > 0
        && (char.IsAsciiDigit(word[0]) || Counting.Contains(word) || word.StartsWith("type", StringComparison.Ordinal) || Array.IndexOf(Ordinals, word) >= 0 || IsRoman(word, out _));

    private static string NumberAt(List<Token> tokens, int i)
    {
        var word = tokens[i].Text;
        var counted = i > 0 && Counting.Contains(tokens[i - 1].Text);
        if (word.Length == 2 && word[1] == '°' && word[0] is >= '1' and <= '3')
        {
            var next = i + 1 < tokens.Count ? tokens[i + 1].Text : "";
            return next == "degree" ? word[..1] : OfDegree.Contains(next) ? $"degree{word[0]}" : Ranks[word[0] - '1'];
        }

        if (word.Length is 3 or 4 && char.IsAsciiDigit(word[0]) && word[^2..] is "st" or "nd" or "rd" or "th" && int.TryParse(word[..^2], CultureInfo.InvariantCulture, out _))
            return word[..^2];
        if (!(counted && i == tokens.Count - 1) && Array.IndexOf(Ordinals, word) is >= 0 and var ordinal)
            return (ordinal + 1).ToString(CultureInfo.InvariantCulture);
        if (counted && Array.IndexOf(Words, word) is >= 0 and var number)
            return (number + 1).ToString(CultureInfo.InvariantCulture);
        if (IsRoman(word, out var value) && (counted || value.Length > 0 && word.Length > 1 || i > 0 && i == tokens.Count - 1 && word is "i" or "v" && tokens[i - 1].Text is not ("hepatitis" or "vitamin")))
            return value;
        return word.Length is > 4 and < 8 && word.StartsWith("type", StringComparison.Ordinal) && char.IsAsciiDigit(word[4]) ? word[4..] : word;
    }

    /// <summary>A Roman numeral up to 15, with or without a letter from a to d: "iia" is "2a".</summary>
    private static bool IsRoman(string word, out string value)
    {
        value = "";
        if (word.Length is 0 or > 5 || word[0] is not ('i' or 'v' or 'x'))
            return false;
        var letter = word.Length > 1 && word[^1] is >= 'a' and <= 'd' ? word[^1..] : "";
        var at = Array.IndexOf(Roman, word[..^letter.Length]);
        value = at < 0 ? "" : $"{at + 1}{letter}";
        return at >= 0;
    }

    private static void Add(List<Token> unified, Token token)
    {
        var isNumber = token.Text.Length is 1 or 2 or 3 && char.IsAsciiDigit(token.Text[0]);
        if (unified.Count > 0 && (token.Before & ~(Breaks.Space | Breaks.Hyphen)) == Breaks.None)
        {
            var last = unified[^1];
            var isAfterNumber = last.Text.Length is 1 or 2 && last.Text.All(char.IsAsciiDigit);
            if (isNumber && last.Text == "type" || token.Text.Length == 1 && token.Text[0] is >= 'a' and <= 'e' && last.Text == "type")
            {
                unified[^1] = token with { Before = last.Before };
                return;
            }

            var text = isNumber && Binding.Contains(last.Text) ? last.Text + token.Text
                : isAfterNumber && token.Text == "degree" ? "degree" + last.Text
                : isAfterNumber && token.Text is "a" or "b" or "c" or "d" or "e" ? last.Text + token.Text
                : null;
            if (text is not null)
            {
                unified[^1] = last with { Text = text, End = token.End };
                return;
            }
        }

        unified.Add(token);
    }
}
