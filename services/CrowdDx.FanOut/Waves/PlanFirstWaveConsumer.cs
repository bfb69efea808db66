using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Cases;
using CrowdDx.Data.FanOut;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.FanOut.Waves;

/// <summary>Puts a new case before every active member of its networks: one wave, written with its chunk messages, so that it is never planned twice.</summary>
internal sealed class PlanFirstWaveConsumer(CrowdDxDbContext db, TimeProvider clock) : IConsumer<CaseSubmitted>
{
    public const int ChunkSize = 1_000;

    public async Task Consume(ConsumeContext<CaseSubmitted> context)
    {
        var caseId = context.Message.CaseId;
        var token = context.CancellationToken;
        var open = await db.ClinicalCases.AnyAsync(c => c.Id == caseId && c.Status == CaseStatus.Open, token);
        if (!open || await db.Waves.AnyAsync(w => w.CaseId == caseId, token))
            return;

        var now = clock.GetUtcNow();
        var chunks = 0;
        foreach (var network in await db.CaseTargets.Where(t => t.CaseId == caseId)
            .Join(db.ExpertNetworks, t => t.NetworkId, n => n.Id, (_, n) => new { n.Id, n.JoinPolicy }).ToListAsync(token))
        {
            foreach (var (from, before) in await WaveChunks.OfAsync(db, network.Id, network.JoinPolicy == JoinPolicy.Open, now, ChunkSize, token))
            {
                db.Announce(new InviteExperts(caseId, network.Id, WaveNumber: 1, from, before));
                chunks++;
            }
        }
        db.Waves.Add(new() { CaseId = caseId, Number = 1, PlannedAt = now, Chunks = chunks });
        await db.SaveChangesAsync(token);
    }
}
