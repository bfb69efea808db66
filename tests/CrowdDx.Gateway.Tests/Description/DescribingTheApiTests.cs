using System.Text.Json.Nodes;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Description;

public sealed class DescribingTheApiTests(CrowdDxApplication app) : IClassFixture<CrowdDxApplication>
{
    [Fact]
    public async Task Operations_Always_SayWhatTheyDoWhoMayAndHowTheyRefuse()
    {
        var operations = await OperationsAsync();

        Assert.NotEmpty(operations);
        Assert.Empty(operations.Where(o => o.Body["summary"] is null).Select(o => o.Name));
        Assert.Empty(operations.Where(o => o.Body["responses"]!["429"] is null).Select(o => o.Name));
        Assert.Equal(
            ["post /api/v1/session", "post /api/v1/setup"],
            operations.Where(o => o.Body["responses"]!["401"] is null || o.Body["security"] is not null).Select(o => o.Name).Where(name => name.StartsWith("post", StringComparison.Ordinal)).Order());
        Assert.Empty(operations.Where(o => o.Body["requestBody"] is not null && o.Body["responses"]!["400"] is null).Select(o => o.Name));
    }

    [Fact]
    public async Task Parameters_Always_AreNamedAndDescribedAsTheyAreWritten()
    {
        var parameters = (await OperationsAsync()).SelectMany(o => (o.Body["parameters"]?.AsArray() ?? []).Select(p => (o.Name, Parameter: p!))).ToList();

        var queries = parameters.Where(p => (string?)p.Parameter["in"] == "query").ToList();
        Assert.NotEmpty(queries);
        Assert.Empty(queries.Where(p => char.IsUpper(((string)p.Parameter["name"]!)[0])).Select(p => $"{p.Name} {p.Parameter["name"]}"));
        Assert.Empty(parameters.Where(p => (string?)p.Parameter["in"] != "path" && p.Parameter["description"] is null).Select(p => $"{p.Name} {p.Parameter["name"]}"));
        var board = queries.Single(p => (string?)p.Parameter["name"] == "board");
        Assert.Equal(["blind", "secondLook", "late"], board.Parameter["schema"]!["enum"]!.AsArray().Select(value => (string?)value));
    }

    [Fact]
    public async Task Schemas_Always_SayWhichMembersAreThere()
    {
        var schemas = (await DocumentAsync())["components"]!["schemas"]!.AsObject();

        Assert.Equal(
            ["title", "patient", "presentation", "specialties", "networks", "permission"],
            schemas["CaseRequest"]!["required"]!.AsArray().Select(name => (string?)name));
        Assert.Contains("closedAt", schemas["CaseView"]!["required"]!.AsArray().Select(name => (string?)name));
        Assert.True((bool)schemas["PatientView"]!["properties"]!["ageBand"]!["nullable"]!);
        Assert.Empty(schemas.SelectMany(schema => (schema.Value!["required"]?.AsArray() ?? [])
            .Where(name => schema.Value["properties"]![(string)name!] is null).Select(name => $"{schema.Key}.{name}")));
    }

    private async Task<List<(string Name, JsonNode Body)>> OperationsAsync()
        => [.. (await DocumentAsync())["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(o => ($"{o.Key} {path.Key}", o.Value!)))];

    private async Task<JsonNode> DocumentAsync()
    {
        using var anonymous = app.Anonymous();
        return JsonNode.Parse(await anonymous.GetStringAsync("/openapi/v1.json"))!;
    }
}
