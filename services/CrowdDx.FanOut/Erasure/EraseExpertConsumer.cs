using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.FanOut;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.FanOut.Erasure;

/// <summary>
/// Removes what FanOut holds of an erased account. A <see cref="DeclineReason.RecognisePatient"/> stays until a curator has looked: it protects a patient.
/// The expert's preferences stay until Aggregation has read the consent in them; they name nobody.
/// </summary>
internal sealed class EraseExpertConsumer(CrowdDxDbContext db) : IConsumer<AccountErased>
{
    public async Task Consume(ConsumeContext<AccountErased> context)
    {
        var (expertId, token) = (context.Message.AccountId, context.CancellationToken);
        await db.Memberships.Where(m => m.ExpertId == expertId).ExecuteDeleteAsync(token);
        await db.NetworkCurators.Where(c => c.AccountId == expertId).ExecuteDeleteAsync(token);
        await db.Invitations.Where(i => i.ExpertId == expertId).ExecuteDeleteAsync(token);
        await db.Declines.Where(d => d.ExpertId == expertId && !(d.Reason == DeclineReason.RecognisePatient && d.ReviewedAt == null)).ExecuteDeleteAsync(token);
    }
}
