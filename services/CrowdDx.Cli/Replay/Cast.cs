using System.Net;

using CrowdDx.Cli.Service;
using CrowdDx.Cli.Terminal;

namespace CrowdDx.Cli.Replay;

/// <summary>The people and the network of a run: created once, kept in the state, and brought together.</summary>
internal sealed class Cast(CrowdDxApi api, ReplayState state, ReplayOptions options, Progress progress)
{
    private const int MostSlugs = 20;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <summary>Who posts a case.</summary>
    public RunAccount AuthorOf(ReplayCase replayed) => state.Accounts[AuthorRole(replayed.Author)];

    /// <summary>Who gives an answer.</summary>
    public RunAccount Of(ExpertAnswer answer) => state.Accounts[ExpertRole(answer.Expert)];

    /// <summary>Sees that everybody exists and every expert is in the network.</summary>
    /// <returns>The network.</returns>
    /// <exception cref="ServiceException">The service refused; the run makes no sense without it.</exception>
    public async Task<RunNetwork> AssembleAsync(IReadOnlyList<ReplayCase> cases, CancellationToken cancellationToken)
    {
        var experts = cases.SelectMany(replayed => replayed.Answers).Select(answer => answer.Expert).Distinct(StringComparer.Ordinal).ToList();
        var people = cases.Select(replayed => replayed.Author).Distinct(StringComparer.Ordinal).Select(Author).Concat(experts.Select(Expert));
        var missing = people.Where(person => !state.Accounts.ContainsKey(person.Role)).ToList();
        foreach (var batch in missing.Chunk(CrowdDxApi.MostAccounts))
            await CreateAsync(batch, cancellationToken);

        var network = state.Network ?? await NetworkAsync(cases, cancellationToken);
        using var phase = progress.Start("Experts", experts.Count);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(experts, parallel, async (expert, stop) =>
        {
            (await api.JoinAsync(state.Accounts[ExpertRole(expert)].Key, network.Id, stop)).OrThrow($"Joining the network '{network.Name}'");
            phase.Step();
        });
        return network;
    }

    /// <summary>
    /// Addresses carry the number of the attempt, so that accounts whose keys were lost with a connection, or with a run that was killed, are not in the way.
    /// </summary>
    private async Task CreateAsync(IReadOnlyList<Person> people, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var batch = state.NextBatch();
            var wanted = people.Select((person, i) => Account(person, $"{options.Run}.{batch}.{i}@replay.invalid")).ToList();

            // The keys are told only now, so Ctrl-C gives the reply a little time.
            using var late = new CancellationTokenSource();
            await using var stop = cancellationToken.UnsafeRegister(_ => late.CancelAfter(Grace), null);
            var reply = await api.CreateAccountsAsync(options.Key, wanted, late.Token);
            if (reply is { Status: HttpStatusCode.Conflict, Attempts: > 1 })
                continue;
            if (reply.Status == HttpStatusCode.Conflict)
                throw new ServiceException($"The accounts of the run '{options.Run}' exist, and {options.State} has no keys of them: give its --state, or another --run.");
            var created = reply.OrThrow("Creating accounts").Accounts;
            state.Add(people.Zip(created, (person, account) => (person.Role, new RunAccount(account.Id, account.Email, account.Key))));
            return;
        }
    }

    private async Task<RunNetwork> NetworkAsync(IReadOnlyList<ReplayCase> cases, CancellationToken cancellationToken)
    {
        var wanted = new NewNetwork(
            options.Network,
            "Experts of a replayed data set.",
            "Accounts of a replay; no person is behind them.",
            [.. cases.SelectMany(replayed => replayed.Text.Specialties).Distinct(StringComparer.Ordinal).Take(MostSlugs)],
            [.. cases.Select(replayed => replayed.Text.Language).Distinct(StringComparer.Ordinal).Take(MostSlugs)],
            JoinPolicy: "open",
            AllowsHour: false);
        var reply = await api.CreateNetworkAsync(options.Key, wanted, cancellationToken);
        var network = reply.Status == HttpStatusCode.Conflict
            ? await api.FindNetworkAsync(options.Key, options.Network, cancellationToken)
            : reply.Value;
        if (network is null)
            throw new ServiceException($"Creating the network '{options.Network}': {reply.Refusal}");
        state.Use(new(network.Id, network.Name));
        return state.Network!;
    }

    private static NewAccount Account(Person person, string email) =>
        new(email, $"{person.Name} (replayed)", [person.AccountRole], new("Replay", person.Scopes));

    private static Person Author(string? name) => new(AuthorRole(name), name ?? "Student", "student", ["cases"]);

    private static Person Expert(string name) => new(ExpertRole(name), name, "expert", ["answers", "networks"]);

    private static string AuthorRole(string? name) => name is null ? "author" : $"author {name}";

    private static string ExpertRole(string name) => $"expert {name}";

    private sealed record Person(string Role, string Name, string AccountRole, IReadOnlyList<string> Scopes);
}
