using System.Reflection;
using CrowdDx.Terminology.Concepts;

namespace CrowdDx.Terminology.Loading;

/// <summary>The hand-written core, which is embedded in this assembly.</summary>
internal static class CoreFiles
{
    public const string SourceName = "CrowdDx core";

    private const string Folder = "Core/";

    /// <summary>Reads all files of the core, in the order of their names.</summary>
    public static TerminologyDraft Read()
    {
        var draft = new TerminologyDraft();
        var source = new TerminologySource(SourceName, "", "as CrowdDx");
        foreach (var resource in Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
            var file = resource[Folder.Length..];
            if (file.StartsWith("ambiguous", StringComparison.Ordinal))
                AmbiguousReader.Read(file, reader, draft);
            else
                new CoreFormatReader(file, source, draft).Read(reader);
        }

        return draft;
    }
}
