using System.Diagnostics;
using System.Text.Json;
using CrowdDx.Data.Accounts;
using CrowdDx.Data.Aggregation;
using CrowdDx.Data.Cases;
using CrowdDx.Data.FanOut;
using CrowdDx.Data.Messaging;
using CrowdDx.Data.Scheduling;
using CrowdDx.Data.Storage;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Data;

/// <summary>The one database. Every table has one writer (its folder's owner); all may read.</summary>
public sealed class CrowdDxDbContext : IdentityUserContext<Account, Guid>
{
    private readonly TimeProvider clock;

    /// <summary>A context; every save is a transaction, also one of a single statement, so that the SQLite gate sees it.</summary>
    public CrowdDxDbContext(DbContextOptions<CrowdDxDbContext> options, TimeProvider clock) : base(options)
    {
        this.clock = clock;
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
    }

    /// <summary>People. Owner: Accounts.</summary>
    public DbSet<Account> Accounts => Set<Account>();

    /// <summary>Credentials for programs. Owner: Accounts.</summary>
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    /// <summary>Who did what. Owner: Accounts; appended through <see cref="Audit"/>.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Cases. Owner: Cases.</summary>
    public DbSet<ClinicalCase> ClinicalCases => Set<ClinicalCase>();

    /// <summary>Which networks a case is put before. Owner: Cases.</summary>
    public DbSet<CaseTarget> CaseTargets => Set<CaseTarget>();

    /// <summary>More information on cases. Owner: Cases.</summary>
    public DbSet<CaseAddendum> CaseAddenda => Set<CaseAddendum>();

    /// <summary>Experts' questions. Owner: Cases.</summary>
    public DbSet<CaseQuestion> CaseQuestions => Set<CaseQuestion>();

    /// <summary>What cases turned out to be. Owner: Cases.</summary>
    public DbSet<Outcome> Outcomes => Set<Outcome>();

    /// <summary>Pools of experts. Owner: FanOut.</summary>
    public DbSet<ExpertNetwork> ExpertNetworks => Set<ExpertNetwork>();

    /// <summary>Who look after networks. Owner: FanOut.</summary>
    public DbSet<NetworkCurator> NetworkCurators => Set<NetworkCurator>();

    /// <summary>Who is in which network. Owner: FanOut.</summary>
    public DbSet<Membership> Memberships => Set<Membership>();

    /// <summary>What experts chose. Owner: FanOut.</summary>
    public DbSet<ExpertPreferences> ExpertPreferences => Set<ExpertPreferences>();

    /// <summary>Batches of invitations. Owner: FanOut.</summary>
    public DbSet<Wave> Waves => Set<Wave>();

    /// <summary>Cases put before experts. Owner: FanOut.</summary>
    public DbSet<Invitation> Invitations => Set<Invitation>();

    /// <summary>Experts who do not answer. Owner: FanOut.</summary>
    public DbSet<Decline> Declines => Set<Decline>();

    /// <summary>Answers. Owner: Aggregation.</summary>
    public DbSet<Answer> Answers => Set<Answer>();

    /// <summary>Items of answers. Owner: Aggregation.</summary>
    public DbSet<Suggestion> Suggestions => Set<Suggestion>();

    /// <summary>Pooled lists. Owner: Aggregation.</summary>
    public DbSet<Differential> Differentials => Set<Differential>();

    /// <summary>Who may have seen a board. Owner: Aggregation.</summary>
    public DbSet<BoardView> BoardViews => Set<BoardView>();

    /// <summary>Experts' names within cases. Owner: Aggregation.</summary>
    public DbSet<CasePseudonym> CasePseudonyms => Set<CasePseudonym>();

    /// <summary>Times-to-answer. Owner: Aggregation.</summary>
    public DbSet<CaseTiming> CaseTimings => Set<CaseTiming>();

    /// <summary>How suggestions stand to outcomes. Owner: Aggregation.</summary>
    public DbSet<Verdict> Verdicts => Set<Verdict>();

    /// <summary>Experts' hits and misses. Owner: Aggregation.</summary>
    public DbSet<TrackRecord> TrackRecords => Set<TrackRecord>();

    /// <summary>Messages to be published. Owner: Hosting; appended through <see cref="Announce"/>.</summary>
    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    /// <summary>Messages consumed. Owner: Hosting.</summary>
    public DbSet<InboxMessage> InboxMessages => Set<InboxMessage>();

    /// <summary>Which process does scheduled work. Owner: Hosting; taken through <see cref="Scheduling.Leases"/>.</summary>
    public DbSet<Lease> Leases => Set<Lease>();

    /// <summary>Announces a state change with the very <c>SaveChanges</c> that makes it. The relay publishes it at least once.</summary>
    /// <param name="message">A record of CrowdDx.Contracts: ids and small facts, never case text.</param>
    public void Announce<TMessage>(TMessage message) where TMessage : class
    {
        var now = clock.GetUtcNow();
        OutboxMessages.Add(new()
        {
            Id = Guid.CreateVersion7(now),
            Type = typeof(TMessage).FullName!,
            Body = JsonSerializer.Serialize(message),
            CreatedAt = now,
            TraceParent = Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C } current ? current.Id : null,
        });
    }

    /// <summary>Notes who did what, in the actor's own transaction.</summary>
    /// <param name="action">A stable verb, such as <c>case.withdraw</c>.</param>
    /// <param name="actorId">Who; null for the service itself.</param>
    /// <param name="subjectId">To which object.</param>
    /// <param name="reason">Why, where one is asked for; never case text.</param>
    public void Audit(string action, Guid? actorId, Guid? subjectId = null, string? reason = null)
    {
        var now = clock.GetUtcNow();
        AuditEntries.Add(new() { Id = Guid.CreateVersion7(now), At = now, ActorId = actorId, Action = action, SubjectId = subjectId, Reason = reason });
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        AccountsModel.Configure(builder);
        CasesModel.Configure(builder);
        FanOutModel.Configure(builder);
        AggregationModel.Configure(builder);
        MessagingModel.Configure(builder);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
        configurationBuilder.HaveOrdinalText(Database.ProviderName);
    }
}
