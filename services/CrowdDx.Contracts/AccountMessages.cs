namespace CrowdDx.Contracts;

/// <summary>A person had the account erased: every owner erases what its tables hold of that person.</summary>
/// <param name="AccountId">The account.</param>
public sealed record AccountErased(Guid AccountId);
