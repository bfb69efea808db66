using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

using CrowdDx.Testing;

namespace CrowdDx.Worker.Tests.Compose;

/// <summary>The Dockerfile names what there is, and the versions that are built with here.</summary>
public sealed partial class DockerfileTests
{
    private static readonly string[] Lines = File.ReadAllLines(Checkout.PathOf("Dockerfile"));

    [Fact]
    public void Images_AreOfTheVersionsThatAreBuiltWith()
    {
        var sdk = (string)JsonNode.Parse(File.ReadAllText(Checkout.PathOf("global.json")))!["sdk"]!["version"]!;
        var version = string.Join('.', sdk.Split('.')[..2]);
        Assert.Contains($"<TargetFramework>net{version}</TargetFramework>", File.ReadAllText(Checkout.PathOf("Directory.Build.props")), StringComparison.Ordinal);

        var images = Matches(From()).Select(from => from.Groups["image"].Value).Where(image => image.Contains('/', StringComparison.Ordinal)).ToList();

        // "extra" is the one without a shell that has ICU, which SQL Server's driver needs.
        Assert.Equal([$"mcr.microsoft.com/dotnet/sdk:{version}", $"mcr.microsoft.com/dotnet/aspnet:{version}-noble-chiseled-extra"], images);
    }

    [Fact]
    public void Sources_AreThere_AndNotIgnored()
    {
        var sources = Matches(Copy()).SelectMany(copy => copy.Groups["from"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var ignored = File.ReadAllLines(Checkout.PathOf(".dockerignore"));

        Assert.NotEmpty(sources);
        Assert.Equal("*", ignored[0]);
        Assert.All(sources, source => Assert.True(Path.Exists(Checkout.PathOf(source)), source));
        Assert.All(sources, source => Assert.Contains($"!{source.TrimEnd('/')}", ignored));
        // What every project of the two takes from above its own folder.
        foreach (var shared in (string[])["Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", "build/", "services/", "gateway/"])
            Assert.Contains(shared, sources);
    }

    [Fact]
    public void Projects_ArePublishedAndStarted()
    {
        var published = Matches(Publish()).Select(publish => (Project: publish.Groups["project"].Value, Output: publish.Groups["output"].Value)).ToList();

        Assert.Equal(2, published.Count);
        Assert.All(published, one => Assert.True(File.Exists(Checkout.PathOf($"{one.Project}/{Path.GetFileName(one.Project)}.csproj")), one.Project));
        Assert.All(published, one => Assert.Contains(Lines, line => line == $"COPY --from=build {one.Output}/ ./"));
        Assert.All(published, one => Assert.Contains(Lines, line => line == $"ENTRYPOINT [\"dotnet\", \"{Path.GetFileName(one.Project)}.dll\"]"));
    }

    [Fact]
    public void Properties_AreThoseThatTheBuildKnows()
    {
        var properties = Property().Matches(string.Join('\n', Lines)).ToDictionary(property => property.Groups["name"].Value, property => property.Groups["value"].Value, StringComparer.Ordinal);

        Assert.Equal(("false", "true"), (properties["InvariantGlobalization"], properties["RealSqlServerTypes"]));
        Assert.Contains("$(RealSqlServerTypes)", File.ReadAllText(Checkout.PathOf("services/CrowdDx.Migrations.SqlServer/CrowdDx.Migrations.SqlServer.csproj")), StringComparison.Ordinal);
        Assert.Contains("<InvariantGlobalization>", File.ReadAllText(Checkout.PathOf("Directory.Build.props")), StringComparison.Ordinal);
    }

    [ComposeTheory]
    [InlineData("SqlServer")]
    [InlineData("PostgreSql")]
    public async Task Targets_AreThoseThatComposeBuilds_AndItsChecksRunWhatIsInThem(string profile)
    {
        var compose = await ComposeFile.ReadAsync(profile);

        foreach (var service in compose.Services.Where(service => service.IsOurs))
        {
            var target = (string)service.Json["build"]!["target"]!;
            var project = $"CrowdDx.{char.ToUpperInvariant(target[0])}{target[1..]}";
            Assert.Contains(Lines, line => line == $"FROM host AS {target}");
            Assert.True(service.Health.Count == 0 || service.Health.SequenceEqual(["CMD", "dotnet", $"{project}.dll", "health"]), service.Name);
        }
        // Where the proxy asks, the gateways listen.
        Assert.Contains(Lines, line => line.Contains("Urls=http://+:8080 ", StringComparison.Ordinal));
        foreach (var gateway in (string[])["gateway-1", "gateway-2"])
        {
            Assert.Contains($"server {gateway}:8080 ", await File.ReadAllTextAsync(Checkout.PathOf("build/nginx/gateways.conf")), StringComparison.Ordinal);
            Assert.Contains($"{gateway}:{compose[gateway].Address}", compose["nginx"].Strings("extra_hosts"));
            Assert.Equal(compose["nginx"].Address, compose[gateway].Environment["Proxy__Trusted"]);
        }
    }

    private static IEnumerable<Match> Matches(Regex pattern) => Lines.Select(line => pattern.Match(line)).Where(match => match.Success);

    [GeneratedRegex(@"^FROM (?<image>\S+) AS \w+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex From();

    // From the context, not from another image; the last word is where to.
    [GeneratedRegex(@"^COPY (?!--from)(?<from>.+) \S+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Copy();

    [GeneratedRegex(@"^RUN dotnet publish (?<project>\S+) -o (?<output>\S+) \$PUBLISH$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Publish();

    [GeneratedRegex(@"-p:(?<name>\w+)=(?<value>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Property();
}
