using System.Data;

using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Cases;
using CrowdDx.Data.FanOut;
using CrowdDx.Data.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.FanOut.Waves;

/// <summary>
/// Puts a new case before every active member of its networks: one wave, written with its chunk messages, so that it is never planned twice. Networks of one
/// chunk are invited at once, in the wave's own transaction: a small network's case does not queue behind the chunks of large ones.
/// </summary>
internal sealed class PlanFirstWaveConsumer(CrowdDxDbContext db, FanOutMeasures measures, TimeProvider clock) : IConsumer<CaseSubmitted>
{
    public const int ChunkSize = 1_000;

    public async Task Consume(ConsumeContext<CaseSubmitted> context)
    {
        var (caseId, token) = (context.Message.CaseId, context.CancellationToken);
        var found = await db.ClinicalCases.Where(c => c.Id == caseId && c.Status == CaseStatus.Open).Select(c => new { c.AuthorId, c.PostedAt }).SingleOrDefaultAsync(token);
        if (found is null || await db.Waves.AnyAsync(w => w.CaseId == caseId, token))
            return;

        var now = clock.GetUtcNow();
        var chunks = await ChunksAsync(caseId, found.AuthorId, now, token);
        foreach (var chunk in chunks.Large)
            db.Announce(new InviteExperts(chunk.CaseId, chunk.NetworkId, chunk.WaveNumber, chunk.From, chunk.Before));
        db.Waves.Add(new() { CaseId = caseId, Number = 1, PlannedAt = now, Chunks = chunks.Large.Count + chunks.Small.Count });
        await db.TransactAsync(
            IsolationLevel.ReadCommitted,
            async cancel =>
            {
                var rows = await db.SaveChangesAsync(cancel);
                foreach (var chunk in chunks.Small)
                    rows += await InvitationStatements.InviteChunkAsync(db, chunk, now, untouched: false, cancel);
                return rows;
            },
            token);
        if (chunks.Small.Count > 0)
            measures.Invited(found.PostedAt);
    }

    private async Task<(List<InvitationStatements.Chunk> Small, List<InvitationStatements.Chunk> Large)> ChunksAsync(
        Guid caseId, Guid authorId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (small, large) = (new List<InvitationStatements.Chunk>(), new List<InvitationStatements.Chunk>());
        foreach (var network in await db.CaseTargets.Where(t => t.CaseId == caseId)
            .Join(db.ExpertNetworks, t => t.NetworkId, n => n.Id, (_, n) => new { n.Id, n.JoinPolicy }).ToListAsync(cancellationToken))
        {
            var openToAll = network.JoinPolicy == JoinPolicy.Open;
            var ranges = await WaveChunks.OfAsync(db, network.Id, openToAll, now, ChunkSize, cancellationToken);
            (ranges.Count == 1 ? small : large).AddRange(
                ranges.Select(range => new InvitationStatements.Chunk(caseId, authorId, network.Id, WaveNumber: 1, range.From, range.Before, openToAll)));
        }
        return (small, large);
    }
}
