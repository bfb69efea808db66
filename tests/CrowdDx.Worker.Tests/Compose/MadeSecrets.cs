using CrowdDx.Testing;

namespace CrowdDx.Worker.Tests.Compose;

/// <summary>What build/make-secrets.sh makes, in a folder that goes with the test.</summary>
internal sealed class MadeSecrets : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crowddx-secrets-");

    public string Folder => Path.Combine(_folder.FullName, "made");

    /// <summary>The files that hold a password and nothing else.</summary>
    public IEnumerable<string> Passwords => Directory.EnumerateFiles(Folder, "*assword").Select(file => File.ReadAllText(file).Trim());

    public static async Task<MadeSecrets> MakeAsync()
    {
        var secrets = new MadeSecrets();
        await secrets.MakeAgainAsync();
        return secrets;
    }

    /// <summary>Runs the script on the same folder.</summary>
    public async Task<CommandRun> MakeAgainAsync()
        => (await CommandRun.ToEndAsync(_folder.FullName, TimeSpan.FromMinutes(1), new Dictionary<string, string>(StringComparer.Ordinal), Checkout.PathOf("build/make-secrets.sh"), Folder)).Succeeded();

    /// <summary>The content of a file.</summary>
    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file)).TrimEnd('\n');

    public void Dispose() => _folder.Delete(recursive: true);
}
