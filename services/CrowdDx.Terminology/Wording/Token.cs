namespace CrowdDx.Terminology.Wording;

/// <summary>What stands between a word and the one before it, besides white space.</summary>
[Flags]
internal enum Breaks
{
    None = 0,
    Hyphen = 1,
    Comma = 2,
    Slash = 4,
    Semicolon = 8,
    Question = 16,
    Plus = 32,
    Dash = 64,
    Opening = 128,
    Closing = 256,
    Space = 512,
}

/// <summary>A word of a phrase.</summary>
/// <param name="Text">Folded: lower case, without marks; the form of <see cref="WordForm"/> where <see cref="Tokenizer"/> is done.</param>
/// <param name="Typed">The same before spelling and plural were brought into one form.</param>
/// <param name="Start">Where it starts in the phrase, in UTF-16 code units.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Before">What stands before it.</param>
/// <param name="Dotted">A full stop follows: "panc.".</param>
/// <param name="Accented">It has letters that were folded: the Hungarian "alsó" is not the English "also".</param>
internal readonly record struct Token(string Text, string Typed, int Start, int End, Breaks Before, bool Dotted = false, bool Accented = false)
{
    /// <summary>The word as typed.</summary>
    public ReadOnlySpan<char> Raw(string phrase) => phrase.AsSpan(Start, End - Start);
}
