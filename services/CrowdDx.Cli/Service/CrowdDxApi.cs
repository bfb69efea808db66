using System.Net;

namespace CrowdDx.Cli.Service;

/// <summary>The routes of the API that commands use, each as the account whose key is given. Bodies are the caller's.</summary>
internal sealed class CrowdDxApi(ServiceClient service)
{
    /// <summary>Most accounts of one request.</summary>
    public const int MostAccounts = 1_000;

    public Task<ServiceReply<AccountsReply>> CreateAccountsAsync(string key, IReadOnlyList<NewAccount> accounts, CancellationToken cancellationToken) =>
        service.SendAsync<AccountsReply>(new(HttpMethod.Post, "accounts", key) { Body = new { Accounts = accounts } }, cancellationToken);

    public Task<ServiceReply<NetworkReply>> CreateNetworkAsync(string key, NewNetwork network, CancellationToken cancellationToken) =>
        service.SendAsync<NetworkReply>(new(HttpMethod.Post, "networks", key) { Body = network }, cancellationToken);

    /// <summary>The network of a name, whatever its case.</summary>
    public async Task<NetworkReply?> FindNetworkAsync(string key, string name, CancellationToken cancellationToken)
    {
        string? cursor = null;
        do
        {
            var path = cursor is null ? "networks?limit=200" : $"networks?limit=200&cursor={Uri.EscapeDataString(cursor)}";
            var reply = await service.SendAsync<PageReply<NetworkReply>>(new(HttpMethod.Get, path, key), cancellationToken);
            var page = reply.OrThrow("Looking for the network");
            if (page.Items.FirstOrDefault(network => string.Equals(network.Name, name, StringComparison.OrdinalIgnoreCase)) is { } found)
                return found;
            cursor = page.Next;
        }
        while (cursor is not null);
        return null;
    }

    public Task<ServiceReply<object>> JoinAsync(string key, Guid networkId, CancellationToken cancellationToken) =>
        service.SendAsync<object>(new(HttpMethod.Put, $"networks/{networkId}/membership", key) { Body = new { Status = "active" } }, cancellationToken);

    public Task<ServiceReply<CaseReply>> PostCaseAsync(string key, string idempotencyKey, object body, CancellationToken cancellationToken) =>
        service.SendAsync<CaseReply>(new(HttpMethod.Post, "cases", key) { Body = body, IdempotencyKey = idempotencyKey }, cancellationToken);

    /// <summary>Answers a case; asks again while the invitation is on its way (404).</summary>
    /// <param name="key">The expert's key.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="body">The answer.</param>
    /// <param name="invitation">How long to wait for the invitation.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ServiceReply<object>> AnswerAsync(string key, Guid caseId, object body, Backoff invitation, CancellationToken cancellationToken)
    {
        while (true)
        {
            var reply = await service.SendAsync<object>(new(HttpMethod.Put, $"cases/{caseId}/answers/mine", key) { Body = body }, cancellationToken);
            if (reply.Status != HttpStatusCode.NotFound || !await invitation.WaitAsync(cancellationToken))
                return reply;
        }
    }

    public Task<ServiceReply<object>> PostOutcomeAsync(string key, Guid caseId, object body, CancellationToken cancellationToken) =>
        service.SendAsync<object>(new(HttpMethod.Post, $"cases/{caseId}/outcome", key) { Body = body }, cancellationToken);

    public Task<ServiceReply<DifferentialReply>> GetDifferentialAsync(string key, Guid caseId, CancellationToken cancellationToken) =>
        service.SendAsync<DifferentialReply>(new(HttpMethod.Get, $"cases/{caseId}/differential", key), cancellationToken);
}

/// <summary>An account to create.</summary>
internal sealed record NewAccount(string Email, string DisplayName, IReadOnlyList<string> Roles, NewKey Key);

/// <summary>An API key to make with it.</summary>
internal sealed record NewKey(string Name, IReadOnlyList<string> Scopes);

/// <summary>A network to create.</summary>
internal sealed record NewNetwork(
    string Name, string Description, string Rules, IReadOnlyList<string> Specialties, IReadOnlyList<string> Languages, string JoinPolicy, bool AllowsHour);

internal sealed record AccountsReply(IReadOnlyList<AccountReply> Accounts);

internal sealed record AccountReply(Guid Id, string Email, string Key);

internal sealed record NetworkReply(Guid Id, string Name);

internal sealed record PageReply<T>(IReadOnlyList<T> Items, string? Next);

internal sealed record CaseReply(Guid Id);

/// <summary>A differential, as far as commands read it.</summary>
internal sealed record DifferentialReply(int Version, int Answers, IReadOnlyList<EntryReply> Entries);

/// <summary>An entry of a differential.</summary>
/// <param name="Score">Points; equal scores are exactly equal.</param>
/// <param name="Share">Share of points, 0–1.</param>
internal sealed record EntryReply(double Score, double Share);
