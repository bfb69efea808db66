namespace CrowdDx.Data.Requests;

/// <summary>Names of the authorization policies. Each asks for one of the scopes that <see cref="Of"/> lists; Accounts registers them.</summary>
public static class Policies
{
    /// <summary>Post and follow own cases.</summary>
    public const string Cases = "cases";

    /// <summary>Read a case, its board, its events: students, experts, curators and operators.</summary>
    public const string ReadCases = "readCases";

    /// <summary>Inbox, answers, declines.</summary>
    public const string Answers = "answers";

    /// <summary>Join, create and look after networks.</summary>
    public const string Networks = "networks";

    /// <summary>Run the service.</summary>
    public const string Operate = "operate";

    /// <summary>Every policy with the scopes of which one is enough.</summary>
    public static IReadOnlyDictionary<string, string[]> Of { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [Cases] = [Scopes.Cases],
        [ReadCases] = [Scopes.Cases, Scopes.Answers, Scopes.Networks, Scopes.Operate],
        [Answers] = [Scopes.Answers],
        [Networks] = [Scopes.Networks],
        [Operate] = [Scopes.Operate],
    };
}
