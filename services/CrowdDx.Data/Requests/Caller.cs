using System.Security.Claims;

using CrowdDx.Data.Accounts;

namespace CrowdDx.Data.Requests;

/// <summary>Who asks: the account, its roles, and what the credential allows.</summary>
/// <param name="Id">The account.</param>
/// <param name="Roles">Its roles.</param>
/// <param name="Scopes">What this session or key may be used for.</param>
public sealed record Caller(Guid Id, AccountRoles Roles, IReadOnlySet<string> Scopes)
{
    /// <summary>Claim that holds one scope.</summary>
    public const string ScopeClaim = "scope";

    /// <summary>True where the caller runs the service and uses a credential that allows it.</summary>
    public bool IsOperator => Roles.HasFlag(AccountRoles.Operator) && Scopes.Contains(Requests.Scopes.Operate);

    /// <summary>The caller behind an authenticated principal.</summary>
    public static Caller From(ClaimsPrincipal user)
    {
        var roles = user.FindAll(ClaimTypes.Role).Aggregate(AccountRoles.None, (all, claim) => all | Enum.Parse<AccountRoles>(claim.Value));
        var scopes = user.FindAll(ScopeClaim).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
        return new(Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!), roles, scopes);
    }
}

/// <summary>What a key may be used for. A browser session may do all that its person's roles allow.</summary>
public static class Scopes
{
    /// <summary>Post and follow own cases.</summary>
    public const string Cases = "cases";

    /// <summary>Read the inbox, answer, decline.</summary>
    public const string Answers = "answers";

    /// <summary>Join, create and look after networks.</summary>
    public const string Networks = "networks";

    /// <summary>Read research reports.</summary>
    public const string ResearchRead = "research.read";

    /// <summary>Make research exports.</summary>
    public const string ResearchExport = "research.export";

    /// <summary>Run the service.</summary>
    public const string Operate = "operate";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Cases, Answers, Networks, ResearchRead, ResearchExport, Operate];

    /// <summary>What an account of these roles may do at most.</summary>
    public static IReadOnlyList<string> Of(AccountRoles roles)
    {
        var scopes = new List<string>();
        if (roles.HasFlag(AccountRoles.Student))
            scopes.Add(Cases);
        if (roles.HasFlag(AccountRoles.Expert))
            scopes.Add(Answers);
        if ((roles & (AccountRoles.Expert | AccountRoles.Curator | AccountRoles.Operator)) != AccountRoles.None)
            scopes.Add(Networks);
        if (roles.HasFlag(AccountRoles.Researcher))
            scopes.AddRange([ResearchRead, ResearchExport]);
        if (roles.HasFlag(AccountRoles.Operator))
            scopes.Add(Operate);
        return scopes;
    }
}
