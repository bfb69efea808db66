namespace CrowdDx.Architecture.Tests;

/// <summary>A repository of the test's own making, in a temporary folder.</summary>
internal sealed class BrokenRepository : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("crowddx-architecture-");

    public BrokenRepository Project(string folder, string items = "") =>
        With($"{folder}/{Path.GetFileName(folder)}.csproj", $"""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup>{items}</ItemGroup></Project>""");

    public BrokenRepository With(string path, string content)
    {
        var file = new FileInfo(Path.Combine(_root.FullName, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, content);
        return this;
    }

    public Repository Read() => new(_root.FullName);

    public void Dispose() => _root.Delete(recursive: true);
}
