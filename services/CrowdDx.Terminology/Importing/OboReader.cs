using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Loading;

namespace CrowdDx.Terminology.Importing;

/// <summary>
/// Reads the terms of an OBO file (OBO Flat File Format 1.4): id, name, exact synonyms, is_a, cross references. Obsolete terms are passed over, and so are synonyms that
/// the file itself calls related, broad or narrow.
/// </summary>
internal sealed class OboReader(string file, TerminologyDraft draft)
{
    private OboSource _source = new();
    private DiagnosisDraft? _term;
    private bool _inHeader = true;
    private bool _isObsolete;
    private int _start;
    private int _line;

    public void Read(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            _line++;
            if (line.StartsWith('['))
                StartStanza(line.Trim());
            else if (line.Trim() is { Length: > 0 } text && text[0] != '!')
                ReadTag(text);
        }

        End();
    }

    private void StartStanza(string head)
    {
        End();
        _inHeader = false;
        _isObsolete = false;
        _start = head == "[Term]" ? _line : 0;
        if (!head.EndsWith(']'))
            Problem($"'{head}' is no stanza.");
    }

    private void ReadTag(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            Problem("A line is a tag, a colon and a value.");
            return;
        }

        var (tag, value) = (line[..colon], line[(colon + 1)..].Trim());
        if (_inHeader)
            _source = _source.With(tag, value);
        else if (_start > 0 && tag == "id")
            _term = new(OboText.Bare(value), file, _start);
        else if (_start > 0 && _term is { } term)
            ReadTag(term, tag, value);
        else if (_start > 0)
            Problem($"'{tag}' stands before the id of its term.");
    }

    private void ReadTag(DiagnosisDraft term, string tag, string value)
    {
        switch (tag)
        {
            case "name":
                term.Label = OboText.Plain(value);
                term.Names.Add(new(new(term.Label, NameKind.Preferred, "en", _source.Source), _line));
                break;
            case "synonym":
                if (OboText.Synonym(value) is not { } synonym)
                    Problem($"'{value}' is no synonym: \"text\" SCOPE [references].");
                else if (synonym.Scope == "EXACT")
                    term.Names.Add(new(new(synonym.Text, synonym.Kind, "en", _source.Source), _line));
                break;
            case "is_a":
                term.Parents.Add(OboText.Bare(value));
                break;
            case "xref":
                if (CodeSystems.Parse(OboText.Bare(value)) is { } coding)
                    term.Codings.Add(coding);
                break;
            case "is_obsolete":
                _isObsolete = value.StartsWith("true", StringComparison.Ordinal);
                break;
        }
    }

    private void End()
    {
        if (_start > 0 && !_isObsolete)
        {
            if (_term is not { Label.Length: > 0, Id.Length: > 0 } term)
                draft.Problems.Add(new(file, _start, "A term needs an id and a name."));
            else if (CodeSystems.Parse(term.Id) is { } own)
                Add(term, own);
            else
                draft.Diagnoses.Add(term);
        }

        (_term, _start) = (null, 0);
    }

    private void Add(DiagnosisDraft term, Coding own)
    {
        term.Codings.Insert(0, own);
        draft.Diagnoses.Add(term);
    }

    private void Problem(string text) => draft.Problems.Add(new(file, _line, text));
}
