using CrowdDx.Cases.Lifecycle;
using CrowdDx.Contracts;
using CrowdDx.Data.Accounts;
using CrowdDx.Data.Cases;
using CrowdDx.Testing;
using CrowdDx.Testing.Machinery;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Cases.Tests;

/// <summary>Whatever is delivered again, and wherever a consumer breaks, the end is the same.</summary>
public sealed class ConsumersTests(ConsumerBench bench) : IClassFixture<ConsumerBench>
{
    private static readonly ConsumerTrial[] Trials =
    [
        new(typeof(WithdrawErasedAuthorsCasesConsumer), typeof(AccountErased), EraseAsync, "withdrawn 3 of 3 in 6 revisions with 3 audit entries, words left: the other's case, their question"),
    ];

    public static TheoryData<string> Consumers { get; } = [.. Trials.Select(trial => trial.Consumer.Name)];

    [Fact]
    public void EveryConsumer_HasATrial()
        => Assert.Equal(ConsumerBench.SubjectsOf(typeof(CasesRegistration).Assembly).Order(), Trials.Select(trial => trial.Subject).Order());

    [Theory]
    [MemberData(nameof(Consumers))]
    public Task Consumer_WhenAMessageComesAgain_HasItsEffectOnce(string consumer) => bench.DeliverAgainAndAgainAsync(TrialOf(consumer));

    [Theory]
    [MemberData(nameof(Consumers))]
    public Task Consumer_WhereverItBreaks_LosesNothing(string consumer) => bench.BreakEachWriteAsync(TrialOf(consumer));

    private static ConsumerTrial TrialOf(string consumer) => Trials.Single(trial => trial.Consumer.Name == consumer);

    private static async Task<Setting> EraseAsync(CrowdDxApplication app)
    {
        var (author, other) = (Seed.Account(Guid.CreateVersion7(), AccountRoles.Student | AccountRoles.Expert), Seed.Account(Guid.CreateVersion7()));
        await app.StoreAsync(author, other);
        var cases = Enumerable.Range(0, 3).Select(_ => Seed.Case(Guid.CreateVersion7(), author.Id)).ToList();
        var theirs = Seed.Case(Guid.CreateVersion7(), other.Id);
        await app.StoreAsync([.. cases, theirs]);
        CaseQuestion Question(Guid caseId, Guid by, string text) => new() { Id = Guid.CreateVersion7(), CaseId = caseId, ExpertId = by, Text = text, AskedAt = Seed.Then };
        await app.StoreAsync(
            Question(theirs.Id, author.Id, "asked by the author"), Question(theirs.Id, other.Id, "their question"), Question(cases[0].Id, other.Id, "in the author's case"),
            new CaseAddendum { CaseId = cases[1].Id, Revision = 2, Text = "an addendum", At = Seed.Then });

        Guid[] own = [.. cases.Select(c => c.Id)];
        Guid[] all = [.. own, theirs.Id];
        return new(new AccountErased(author.Id), async db =>
        {
            var withdrawn = await db.ClinicalCases.Where(c => own.Contains(c.Id) && c.Status == CaseStatus.Withdrawn && c.Permission.Scope == PermissionScope.None).ToListAsync();
            var audited = await db.AuditEntries.CountAsync(e => own.Contains(e.SubjectId!.Value) && e.Action == "case.withdraw");
            List<string> words =
            [
                .. await db.ClinicalCases.Where(c => all.Contains(c.Id) && (c.Title != "" || c.Presentation != "")).Select(c => c.AuthorId == other.Id ? "the other's case" : c.Title).ToListAsync(),
                .. await db.CaseAddenda.Where(a => all.Contains(a.CaseId) && a.Text != "").Select(a => a.Text).ToListAsync(),
                .. await db.CaseQuestions.Where(q => all.Contains(q.CaseId) && q.Text != "").Select(q => q.Text).ToListAsync(),
            ];
            return $"withdrawn {withdrawn.Count} of 3 in {withdrawn.Sum(c => c.Revision)} revisions with {audited} audit entries, words left: {string.Join(", ", words)}";
        });
    }
}
