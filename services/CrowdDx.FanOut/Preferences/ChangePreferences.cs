using CrowdDx.Data;
using CrowdDx.Data.FanOut;
using CrowdDx.Data.Requests;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.FanOut.Preferences;

/// <summary>What an expert chose.</summary>
/// <param name="TimeZone">IANA time zone; <c>UTC</c> where missing.</param>
/// <param name="ShownName">How the expert is named on boards; <c>pseudonym</c> where missing.</param>
/// <param name="ResearchUse">Whether the answers may be used for research; false where missing.</param>
public sealed record PreferencesView(string? TimeZone, ShownName? ShownName, bool? ResearchUse);

/// <summary>Reads and replaces an expert's own preferences.</summary>
public sealed class ChangePreferences(CrowdDxDbContext db, TimeProvider clock)
{
    /// <summary>The preferences; the defaults where none were set.</summary>
    public async Task<PreferencesView> ReadAsync(Guid expertId, CancellationToken cancellationToken)
    {
        var found = await db.ExpertPreferences.AsNoTracking().SingleOrDefaultAsync(p => p.ExpertId == expertId, cancellationToken) ?? new() { ExpertId = expertId };
        return new(found.TimeZone, found.ShownName, found.ResearchConsentAt is not null);
    }

    /// <summary>Replaces them.</summary>
    public async Task<Reply<PreferencesView>> ReplaceAsync(Guid expertId, PreferencesView wanted, CancellationToken cancellationToken)
    {
        var timeZone = wanted.TimeZone ?? "UTC";
        if (timeZone.Length > 60 || !TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) || !zone.HasIanaId)
        {
            var errors = new FieldErrors();
            errors.Add("timeZone", "Use an IANA time zone such as Europe/Budapest.");
            return Problem.Invalid(errors);
        }
        var found = await db.ExpertPreferences.SingleOrDefaultAsync(p => p.ExpertId == expertId, cancellationToken);
        if (found is null)
            db.ExpertPreferences.Add(found = new() { ExpertId = expertId });
        found.TimeZone = timeZone;
        found.ShownName = wanted.ShownName ?? ShownName.Pseudonym;
        found.ResearchConsentAt = wanted.ResearchUse == true ? found.ResearchConsentAt ?? clock.GetUtcNow() : null;
        await db.SaveChangesAsync(cancellationToken);
        return await ReadAsync(expertId, cancellationToken);
    }
}
