namespace CrowdDx.Data.FanOut;

/// <summary>What an expert chose. A missing row means the defaults. Written by FanOut only.</summary>
public sealed class ExpertPreferences
{
    /// <summary>The expert.</summary>
    public Guid ExpertId { get; init; }

    /// <summary>IANA time zone that quiet hours are meant in.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>How the expert is named to those who may see a board.</summary>
    public ShownName ShownName { get; set; }

    /// <summary>When the expert consented to research use of the answers; null without consent.</summary>
    public DateTimeOffset? ResearchConsentAt { get; set; }
}

/// <summary>How an expert is named on a board.</summary>
public enum ShownName
{
    /// <summary>"Expert 3", stable within the case.</summary>
    Pseudonym = 0,

    /// <summary>The account's display name.</summary>
    RealName = 1,
}
