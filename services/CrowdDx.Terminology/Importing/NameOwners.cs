using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Indexing;
using CrowdDx.Terminology.Loading;
using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Importing;

/// <summary>Whose name a name is, and whose code a code, while sources are merged.</summary>
internal sealed class NameOwners
{
    private readonly Dictionary<string, DiagnosisDraft> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Coding, DiagnosisDraft> _byCoding = [];

    /// <summary>The owner of a name however it is written; null if it has none.</summary>
    public DiagnosisDraft? Of(string name) => _byName.GetValueOrDefault(Form(name));

    public DiagnosisDraft? Of(Coding coding) => _byCoding.GetValueOrDefault(coding);

    /// <summary>Gives a name to a diagnosis. False if it is another's, or names nothing.</summary>
    public bool Claim(DiagnosisName name, DiagnosisDraft owner)
    {
        if (name.Kind == NameKind.Abbreviation)
            return AbbreviationTable.KeyOf(name.Text).Length > 0;
        var form = Form(name.Text);
        return form.Length > 0 && (_byName.TryAdd(form, owner) || _byName[form] == owner);
    }

    public bool Claim(Coding coding, DiagnosisDraft owner) => _byCoding.TryAdd(coding, owner) || _byCoding[coding] == owner;

    /// <summary>The same for every way to write a name.</summary>
    public static string Form(string name) => string.Join(' ', Arrangement.Of([.. Phrasing.Of(name).Select(static word => word.Text)]));
}
