using System.ComponentModel.DataAnnotations;

namespace CrowdDx.Accounts;

/// <summary>People and sign-in. Configuration section <c>Accounts</c>.</summary>
public sealed class AccountsOptions
{
    /// <summary>Shortest password, in characters. Length is what counts (NIST SP 800-63B); no classes of characters are asked for.</summary>
    /// <value>Default: 12.</value>
    [Range(8, 100)]
    public int MinimumPasswordLength { get; init; } = 12;

    /// <summary>Folder of the keys that protect session cookies; kept, so that sessions outlive a restart, and shared by all gateways of a service.</summary>
    /// <value>Default: <c>data/keys</c>.</value>
    [Required]
    public string KeysFolder { get; init; } = "data/keys";

    /// <summary>Whether people may register themselves, as student or expert.</summary>
    /// <value>Default: <c>true</c>.</value>
    public bool OpenRegistration { get; init; } = true;

    /// <summary>How long an unused browser session lasts.</summary>
    /// <value>Default: 14 days.</value>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromDays(14);
}
