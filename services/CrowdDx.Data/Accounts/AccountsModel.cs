using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Data.Accounts;

internal static class AccountsModel
{
    private const int IdentityKeyLength = 128;

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Account>(account =>
        {
            account.ToTable("Accounts");
            account.Property(a => a.DisplayName).HasMaxLength(Account.DisplayNameLength);
            account.Property(a => a.PhoneNumber).HasMaxLength(50);
            account.Property(a => a.PasswordHash).HasMaxLength(500);
            account.Property(a => a.SecurityStamp).HasMaxLength(100);
            account.Property(a => a.ConcurrencyStamp).HasMaxLength(100);
            account.HasIndex(a => a.NormalizedEmail).IsUnique();
        });

        // SQL Server's keys hold 900 bytes.
        model.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.Property(l => l.LoginProvider).HasMaxLength(IdentityKeyLength);
            login.Property(l => l.ProviderKey).HasMaxLength(IdentityKeyLength);
        });
        model.Entity<IdentityUserToken<Guid>>(token =>
        {
            token.Property(t => t.LoginProvider).HasMaxLength(IdentityKeyLength);
            token.Property(t => t.Name).HasMaxLength(IdentityKeyLength);
        });

        model.Entity<ApiKey>(key =>
        {
            key.ToTable("ApiKeys");
            key.Property(k => k.Id).ValueGeneratedNever();
            key.Property(k => k.Name).HasMaxLength(ApiKey.NameLength);
            key.Property(k => k.SecretHash).HasMaxLength(32);
            key.Property(k => k.Scopes).HasMaxLength(200);
            key.HasOne<Account>().WithMany().HasForeignKey(k => k.AccountId).OnDelete(DeleteBehavior.Restrict);
        });

        model.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("AuditEntries");
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.Property(e => e.Action).HasMaxLength(60);
            entry.Property(e => e.Reason).HasMaxLength(500);
            entry.Property(e => e.Hash).HasMaxLength(32);
            entry.HasIndex(e => e.Sequence).IsUnique();
        });
    }
}
