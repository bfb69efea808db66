using System.Net;

namespace CrowdDx.Testing;

/// <summary>Makes accounts as an operator does.</summary>
internal static class NewAccounts
{
    private const int MostOfRequest = 1_000;

    /// <summary>Accounts, each with a key of all the scopes that its roles allow, 1,000 a request.</summary>
    public static async Task<IReadOnlyList<Person>> CreateAsync(Person op, IReadOnlyList<Newcomer> newcomers, Func<HttpClient> client)
    {
        var people = new List<Person>(newcomers.Count);
        foreach (var chunk in newcomers.Chunk(MostOfRequest))
        {
            var accounts = chunk.Select(n => new { n.Email, n.DisplayName, n.Roles, n.Password, key = new { name = "test", scopes = CrowdDxApplication.ScopesOf(n.Roles) } }).ToArray();
            var created = await op.PostAsync("accounts", new { accounts }).ReadAsync(HttpStatusCode.Created);
            people.AddRange(created["accounts"]!.AsArray().Select((account, i) => Person.Of(client(), (Guid)account!["id"]!, accounts[i].DisplayName, (string)account["key"]!)));
        }
        return people;
    }

    /// <summary>So many of the same roles.</summary>
    public static IReadOnlyList<Newcomer> Of(int count, params string[] roles)
        => [.. Enumerable.Range(1, count).Select(n => new Newcomer($"{string.Join('-', roles)}{n}@example.org", $"{roles[0]} {n}", roles))];

    /// <summary>The first operator, made with the one-time link.</summary>
    public static async Task<Person> FirstOperatorAsync(string link, Func<HttpClient> client)
    {
        var request = new { token = link.Split("token=")[1], email = "operator@example.org", displayName = "Olga Operator", password = "a long enough password" };
        using var anonymous = client();
        var created = await anonymous.PostJsonAsync("/api/v1/setup", request).ReadAsync(HttpStatusCode.Created);
        return Person.Of(client(), (Guid)created["id"]!, "Olga Operator", (string)created["key"]!);
    }
}

/// <summary>Somebody to make an account for; with a password where the person signs in to the pages.</summary>
public sealed record Newcomer(string Email, string DisplayName, IReadOnlyList<string> Roles, string? Password = null);
