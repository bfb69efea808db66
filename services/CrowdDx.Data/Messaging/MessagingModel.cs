using CrowdDx.Data.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Data.Messaging;

internal static class MessagingModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<OutboxMessage>(message =>
        {
            message.ToTable("OutboxMessages");
            message.Property(m => m.Id).ValueGeneratedNever();
            message.Property(m => m.Type).HasMaxLength(200);
            message.Property(m => m.Body).HasMaxLength(2_000);
            message.Property(m => m.TraceParent).HasMaxLength(55);
            message.HasIndex(m => m.CreatedAt);
        });

        model.Entity<InboxMessage>(message =>
        {
            message.ToTable("InboxMessages");
            message.HasKey(m => new { m.MessageId, m.Endpoint });
            message.Property(m => m.Endpoint).HasMaxLength(100);
            message.HasIndex(m => m.ConsumedAt);
        });

        model.Entity<Lease>(lease =>
        {
            lease.ToTable("Leases");
            lease.HasKey(l => l.Name);
            lease.Property(l => l.Name).HasMaxLength(100);
        });
    }
}
