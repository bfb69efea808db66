using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrowdDx.Cli.Tests;

/// <summary>
/// A service of the test's own, on a real port: the routes that replay uses, with their rules on keys, idempotency, invitations and versions, and with whatever
/// disturbances a test plans.
/// </summary>
internal sealed class FakeService : IAsyncDisposable
{
    public const string OperatorKey = "operator-key";

    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly List<Disturbance> _disturbances = [];

    private FakeService(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    public ConcurrentBag<string> Requests { get; } = [];

    public Dictionary<string, FakeAccount> Accounts { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Guid> Networks { get; } = new(StringComparer.OrdinalIgnoreCase);

    public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

    public Dictionary<Guid, FakeCase> Cases { get; } = [];

    /// <summary>How many PUTs of an expert to a case find no invitation yet.</summary>
    public int Uninvited { get; set; }

    public static async Task<FakeService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow);
        var service = new FakeService(builder.Build());
        service.Map();
        await service._app.StartAsync();
        return service;
    }

    /// <summary>Disturbs the next requests of a method whose path ends so. The action says whether the request is still handled.</summary>
    public void Disturb(string method, string pathEnd, int times, Func<HttpContext, Func<Task>, Task> action)
    {
        lock (_gate)
            _disturbances.Add(new(method, pathEnd, action) { Left = times });
    }

    public int Count(string request) => Requests.Count(made => made == request);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Map()
    {
        _app.Use(async (context, next) =>
        {
            Requests.Add($"{context.Request.Method} /{context.Request.Path.Value!.Split('/').Last()}");
            if (Take(context.Request) is { } disturbance)
                await disturbance.Action(context, () => next(context));
            else
                await next(context);
        });
        var api = _app.MapGroup("/api/v1");
        api.MapPost("/accounts", (HttpContext context, FakeAccountsRequest request) => As(context, "operator", _ => CreateAccounts(request)));
        api.MapPost("/networks", (HttpContext context, FakeNetworkRequest request) => As(context, "operator", _ => CreateNetwork(request)));
        api.MapGet("/networks", (HttpContext context) => As(context, "operator", _ => Results.Ok(
            new { Items = Networks.Select(network => new { Id = network.Value, Name = network.Key }), Next = (string?)null })));
        api.MapPut("/networks/{id:guid}/membership", (HttpContext context, Guid id, FakeMembership membership) => As(context, "expert", caller =>
        {
            Assert.Contains(id, Networks.Values);
            Assert.Equal("active", membership.Status);
            Members.Add(caller.Email);
            return Results.Ok(new { membership.Status });
        }));
        api.MapPost("/cases", (HttpContext context, FakeCaseRequest request) => As(context, "student", caller => PostCase(context, caller, request)));
        api.MapPut("/cases/{id:guid}/answers/mine", (HttpContext context, Guid id, FakeAnswer answer) => As(context, "expert", caller => Put(id, caller, answer)));
        api.MapPost("/cases/{id:guid}/outcome", (HttpContext context, Guid id, FakeOutcome outcome) => As(context, "student", _ =>
        {
            Cases[id].Outcomes.Add(outcome);
            return Results.Created((string?)null, new { });
        }));
        api.MapGet("/cases/{id:guid}/differential", (HttpContext context, Guid id) => As(context, "student", caller => Board(Cases[id], caller)));
    }

    private Disturbance? Take(HttpRequest request)
    {
        lock (_gate)
        {
            var found = _disturbances.FirstOrDefault(disturbance => disturbance.Left > 0 && disturbance.Method == request.Method
                && request.Path.Value!.EndsWith(disturbance.PathEnd, StringComparison.Ordinal));
            if (found is not null)
                found.Left--;
            return found;
        }
    }

    private IResult As(HttpContext context, string role, Func<FakeAccount, IResult> act)
    {
        var key = context.Request.Headers.Authorization.ToString()["Bearer ".Length..];
        lock (_gate)
        {
            var caller = key == OperatorKey ? new("", "operator", [], "") : Accounts.Values.FirstOrDefault(account => account.Key == key);
            if (caller is null)
                return Results.Problem(title: "Sign in first.", statusCode: 401);
            return caller.Role == role ? act(caller) : Results.Problem(title: "Not for you.", statusCode: 403);
        }
    }

    private IResult CreateAccounts(FakeAccountsRequest request)
    {
        if (request.Accounts.Any(account => Accounts.ContainsKey(account.Email)))
            return Results.Problem(title: "An account with this e-mail address exists already.", statusCode: 409);
        foreach (var account in request.Accounts)
            Accounts.Add(account.Email, new(account.Email, account.Roles.Single(), account.Key.Scopes, $"key-{Guid.CreateVersion7():N}"));
        return Results.Created((string?)null, new { Accounts = request.Accounts.Select(a => new { Id = Guid.CreateVersion7(), a.Email, Accounts[a.Email].Key }) });
    }

