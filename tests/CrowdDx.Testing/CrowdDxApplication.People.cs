using System.Net;
using System.Text.Json.Nodes;

namespace CrowdDx.Testing;

public sealed partial class CrowdDxApplication
{
    private static readonly Dictionary<string, string[]> ScopesOfRole = new(StringComparer.Ordinal)
    {
        ["student"] = ["cases"],
        ["expert"] = ["answers", "networks"],
        ["curator"] = ["networks"],
        ["researcher"] = ["research.read"],
        ["operator"] = ["operate", "networks"],
    };

    public async Task<Person> StudentAsync() => (await CreateAsync(1, "student"))[0];

    public async Task<Person> ExpertAsync() => (await CreateAsync(1, "expert"))[0];

    public async Task<Person> CuratorAsync() => (await CreateAsync(1, "curator"))[0];

    public Task<IReadOnlyList<Person>> ExpertsAsync(int count) => CreateAsync(count, "expert");

    /// <summary>Accounts of the given roles, each with a key of all the scopes that they allow.</summary>
    public async Task<IReadOnlyList<Person>> CreateAsync(int count, params string[] roles)
    {
        var op = await OperatorAsync();
        var people = new List<Person>(count);
        foreach (var chunk in Enumerable.Range(0, count).Select(_ => Interlocked.Increment(ref _people)).Chunk(1_000))
        {
            var accounts = chunk.Select(n => new
            {
                email = $"{roles[0]}{n}@example.org",
                displayName = $"{roles[0]} {n}",
                roles,
                key = new { name = "test", scopes = ScopesOf(roles) },
            }).ToArray();
            var created = await op.PostAsync("accounts", new { accounts }).ReadAsync(HttpStatusCode.Created);
            people.AddRange(created["accounts"]!.AsArray().Select((account, i) => PersonOf(account!, accounts[i].displayName)));
        }
        return people;
    }

    /// <summary>A client without credentials.</summary>
    public HttpClient Anonymous() => CreateClient();

    internal static string[] ScopesOf(IEnumerable<string> roles) => [.. roles.SelectMany(role => ScopesOfRole[role]).Distinct()];

    private Person PersonOf(JsonNode account, string name)
        => Person.Of(CreateClient(), (Guid)account["id"]!, name, (string)account["key"]!);
}
