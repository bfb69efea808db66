using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

using CrowdDx.Accounts;
using CrowdDx.Gateway.Live;
using CrowdDx.Gateway.Web;
using CrowdDx.Hosting;
using CrowdDx.Hosting.Database;
using CrowdDx.Hosting.Messaging;
using CrowdDx.Hosting.Telemetry;
using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Readme;

/// <summary>What the README says is so.</summary>
[Collection("Processes")]
public sealed partial class ReadmeTests
{
    private static readonly Dictionary<Type, string> Sections = new()
    {
        [typeof(HostingOptions)] = "Hosting",
        [typeof(DatabaseOptions)] = "Database",
        [typeof(MessagingOptions)] = "Messaging",
        [typeof(RabbitMqOptions)] = "Messaging:RabbitMq",
        [typeof(TelemetryOptions)] = "Telemetry",
        [typeof(AccountsOptions)] = "Accounts",
        [typeof(RateLimitOptions)] = "RateLimits",
        [typeof(LiveOptions)] = "Live",
        [typeof(ProxyOptions)] = "Proxy",
    };

    private static readonly string Text = File.ReadAllText(Checkout.PathOf("README.md"));

    [Fact]
    public async Task RoundTrip_WhenPasted_ShowsBothTheDifferential()
    {
        await using var gateway = await GatewayProcess.StartAsIsAsync();
        var block = Assert.Single(ShellBlocks().Matches(Text), match => match.Groups["code"].Value.StartsWith("LINK=", StringComparison.Ordinal)).Groups["code"].Value;
        var script = $"LINK='{gateway.SetupLinks[0]}'\n{block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..]}";

        var run = await CommandRun.ToEndAsync(gateway.Folder, TimeSpan.FromMinutes(1), new Dictionary<string, string>(StringComparer.Ordinal), "bash", "-euo", "pipefail", "-c", script);

        var entries = run.Succeeded().Output.Split('\n').Where(line => line.StartsWith("{\"rank\":", StringComparison.Ordinal)).Select(line => JsonNode.Parse(line)!).ToList();
        var seen = entries.Select(entry => $"{entry["rank"]} {entry["label"]} {entry["share"]}").ToList();
        string[] board = ["1 Biliary microlithiasis 0.5", "2 Hereditary pancreatitis 0.25", "2 Pancreas divisum 0.25"];
        Assert.Equal([.. board, .. board], seen);
        Assert.Empty(gateway.Complaints);
    }

    [Fact]
    public void ConfigurationTable_HasEveryOptionWithItsDefault()
    {
        var expected = Sections
            .SelectMany(section => section.Key.GetProperties().Select(property => $"{section.Value}:{property.Name} = {Written(property.GetValue(Activator.CreateInstance(section.Key)))}"));

        var rows = TableRows().Matches(Text).Where(row => row.Groups["key"].Value.Contains(':', StringComparison.Ordinal)).Select(row => $"{row.Groups["key"].Value} = {row.Groups["value"].Value}");

        Assert.Equal(expected.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ConfigurationTable_KnowsEveryOptionsClass()
    {
        var classes = Directory.EnumerateFiles(AppContext.BaseDirectory, "CrowdDx.*.dll")
            .Where(file => !Path.GetFileName(file).Contains("Test", StringComparison.Ordinal))
            .SelectMany(file => Assembly.LoadFrom(file).GetExportedTypes())
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal));

        Assert.Equal(Sections.Keys.Select(type => type.FullName).Order(StringComparer.Ordinal), classes.Select(type => type.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Links_LeadToFiles()
    {
        var targets = Links().Matches(Text).Select(link => link.Groups["target"].Value).ToList();

        Assert.NotEmpty(targets);
        Assert.DoesNotContain(targets, target => !Path.Exists(Checkout.PathOf(target)));
    }

    [Fact]
    public void ProjectMap_NamesEveryProject()
    {
        var projects = new[] { "gateway", "services" }
            .SelectMany(folder => Directory.EnumerateFiles(Checkout.PathOf(folder), "*.csproj", SearchOption.AllDirectories).Select(file => $"{folder}/{Path.GetFileNameWithoutExtension(file)}"));

        Assert.DoesNotContain(projects, project => !Text.Contains($"`{project}`", StringComparison.Ordinal));
    }

    private static string Written(object? value)
        => value switch
        {
            bool yes => yes ? "true" : "false",
            TimeSpan duration => duration.ToString("c", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };

    [GeneratedRegex("^```sh\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ShellBlocks();

    [GeneratedRegex(@"^\| `(?<key>[A-Za-z:]+)` \| (`(?<value>[^`]*)` )?\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TableRows();

    [GeneratedRegex(@"\]\((?<target>[^)#:]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();
}
