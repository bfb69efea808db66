using System.CommandLine;

using CrowdDx.Cli.Terminal;

namespace CrowdDx.Cli.Tests;

/// <summary>A command in a folder of its own.</summary>
internal sealed class Tool(Func<Command> command) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crowddx-tool-");

    public string Path(string file) => System.IO.Path.Combine(_folder.FullName, file);

    /// <summary>Writes a file, and gives its path.</summary>
    public string File(string name, params string[] lines)
    {
        System.IO.File.WriteAllLines(Path(name), lines);
        return Path(name);
    }

    public async Task<Ran> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await new CrowdDxTool("Test").With(command).RunAsync(arguments, new InvocationConfiguration { Output = output, Error = error }, default);
        return new(code, output.ToString(), error.ToString());
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
