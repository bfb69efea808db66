using Microsoft.AspNetCore.Identity;

namespace CrowdDx.Data.Accounts;

/// <summary>A person (or a program acting for one) who signs in. Written by Accounts only.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Longest display name, in characters.</summary>
    public const int DisplayNameLength = 100;

    /// <summary>The name shown where the person chose to show one.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>What the person may do; several at once are usual.</summary>
    public AccountRoles Roles { get; set; }

    /// <summary>When the account was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>True for a simulated person of the demonstration; research never counts one.</summary>
    public bool Simulated { get; init; }

    /// <summary>When the person had the account erased; nobody signs in to it after that.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>Removes everything that names the person. The row stays as a tombstone, so that a key is never given out again.</summary>
    public void Erase(DateTimeOffset at)
    {
        ErasedAt ??= at;
        Roles = AccountRoles.None;
        DisplayName = "";
        UserName = NormalizedUserName = $"erased-{Id:N}";
        Email = NormalizedEmail = PhoneNumber = PasswordHash = null;
        LockoutEnabled = true;
        LockoutEnd = DateTimeOffset.MaxValue;
    }
}

/// <summary>What a person may do. Stored as a bit field.</summary>
[Flags]
public enum AccountRoles
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Posts cases.</summary>
    Student = 1,

    /// <summary>Joins networks and answers cases.</summary>
    Expert = 2,

    /// <summary>Creates networks; what a curator may do in one is decided by being its curator.</summary>
    Curator = 4,

    /// <summary>Runs studies and exports data.</summary>
    Researcher = 8,

    /// <summary>Runs the service.</summary>
    Operator = 16,
}
