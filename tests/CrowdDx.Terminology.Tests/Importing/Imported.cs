using System.Text;
using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Importing;

namespace CrowdDx.Terminology.Tests.Importing;

/// <summary>Files of a test's own making, imported one upon the other.</summary>
internal sealed class Imported
{
    private readonly TerminologyImport _import;

    private Imported(bool withCore) => _import = new(withCore);

    public static Imported Alone => new(withCore: false);

    public static Imported UponCore => new(withCore: true);

    public List<ImportReport> Reports { get; } = [];

    public LoadedTerminology Loaded => _import.Build();

    public Imported With(string file, string content)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        Reports.Add(_import.Add(file, stream));
        return this;
    }

    public string[] Problems => [.. Reports.SelectMany(report => report.Problems).Select(problem => problem.ToString())];

    public string[] Names(string id) => [.. Loaded.Find(id)!.Names.Select(name => name.Text)];
}
