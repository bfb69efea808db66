using System.Text.Json.Nodes;

using CrowdDx.Testing;
using CrowdDx.Testing.Deployments;

namespace CrowdDx.Worker.Tests.Compose;

/// <summary>docker-compose.yml as <c>docker-compose config</c> gives it: anchors resolved, variables filled in, and refused where it is wrong.</summary>
internal sealed class ComposeFile(JsonNode root, string profile)
{
    /// <summary>Where Debian puts it.</summary>
    public const string Program = "/usr/bin/docker-compose";

    /// <summary>The containers that there are with the profile.</summary>
    public IEnumerable<ComposeService> Services
        => root["services"]!.AsObject().Select(service => new ComposeService(service.Key, service.Value!)).Where(service => service.Profiles.Count == 0 || service.Profiles.Contains(profile));

    public ComposeService this[string name] => new(name, root["services"]![name]!);

    /// <summary>Names of volumes that outlive the containers.</summary>
    public IEnumerable<string> Volumes => root["volumes"]!.AsObject().Select(volume => volume.Key);

    /// <summary>Files that secrets come from, by the secret's name.</summary>
    public Dictionary<string, string> SecretFiles => root["secrets"]!.AsObject().ToDictionary(secret => secret.Key, secret => (string)secret.Value!["file"]!, StringComparer.Ordinal);

    /// <summary>Variables of a host, and the files that its secrets are mounted as, by the names that its configuration gives them.</summary>
    public Dictionary<string, string?> SettingsOf(ComposeService host)
    {
        Assert.Equal("/run/secrets", host.Environment["Hosting__SecretsFolder"]);
        var settings = host.Environment.ToDictionary(pair => pair.Key.Replace("__", ":", StringComparison.Ordinal), string? (pair) => pair.Value, StringComparer.Ordinal);
        foreach (var (source, target) in host.Secrets)
            settings[target.Replace("__", ":", StringComparison.Ordinal)] = File.ReadAllText(SecretFiles[source]).TrimEnd('\n');
        return settings;
    }

    /// <summary>With a database server by its profile, and what <c>.env</c> says of all else.</summary>
    public static async Task<ComposeFile> ReadAsync(string profile, string? secrets = null)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["COMPOSE_PROFILES"] = profile };
        if (secrets is not null)
            environment["CROWDDX_SECRETS"] = secrets;
        var config = (await CommandRun.ToEndAsync(Checkout.Root, TimeSpan.FromMinutes(1), environment, Program, "config")).Succeeded();
        Assert.Equal("", config.Error);
        var yaml = new YamlDotNet.Serialization.DeserializerBuilder().Build().Deserialize<object>(config.Output);
        return new(JsonNode.Parse(new YamlDotNet.Serialization.SerializerBuilder().JsonCompatible().Build().Serialize(yaml))!, profile);
    }
}

/// <summary>One container.</summary>
internal sealed record ComposeService(string Name, JsonNode Json)
{
    /// <summary>Whether it runs an image of ours.</summary>
    public bool IsOurs => Json["build"] is not null;

    public string Image => (string)Json["image"]!;

    public string? User => (string?)Json["user"];

    public bool IsReadOnly => (string?)Json["read_only"] == "true";

    public IReadOnlyDictionary<string, string> Environment
        => Json["environment"]?.AsObject().ToDictionary(pair => pair.Key, pair => (string)pair.Value!, StringComparer.Ordinal) ?? [];

    /// <summary>Ids of secrets, with the name that the file has in the container.</summary>
    public IReadOnlyDictionary<string, string> Secrets
        => Json["secrets"]?.AsArray().ToDictionary(secret => (string)secret!["source"]!, secret => (string?)secret!["target"] ?? (string)secret["source"]!, StringComparer.Ordinal) ?? [];

    /// <summary>Its fixed address between the proxy and the gateways.</summary>
    public string Address => (string)Json["networks"]!["front"]!["ipv4_address"]!;

    public IReadOnlyList<string> Profiles => Strings("profiles");

    /// <summary>The command that tells whether it is well; empty for a job, which ends.</summary>
    public IReadOnlyList<string> Health => Strings("healthcheck", "test") is ["NONE"] ? [] : Strings("healthcheck", "test");

    public IReadOnlyList<string> Command => Strings("command");

    public IReadOnlyList<string> Strings(params string[] path)
        => [.. path.Aggregate<string, JsonNode?>(Json, (node, name) => node?[name])?.AsArray().Select(text => (string)text!) ?? []];

    /// <summary>What it waits for, with the condition.</summary>
    public IReadOnlyDictionary<string, string> DependsOn
        => Json["depends_on"]?.AsObject().ToDictionary(pair => pair.Key, pair => (string)pair.Value!["condition"]!, StringComparer.Ordinal) ?? [];
}

/// <summary>A test of docker-compose.yml; <c>tests/run.sh</c> installs docker-compose.</summary>
internal sealed class ComposeTheoryAttribute : TheoryAttribute
{
    public ComposeTheoryAttribute()
    {
        if (!File.Exists(ComposeFile.Program))
            Skip = $"{ComposeFile.Program} is not there; tests/run.sh installs it.";
    }
}

/// <summary>A test that starts what docker-compose.yml says, on RabbitMQ and PostgreSQL.</summary>
internal sealed class ComposedFactAttribute : FactAttribute
{
    public ComposedFactAttribute() => Skip = new ComposeTheoryAttribute().Skip ?? new DeploymentFactAttribute().Skip;
}
