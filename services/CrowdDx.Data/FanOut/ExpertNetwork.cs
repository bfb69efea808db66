namespace CrowdDx.Data.FanOut;

/// <summary>A pool of experts that one opts into. Written by FanOut only.</summary>
public sealed class ExpertNetwork
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 100;

    /// <summary>Longest description or rules, in characters.</summary>
    public const int TextLength = 4_000;

    /// <summary>Most specialties or languages: as many of the longest as their column holds.</summary>
    public const int MostSlugs = 12;

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; set; }

    /// <summary>The name folded for comparison; unique.</summary>
    public required string NormalizedName { get; set; }

    /// <summary>Whom it is for.</summary>
    public required string Description { get; set; }

    /// <summary>What members agree to.</summary>
    public required string Rules { get; set; }

    /// <summary>Specialties it covers, as lower-case slugs.</summary>
    public required IReadOnlyList<string> Specialties { get; set; }

    /// <summary>Languages its members read (BCP 47).</summary>
    public required IReadOnlyList<string> Languages { get; set; }

    /// <summary>Country (ISO 3166-1 alpha-2, upper case), where it is of one.</summary>
    public string? Country { get; set; }

    /// <summary>Who becomes a member, and how.</summary>
    public JoinPolicy JoinPolicy { get; set; }

    /// <summary>Whether cases that want an answer within the hour may be put before it.</summary>
    public bool AllowsHour { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who look after it.</summary>
    public ICollection<NetworkCurator> Curators { get; init; } = [];
}

/// <summary>A person who looks after a network.</summary>
public sealed class NetworkCurator
{
    /// <summary>The network.</summary>
    public Guid NetworkId { get; init; }

    /// <summary>The curator.</summary>
    public Guid AccountId { get; init; }
}

/// <summary>Who becomes a member of a network, and how.</summary>
public enum JoinPolicy
{
    /// <summary>Every expert who opts in.</summary>
    Open = 0,

    /// <summary>An expert who opts in, once a curator has verified who it is.</summary>
    VerifiedOnly = 1,

    /// <summary>An expert whom a curator verified beforehand, and who then opts in. Others do not see the network.</summary>
    InviteOnly = 2,
}
