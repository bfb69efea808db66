using System.Net.ServerSentEvents;
using System.Text.Json;
using CrowdDx.Aggregation.Boards;
using CrowdDx.Data;
using CrowdDx.Data.Cases;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrowdDx.Gateway.Live;

/// <summary>What a live event carries: the whole state, so that none builds on another.</summary>
/// <param name="CaseRevision">The case's revision: where it grew, read the case again.</param>
/// <param name="Status">Open, closed, or for its author withdrawn.</param>
/// <param name="Differential">The board, for those who may see it.</param>
internal sealed record CaseState(int CaseRevision, CaseStatus Status, DifferentialView? Differential);

/// <summary>Reads the state of a case as an event: <c>id</c> is <c>{boardVersion}.{caseRevision}</c>, the board's version 0 for the blind.</summary>
internal sealed class LiveState(CrowdDxDbContext db, ReadDifferential differential, IOptions<JsonOptions> json)
{
    public const string EventType = "state";

    public async Task<SseItem<string>> ReadAsync(Guid caseId, bool sighted, CancellationToken cancellationToken)
    {
        var found = await db.ClinicalCases.Where(c => c.Id == caseId).Select(c => new { c.Revision, c.Status }).SingleAsync(cancellationToken);
        var board = sighted ? await differential.RunAsync(caseId, BoardKind.Blind, asOf: null, cancellationToken) : null;
        var data = JsonSerializer.Serialize(new CaseState(found.Revision, found.Status, board), json.Value.SerializerOptions);
        return new(data, EventType) { EventId = $"{board?.Version ?? 0}.{found.Revision}" };
    }

    /// <summary>Whether a client that had <paramref name="lastEventId"/> has not had a state.</summary>
    public static bool IsNewer(SseItem<string> state, string? lastEventId)
    {
        if (!TryRead(lastEventId, out var had) || !TryRead(state.EventId, out var has))
            return true;
        return has.Board > had.Board || has.Case > had.Case;
    }

    /// <summary>Whether a viewer who had <paramref name="lastId"/> would go back by this state.</summary>
    public static bool IsOvertaken(SseItem<string> state, string? lastId)
        => TryRead(lastId, out var had) && TryRead(state.EventId, out var has) && (has.Board < had.Board || has.Case < had.Case);

    private static bool TryRead(string? id, out (int Board, int Case) parts)
    {
        parts = default;
        return id?.Split('.') is [var board, var revision] && int.TryParse(board, out parts.Board) && int.TryParse(revision, out parts.Case);
    }
}
