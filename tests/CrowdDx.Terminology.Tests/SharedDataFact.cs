namespace CrowdDx.Terminology.Tests;

/// <summary>A test on the shared ontology, which lies beside the repository and not in it.</summary>
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (HumanDiseaseOntology.Length == 0)
            Skip = "The shared data is not there: ../shared/data/terminology/doid-composite.obo beside the repository.";
    }

    /// <summary>Path of the file; empty where there is none.</summary>
    public static string HumanDiseaseOntology { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "..", "shared", "data", "terminology", "doid-composite.obo");
            if (File.Exists(file))
                return Path.GetFullPath(file);
        }

        return "";
    }
}