    private IResult CreateNetwork(FakeNetworkRequest request)
    {
        var id = Guid.CreateVersion7();
        return Networks.TryAdd(request.Name, id)
            ? Results.Created((string?)null, new { Id = id, request.Name })
            : Results.Problem(title: "A network of this name exists already.", statusCode: 409);
    }

    private IResult PostCase(HttpContext context, FakeAccount caller, FakeCaseRequest request)
    {
        if (request.Title.Contains("refuse me", StringComparison.Ordinal))
        {
            return Results.ValidationProblem(new Dictionary<string, string[]>(StringComparer.Ordinal) { ["title"] = ["Say something else."] });
        }

        var key = context.Request.Headers["Idempotency-Key"].Single()!;
        var body = JsonSerializer.Serialize(request);
        var known = Cases.Values.FirstOrDefault(c => c.Author == caller && c.IdempotencyKey == key);
        if (known is not null)
            return known.Body == body ? Results.Ok(new { known.Id }) : Results.Problem(title: "This key was used with another body.", statusCode: 422);
        var posted = new FakeCase(Guid.CreateVersion7(), caller, key, body, request);
        Cases.Add(posted.Id, posted);
        return Results.Created((string?)null, new { posted.Id });
    }

    private IResult Put(Guid id, FakeAccount caller, FakeAnswer answer)
    {
        var answered = Cases[id];
        var tried = answered.Tried[caller.Email] = answered.Tried.GetValueOrDefault(caller.Email) + 1;
        if (!Members.Contains(caller.Email) || tried <= Uninvited)
            return Results.Problem(title: "Not found.", statusCode: 404);
        var versions = answered.Answers.TryGetValue(caller.Email, out var known) ? known : answered.Answers[caller.Email] = [];
        var body = JsonSerializer.Serialize(answer);
        if (versions.Count > 0 && JsonSerializer.Serialize(versions[^1]) == body)
            return Results.Ok(new { Version = versions.Count });
        versions.Add(answer);
        return Results.Created((string?)null, new { Version = versions.Count });
    }

    private static IResult Board(FakeCase asked, FakeAccount caller)
    {
        if (asked.Author != caller || asked.Answers.Count == 0 || asked.Boards++ == 0)
            return Results.Problem(title: "Not found.", statusCode: 404);
        var scores = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var versions in asked.Answers.Values)
        {
            for (var g = 0; g < versions[^1].Diagnoses.Count; g++)
            {
                foreach (var diagnosis in versions[^1].Diagnoses[g])
                    scores[diagnosis.Text] = scores.GetValueOrDefault(diagnosis.Text) + 60 / (g + 1);
            }
        }

        double total = scores.Values.Sum();
        var entries = scores.OrderByDescending(score => score.Value)
            .Select((score, i) => new { Rank = i + 1, Label = score.Key, Score = score.Value / 60.0, Share = score.Value / total });
        return Results.Ok(new { Version = 1, Answers = asked.Answers.Count, Settled = false, Entries = entries });
    }

    private sealed record Disturbance(string Method, string PathEnd, Func<HttpContext, Func<Task>, Task> Action)
    {
        public int Left { get; set; }
    }
}

internal sealed record FakeAccount(string Email, string Role, IReadOnlyList<string> Scopes, string Key);

internal sealed record FakeCase(Guid Id, FakeAccount Author, string IdempotencyKey, string Body, FakeCaseRequest Request)
{
    public Dictionary<string, List<FakeAnswer>> Answers { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Tried { get; } = new(StringComparer.Ordinal);

    public List<FakeOutcome> Outcomes { get; } = [];

    public int Boards { get; set; }
}

internal sealed record FakeAccountsRequest(IReadOnlyList<FakeNewAccount> Accounts);

internal sealed record FakeNewAccount(string Email, string DisplayName, IReadOnlyList<string> Roles, FakeKey Key);

internal sealed record FakeKey(string Name, IReadOnlyList<string> Scopes);

internal sealed record FakeNetworkRequest(
    string Name, string Description, string Rules, IReadOnlyList<string> Specialties, IReadOnlyList<string> Languages, string? Country, string JoinPolicy, bool AllowsHour);

internal sealed record FakeMembership(string Status);

internal sealed record FakeCaseRequest(
    string Title, JsonObject Patient, string Presentation, string? History, string? Examination, string? Investigations, string? Question,
    IReadOnlyList<string> Specialties, string Language, IReadOnlyList<Guid> Networks, string AnswerWanted, JsonObject Permission,
    bool AcceptRedactions, bool AcknowledgeEmergency);

internal sealed record FakeDiagnosis(string Text, FakeCoding? Coding = null, double? Confidence = null, bool? Dangerous = null);

internal sealed record FakeCoding(string System, string Code);

internal sealed record FakeAnswer(IReadOnlyList<IReadOnlyList<FakeDiagnosis>> Diagnoses, string? Rationale, string? NextTest, string? Assistance);

internal sealed record FakeOutcome(string Status, string? Basis, IReadOnlyList<FakeDiagnosis>? Diagnoses);
