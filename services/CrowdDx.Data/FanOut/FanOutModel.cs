using CrowdDx.Data.Accounts;
using CrowdDx.Data.Cases;
using CrowdDx.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Data.FanOut;

internal static class FanOutModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<ExpertNetwork>(network =>
        {
            network.ToTable("ExpertNetworks");
            network.Property(n => n.Id).ValueGeneratedNever();
            network.Property(n => n.Name).HasMaxLength(ExpertNetwork.NameLength);
            network.Property(n => n.NormalizedName).HasMaxLength(ExpertNetwork.NameLength);
            network.Property(n => n.Description).HasMaxLength(ExpertNetwork.TextLength);
            network.Property(n => n.Rules).HasMaxLength(ExpertNetwork.TextLength);
            network.Property(n => n.Specialties).HasSlugList();
            network.Property(n => n.Languages).HasSlugList();
            network.Property(n => n.Country).HasMaxLength(2);
            network.HasIndex(n => n.NormalizedName).IsUnique();
            network.HasMany(n => n.Curators).WithOne().HasForeignKey(c => c.NetworkId).OnDelete(DeleteBehavior.Cascade);
        });

        model.Entity<NetworkCurator>(curator =>
        {
            curator.ToTable("NetworkCurators");
            curator.HasKey(c => new { c.NetworkId, c.AccountId });
            curator.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Restrict);
        });

        model.Entity<Membership>(membership =>
        {
            membership.ToTable("Memberships");
            membership.HasKey(m => new { m.NetworkId, m.ExpertId });
            membership.Property(m => m.Status).IsConcurrencyToken();
            // Covers what a wave reads of 32,000 members.
            membership.HasIndex(m => new { m.NetworkId, m.Status, m.ExpertId, m.VerifiedUntil });
            membership.HasOne<ExpertNetwork>().WithMany().HasForeignKey(m => m.NetworkId).OnDelete(DeleteBehavior.Restrict);
            membership.HasOne<Account>().WithMany().HasForeignKey(m => m.ExpertId).OnDelete(DeleteBehavior.Restrict);
        });

        model.Entity<ExpertPreferences>(preferences =>
        {
            preferences.ToTable("ExpertPreferences");
            preferences.HasKey(p => p.ExpertId);
            preferences.Property(p => p.ExpertId).ValueGeneratedNever();
            preferences.Property(p => p.TimeZone).HasMaxLength(60);
        });

        // No foreign keys: 32,000 rows are written at once, by statements that read the very rows that such keys would check.
        model.Entity<Invitation>(invitation =>
        {
            invitation.ToTable("Invitations");
            invitation.HasKey(i => new { i.CaseId, i.ExpertId });
            invitation.HasIndex(i => new { i.ExpertId, i.InvitedAt });
        });

        model.Entity<Wave>(wave =>
        {
            wave.ToTable("Waves");
            wave.HasKey(w => new { w.CaseId, w.Number });
            wave.Property(w => w.Number).ValueGeneratedNever();
            wave.HasOne<ClinicalCase>().WithMany().HasForeignKey(w => w.CaseId).OnDelete(DeleteBehavior.Restrict);
        });

        model.Entity<Decline>(decline =>
        {
            decline.ToTable("Declines");
            decline.HasKey(d => new { d.CaseId, d.ExpertId });
            decline.HasOne<ClinicalCase>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
