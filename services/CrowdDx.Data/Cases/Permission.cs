namespace CrowdDx.Data.Cases;

/// <summary>Whose leave there is to show a case, and for what. Each scope can be withdrawn.</summary>
public sealed class Permission
{
    /// <summary>Where the leave comes from.</summary>
    public PermissionBasis Basis { get; init; }

    /// <summary>What it covers now.</summary>
    public PermissionScope Scope { get; private set; }

    /// <summary>The account that attested it.</summary>
    public Guid AttestedBy { get; init; }

    /// <summary>When it was attested.</summary>
    public DateTimeOffset AttestedAt { get; init; }

    /// <summary>When a scope was last withdrawn.</summary>
    public DateTimeOffset? NarrowedAt { get; private set; }

    /// <summary>A permission as it was attested.</summary>
    public static Permission Attest(PermissionBasis basis, PermissionScope scope, Guid by, DateTimeOffset at)
        => new() { Basis = basis, Scope = scope, AttestedBy = by, AttestedAt = at };

    /// <summary>Takes scopes back.</summary>
    public void Withdraw(PermissionScope scope, DateTimeOffset at)
    {
        if ((Scope & scope) == PermissionScope.None)
            return;
        Scope &= ~scope;
        NarrowedAt = at;
    }
}

/// <summary>Where the leave to show a case comes from.</summary>
public enum PermissionBasis
{
    /// <summary>The patient, an adult.</summary>
    Patient = 0,

    /// <summary>A guardian of the patient.</summary>
    Guardian = 1,

    /// <summary>The institution's rules.</summary>
    Institution = 2,

    /// <summary>The case is published already.</summary>
    Published = 3,

    /// <summary>The case is made up.</summary>
    Fictitious = 4,
}

/// <summary>What a permission covers. Stored as a bit field.</summary>
[Flags]
public enum PermissionScope
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Experts may see and answer it.</summary>
    Answers = 1,

    /// <summary>It may be shown in teaching.</summary>
    Teaching = 2,

    /// <summary>It may be exported for research.</summary>
    ResearchExport = 4,
}
