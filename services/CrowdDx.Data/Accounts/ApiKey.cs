namespace CrowdDx.Data.Accounts;

/// <summary>A credential for programs. Only a hash of its secret is kept. Written by Accounts only.</summary>
public sealed class ApiKey
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 100;

    /// <summary>Public part of the key.</summary>
    public Guid Id { get; init; }

    /// <summary>Whose rights the key uses.</summary>
    public Guid AccountId { get; init; }

    /// <summary>What the holder calls it.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret part (which has 256 random bits, so that no slow hash is needed).</summary>
    public required byte[] SecretHash { get; init; }

    /// <summary>Scopes, separated by single spaces; what the key may do is these and the holder's roles, whichever is less.</summary>
    public required string Scopes { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it stops working, if ever.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was revoked, if it was.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
}
