namespace CrowdDx.Data.Cases;

/// <summary>More information that the author adds. Written by Cases only.</summary>
public sealed class CaseAddendum
{
    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The revision that it made of the case.</summary>
    public int Revision { get; init; }

    /// <summary>What was added, screened as the case was.</summary>
    public required string Text { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>True where the author says that it gives the diagnosis away.</summary>
    public bool RevealsDiagnosis { get; init; }
}

/// <summary>What an expert asks the author. Blind experts see it once the author answers. Written by Cases only.</summary>
public sealed class CaseQuestion
{
    /// <summary>Longest question or reply, in characters.</summary>
    public const int TextLength = 1_000;

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>Who asks.</summary>
    public Guid ExpertId { get; init; }

    /// <summary>What is asked.</summary>
    public required string Text { get; set; }

    /// <summary>When it was asked.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>The author's reply.</summary>
    public string? Reply { get; set; }

    /// <summary>When the author replied.</summary>
    public DateTimeOffset? RepliedAt { get; private set; }

    /// <summary>The revision that the reply made of the case.</summary>
    public int? Revision { get; private set; }

    /// <summary>Records the author's reply; a question is replied to once.</summary>
    public bool Answer(string reply, int revision, DateTimeOffset at)
    {
        if (RepliedAt is not null)
            return false;
        (Reply, Revision, RepliedAt) = (reply, revision, at);
        return true;
    }
}
