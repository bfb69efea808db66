using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Loading;

namespace CrowdDx.Terminology.Importing;

/// <summary>What became of a file.</summary>
/// <param name="File">Its name.</param>
/// <param name="Read">How many diagnoses were read, children that synonyms became included.</param>
/// <param name="Merged">How many of them were known already.</param>
/// <param name="Added">How many are new.</param>
/// <param name="Children">How many synonyms added a modifier and became children.</param>
/// <param name="Broader">How many synonyms were broader than the name, and left out.</param>
/// <param name="Problems">Lines that could not be read; they were skipped.</param>
/// <param name="LeftOut">Names and relations that contradict the sources before, and were left out.</param>
public sealed record ImportReport(
    string File, int Read, int Merged, int Added, int Children, int Broader, IReadOnlyList<TerminologyProblem> Problems, IReadOnlyList<TerminologyProblem> LeftOut);

/// <summary>Loads terminologies one upon the other. What is loaded first is believed first. Not for use by several threads.</summary>
public sealed class TerminologyImport
{
    private readonly TerminologyMerge _merge = new();

    /// <summary>Starts with the core, or with nothing.</summary>
    public TerminologyImport(bool withCore = true)
    {
        if (withCore)
            _merge.Add(CoreFiles.Read());
    }

    /// <summary>Adds a file.</summary>
    /// <param name="file">Its name, of which the ending tells the format.</param>
    /// <param name="content">Its content, UTF-8.</param>
    /// <returns>What became of it. Where it has problems, the lines in question were skipped and the rest was added.</returns>
    public ImportReport Add(string file, Stream content)
    {
        var (draft, children, broader) = Read(file, content);
        var (merged, added, leftOut) = _merge.Add(draft);
        return new(file, draft.Diagnoses.Count, merged, added, children, broader, draft.Problems, leftOut);
    }

    /// <summary>The terminology of all that was added.</summary>
    public LoadedTerminology Build() => TerminologyAssembler.Assemble(_merge.Merged);

    /// <summary>Reads a file and writes it in the text format, by itself and unmerged.</summary>
    /// <param name="file">Its name, of which the ending tells the format.</param>
    /// <param name="content">Its content, UTF-8.</param>
    /// <param name="roots">Ids of diagnoses; only they and their kinds are written. Empty for all.</param>
    /// <param name="output">Where to write.</param>
    /// <returns>How many diagnoses were written, and what could not be read.</returns>
    public static (int Written, IReadOnlyList<TerminologyProblem> Problems) Convert(string file, Stream content, IReadOnlyCollection<string> roots, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(roots);
        ArgumentNullException.ThrowIfNull(output);
        var draft = Read(file, content).Draft;
        var written = roots.Count == 0 ? draft.Diagnoses : Below(roots, draft.Diagnoses);
        CoreFormatWriter.Write(written, output);
        return (written.Count, draft.Problems);
    }

    private static (TerminologyDraft Draft, int Children, int Broader) Read(string file, Stream content)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        ArgumentNullException.ThrowIfNull(content);
        var draft = TerminologyReader.Read(file, content);
        var (children, broader) = Path.GetExtension(file).Equals(".obo", StringComparison.OrdinalIgnoreCase) ? ModifierSynonyms.Apply(draft.Diagnoses) : (0, 0);
        return (draft, children, broader);
    }

    private static List<DiagnosisDraft> Below(IReadOnlyCollection<string> roots, List<DiagnosisDraft> drafts)
    {
        var below = drafts.SelectMany(draft => draft.Parents, (draft, parent) => (parent, draft)).ToLookup(pair => pair.parent, pair => pair.draft, StringComparer.Ordinal);
        var found = new HashSet<DiagnosisDraft>();
        var next = new Stack<DiagnosisDraft>(drafts.Where(draft => roots.Contains(draft.Id)));
        while (next.TryPop(out var draft))
        {
            if (!found.Add(draft))
                continue;
            foreach (var child in below[draft.Id])
                next.Push(child);
        }

        return drafts.FindAll(found.Contains);
    }
}
