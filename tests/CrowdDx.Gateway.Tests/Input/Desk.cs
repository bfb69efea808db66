using System.Net;
using System.Text;
using System.Text.Json.Nodes;

using CrowdDx.Gateway.Tests.Scenes;
using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Input;

/// <summary>One application for all that is refused, with the people who may write, and what can be read of their things.</summary>
[CollectionDefinition(Name)]
public sealed class Desk : ICollectionFixture<Desk>, IAsyncLifetime
{
    public const string Name = "input";

    /// <summary>Stands in every text that these tests send; nothing that is logged may hold it.</summary>
    public const string Marker = "Zyzzyvaxus";

    public CrowdDxApplication App { get; } = new();

    public Side Side { get; private set; } = null!;

    public Person Operator { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Operator = await App.OperatorAsync();
        Side = await Side.CreateAsync(App);
        await App.WaitForDifferentialAsync(Side.Author, Side.CaseId, answers: 1);
    }

    public Task DisposeAsync()
    {
        App.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Every route that takes a body.</summary>
    public async Task<IReadOnlyList<ApiRoute>> WritesAsync() => [.. (await ApiRoute.ReadAllAsync(App)).Where(route => route.TakesBody)];

    /// <summary>Sends a body to a route as somebody who may use it.</summary>
    public async Task<HttpResponseMessage> SendAsync(ApiRoute route, HttpContent? body)
    {
        var path = route.Fill(parameter => parameter switch
        {
            "caseId" => Side.CaseId,
            "questionId" => Side.QuestionId,
            "networkId" => Side.Network,
            "expertId" => Side.Blind.Id,
            _ => throw new InvalidOperationException($"{route.Name} has a parameter {parameter}: say here whose it is."),
        });
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), path) { Content = body };
        return await WriterOf(route).Http.SendAsync(request);
    }

    public Task<HttpResponseMessage> SendAsync(ApiRoute route, JsonNode body) => SendAsync(route, Json.Content(body.ToJsonString()));

    /// <summary>Goes on with a case that nothing was done to.</summary>
    public async Task RefreshAsync()
    {
        Side = await Side.WithFreshCaseAsync();
        await App.WaitForDifferentialAsync(Side.Author, Side.CaseId, answers: 1);
    }

    /// <summary>Everything that the API tells of what is stored, as text.</summary>
    public async Task<string> StoredAsync()
    {
        var told = new StringBuilder();
        foreach (var (person, path) in new[]
        {
            (Side.Author, "me"), (Side.Author, "me/keys"), (Side.Author, "cases?limit=200"), (Side.Author, $"cases/{Side.CaseId}"), (Side.Author, $"cases/{Side.CaseId}/verdicts"),
            (Side.Author, $"cases/{Side.CaseId}/differential"), (Side.Blind, "me"), (Side.Blind, "me/keys"), (Side.Blind, "me/preferences"), (Side.Blind, "inbox?state=all&limit=200"),
            (Side.Blind, $"cases/{Side.CaseId}"), (Side.Curator, "networks?limit=200"), (Side.Curator, $"networks/{Side.Network}/members"),
        })
        {
            told.AppendLine(await person.GetAsync(path).ReadTextAsync(HttpStatusCode.OK));
        }
        using var mine = await Side.Blind.GetAsync($"cases/{Side.CaseId}/answers/mine");
        return told.Append(mine.StatusCode).ToString();
    }

    private Person WriterOf(ApiRoute route)
        => route.Name switch
        {
            "POST /accounts" or "POST /setup" or "POST /session" or "POST /messages/replay" => Operator,
            "POST /networks" or "PATCH /networks/{networkId}" or "POST /networks/{networkId}/members/{expertId}/verify" => Side.Curator,
            "PUT /me/preferences" or "PUT /networks/{networkId}/membership" or "POST /cases/{caseId}/questions" or "POST /cases/{caseId}/decline"
                or "PUT /cases/{caseId}/answers/mine" => Side.Blind,
            _ => Side.Author,
        };
}
