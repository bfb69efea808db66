using System.Data;
using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Cases;
using CrowdDx.Data.FanOut;
using CrowdDx.Data.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.FanOut.Waves;

/// <summary>Writes the invitations of one chunk in one statement. What a neighbouring chunk of another network wrote first is left out; a collision is retried.</summary>
internal sealed class InviteExpertsConsumer(CrowdDxDbContext db, FanOutMeasures measures, TimeProvider clock) : IConsumer<InviteExperts>
{
    public async Task Consume(ConsumeContext<InviteExperts> context)
    {
        var message = context.Message;
        var found = await db.ClinicalCases
            .Where(c => c.Id == message.CaseId && c.Status == CaseStatus.Open)
            .Select(c => new
            {
                c.AuthorId,
                c.PostedAt,
                Policy = db.ExpertNetworks.Where(n => n.Id == message.NetworkId).Select(n => n.JoinPolicy).Single(),
                IsUntouched = !db.Invitations.Any(i => i.CaseId == c.Id && i.ExpertId >= message.FromExpertId && i.ExpertId < message.BeforeExpertId),
            })
            .SingleOrDefaultAsync(context.CancellationToken);
        if (found is null)
            return;
        var chunk = new InvitationStatements.Chunk(
            message.CaseId, found.AuthorId, message.NetworkId, message.WaveNumber, message.FromExpertId, message.BeforeExpertId, found.Policy == JoinPolicy.Open);
        await db.TransactAsync(
            IsolationLevel.ReadCommitted,
            async token =>
            {
                await db.SaveChangesAsync(token);
                return await InvitationStatements.InviteChunkAsync(db, chunk, clock.GetUtcNow(), found.IsUntouched, token);
            },
            context.CancellationToken);
        measures.Invited(found.PostedAt);
    }
}

/// <summary>
/// Two chunks at a time: one looks while the other writes. A database has one writer for these rows anyway, and whoever posts a case meanwhile waits
/// for two chunks, not for all.
/// </summary>
internal sealed class InviteExpertsConsumerDefinition : ConsumerDefinition<InviteExpertsConsumer>
{
    public InviteExpertsConsumerDefinition() => ConcurrentMessageLimit = 2;
}

/// <summary>An expert who became an active member is invited to the network's open, unsettled cases.</summary>
internal sealed class InviteNewMemberConsumer(CrowdDxDbContext db, TimeProvider clock) : IConsumer<MembershipActivated>
{
    public Task Consume(ConsumeContext<MembershipActivated> context)
        => db.TransactAsync(
            IsolationLevel.ReadCommitted,
            async token =>
            {
                await db.SaveChangesAsync(token);
                return await InvitationStatements.InviteToOpenCasesAsync(db, context.Message.NetworkId, context.Message.ExpertId, clock.GetUtcNow(), token);
            },
            context.CancellationToken);
}
