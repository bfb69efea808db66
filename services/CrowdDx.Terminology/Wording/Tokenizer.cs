using System.Text;

namespace CrowdDx.Terminology.Wording;

/// <summary>
/// Reads a phrase into words. Signs that mean something become words: "HER2+" is "her2 positive", "#NOF" is "fracture nof", "1°" stays, "w/o" is "without".
/// Any text passes; what is neither letter nor digit separates.
/// </summary>
internal sealed class Tokenizer
{
    /// <summary>Clinicians' shorthand with slashes that is one word.</summary>
    private static readonly (string Written, string Word)[] Slashed =
        [("k/c/o", "k/c/o"), ("r/o", "r/o"), ("h/o", "h/o"), ("s/p", "s/p"), ("f/h", "f/h"), ("c/w", "c/w"), ("d/t", "d/t"), ("p/h", "p/h"), ("w/o", "without"), ("2/2", "d/t"), ("w/", "with")];

    private readonly string _phrase;
    private readonly List<Token> _tokens = [];
    private readonly StringBuilder _word = new();
    private Breaks _before;
    private bool _accented;
    private int _start;
    private int _at;

    private Tokenizer(string phrase) => _phrase = phrase;

    /// <summary>The words of a phrase, in the form of <see cref="WordForm"/>.</summary>
    public static List<Token> Read(string phrase)
    {
        var reader = new Tokenizer(phrase);
        for (; reader._at < phrase.Length; reader._at++)
            reader.Next();
        reader.End();
        return Initials.Join(reader._tokens);
    }

    private void Next()
    {
        var c = Characters.Plain(_phrase[_at]);
        if (FoldTable.IsDroppedMark(c) || Characters.IsInvisible(c))
            return;
        if (_word.Length == 0 && TakeSlashed())
            return;
        if (c is '°' or 'º' && _word.Length == 1 && char.IsAsciiDigit(_word[0]))
        {
            Append("°");
            return;
        }

        var lower = char.ToLowerInvariant(c);
        if (FoldTable.Of(lower) is { } folded)
            AppendFolded(folded, isAccent: lower is >= '\u00E0' and < '\u0250');
        else if (char.IsSurrogate(c))
            TakeSurrogates();
        else if (Characters.IsPartOfWord(c))
            Append(lower);
        else
            Sign(c);
    }

    private void Sign(char c)
    {
        switch (c)
        {
            case '\'' when Characters.PossessiveLength(_phrase, _at) is > 0 and var length && _word.Length > 0:
                End();
                _at += length - 1;
                break;
            case '\'' when _word.Length == 1 && _word[0] is 'd' or 'l': // elision: d'Addison, l'estomac
                _word.Clear();
                _before |= Breaks.Space;
                break;
            case '.' when _word.Length > 0 && char.IsAsciiDigit(_word[^1]) && char.IsAsciiDigit(Peek(1)):
                Append('.');
                break;
            case '.':
                End(dotted: true);
                _before |= Breaks.Space;
                break;
            case '%' when _word.Length == 0 && _tokens is [.., { } number] && number.Text.All(char.IsAsciiDigit):
                _tokens[^1] = number with { Text = number.Text + "%", Typed = number.Typed + "%", End = _at + 1 };
                break;
            case '%' when _word.Length > 0 && char.IsAsciiDigit(_word[^1]):
                Append('%');
                End();
                break;
            case '+' when _word.Length > 0 && Characters.EndsHere(_phrase, _at + 1):
                Word("positive");
                break;
            case '-' when _word.Length is > 0 and <= 5 && Characters.EndsHere(_phrase, _at + 1) && (char.IsAsciiDigit(_word[^1]) || IsTested(_word.ToString())):
                Word("negative");
                break;
            case '#' when _word.Length == 0 && (char.IsLetter(Peek(1)) || Peek(1) == ' ' && char.IsLetter(Peek(2))):
                Word("fracture");
                break;
            case '&':
                Word("and");
                break;
            case '<' or '>' or '≤' or '≥':
                Word(c.ToString());
                break;
            default:
                End();
                _before |= Characters.BreakOf(c, spaced: Peek(1) == ' ' && _at > 0 && _phrase[_at - 1] == ' ');
                break;
        }
    }

    /// <summary>"ER- breast cancer" is negative; "acute - severe" is not.</summary>
    private static bool IsTested(string word) => word is "er" or "pr" or "rh" or "ph" or "hiv" or "hcv" or "hbv" or "alk" or "egfr" or "anca" or "ana";

    private bool TakeSlashed()
    {
        foreach (var (written, word) in Slashed)
        {
            if (string.Compare(_phrase, _at, written, 0, written.Length, StringComparison.OrdinalIgnoreCase) != 0)
                continue;
            var end = _at + written.Length;
            if (written[^1] != '/' && end < _phrase.Length && (char.IsLetterOrDigit(_phrase[end]) || _phrase[end] == '/'))
                continue;
            _start = _at;
            _word.Append(word);
            _at = end;
            End();
            _at--;
            return true;
        }

        return false;
    }

    private void TakeSurrogates()
    {
        if (char.IsHighSurrogate(_phrase[_at]) && char.IsLowSurrogate(Peek(1)) && Rune.ToLowerInvariant(new Rune(_phrase[_at], Peek(1))) is var rune && Rune.IsLetterOrDigit(rune))
        {
            Append(rune.ToString());
            _at++;
        }
        else
        {
            End();
            _before |= Breaks.Space;
        }
    }

    private void AppendFolded(string folded, bool isAccent)
    {
        _accented |= isAccent;
        foreach (var c in folded)
        {
            if (c == ' ')
                End();
            else
                Append(c);
        }
    }

    private void Append(char c)
    {
        if (_word.Length == 0)
            _start = _at;
        _word.Append(c);
    }

    private void Append(string text)
    {
        foreach (var c in text)
            Append(c);
    }

    /// <summary>Ends the word and adds another, which a sign stands for.</summary>
    private void Word(string word)
    {
        End();
        _start = _at;
        _tokens.Add(new(word, word, _at, _at + 1, _before));
        _before = Breaks.None;
    }

    private void End(bool dotted = false)
    {
        if (_word.Length == 0)
            return;
        var typed = _word.ToString();
        _tokens.Add(new(WordForm.Of(typed), typed, _start, Math.Min(_at, _phrase.Length), _before, dotted, _accented));
        _word.Clear();
        _accented = false;
        _before = Breaks.None;
    }

    private char Peek(int ahead) => _at + ahead < _phrase.Length ? Characters.Plain(_phrase[_at + ahead]) : '\0';
}
