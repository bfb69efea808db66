using System.Text.RegularExpressions;

using CrowdDx.Testing;

namespace CrowdDx.Worker.Tests.Operating;

/// <summary>docs/operations.md, whose marked commands are run as they stand there, with servers of this machine in place of containers.</summary>
internal static partial class OperationsDocument
{
    // What docker-compose exec and docker run do, less the container: the command, here. The volume of keys is a folder.
    private const string ExecHere = "#!/bin/bash\n[ \"$1 $2\" = 'exec -T' ] || exit 64\nshift 3\nset -- \"${@//\\/run\\/nginx/$RUN_NGINX}\"\nexec \"${@//\\/etc\\/crowddx/$PWD}\"\n";
    private const string RunHere = "#!/bin/bash\n[ \"$1\" = run ] || exit 64\nwhile [ \"$1\" != nginx:1.28 ]; do shift; done\nshift\nexec \"${@//\\/keys/$KEYS}\"\n";

    public static string Text { get; } = File.ReadAllText(Checkout.PathOf("docs/operations.md"));

    /// <summary>The block that is marked with a name.</summary>
    public static string Block(string name) => Assert.Single(Blocks().Matches(Text), block => block.Groups["name"].Value == name).Groups["code"].Value;

    /// <summary>Runs the block in a folder; environment variables say where servers are.</summary>
    public static async Task RunAsync(string name, string folder, Dictionary<string, string> environment)
    {
        var here = Directory.CreateDirectory(Path.Combine(folder, "here")).FullName;
        await WriteAsync(Path.Combine(here, "docker-compose"), ExecHere);
        await WriteAsync(Path.Combine(here, "docker"), RunHere);
        var path = $"{here}:{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin";
        (await CommandRun.ToEndAsync(folder, TimeSpan.FromMinutes(2), new Dictionary<string, string>(environment, StringComparer.Ordinal) { ["PATH"] = path }, "bash", "-euo", "pipefail", "-c", Block(name))).Succeeded();
    }

    private static async Task WriteAsync(string file, string script)
    {
        await File.WriteAllTextAsync(file, script);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    [GeneratedRegex("^<!-- run: (?<name>[a-z-]+) -->\n```(sh|nginx)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blocks();
}
