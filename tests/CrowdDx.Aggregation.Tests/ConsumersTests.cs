using CrowdDx.Aggregation.Boards;
using CrowdDx.Aggregation.Erasure;
using CrowdDx.Aggregation.Pooling;
using CrowdDx.Aggregation.Verdicts;
using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Aggregation;
using CrowdDx.Data.Cases;
using CrowdDx.Data.FanOut;
using CrowdDx.Testing;
using CrowdDx.Testing.Machinery;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Aggregation.Tests;

/// <summary>Whatever is delivered again, and wherever a consumer breaks, the end is the same.</summary>
public sealed class ConsumersTests(ConsumerBench bench) : IClassFixture<ConsumerBench>
{
    private static readonly ConsumerTrial[] Trials =
    [
        new(typeof(PoolAnswersConsumer), typeof(AnswerSubmitted), PoolAsync, "v1 of 3, named 1 2 3, timing of v1"),
        new(typeof(PoolAnswersConsumer), typeof(AnswerSubmitted), PoolWithdrawnAsync, "answers 3, with words 0, ranks 6"),
        new(typeof(PoolAnswersConsumer), typeof(AnswersErased), PoolAnewAsync, "v1 of 3, named 1 2 3, timing of v1"),
        new(typeof(RecordDeclinersViewConsumer), typeof(ExpertDeclined), DeclineAsync, "views 1"),
        new(typeof(ProposeVerdictsConsumer), typeof(OutcomeRecorded), ProposeSomeAsync, "flu Exact, lupus -, tb -; records 0"),
        new(typeof(ProposeVerdictsConsumer), typeof(OutcomeRecorded), ProposeCompleteAsync, "flu Exact; records 3 of 3 hits"),
        new(typeof(EraseExpertsAnswersConsumer), typeof(AccountErased), EraseWithoutConsentAsync, "answers 0 of 6, boards of 2 2 3, names 2 2 2, views 0, records 0, words 6"),
        new(typeof(EraseExpertsAnswersConsumer), typeof(AccountErased), EraseWithConsentAsync, "answers 0 of 9, boards of 3 3 3, names 3 3 3, views 0, records 0, words 6"),
        new(typeof(WipeWordsConsumer), typeof(CaseWithdrawn), WipeAsync, "answers 3, with words 0, ranks 6"),
    ];

    public static TheoryData<string> Arrangements { get; } = [.. Trials.Select(trial => trial.ArrangeAsync.Method.Name)];

    [Fact]
    public void EveryConsumer_HasATrial()
        => Assert.Equal(ConsumerBench.SubjectsOf(typeof(AggregationRegistration).Assembly).Order(), Trials.Select(trial => trial.Subject).Distinct().Order());

    [Theory]
    [MemberData(nameof(Arrangements))]
    public Task Consumer_WhenAMessageComesAgain_HasItsEffectOnce(string arrangement) => bench.DeliverAgainAndAgainAsync(TrialOf(arrangement));

    [Theory]
    [MemberData(nameof(Arrangements))]
    public Task Consumer_WhereverItBreaks_LosesNothing(string arrangement) => bench.BreakEachWriteAsync(TrialOf(arrangement));

    private static ConsumerTrial TrialOf(string arrangement) => Trials.Single(trial => trial.ArrangeAsync.Method.Name == arrangement);

    private static Task<Setting> PoolAsync(CrowdDxApplication app) => PoolAsync(app, scene => new AnswerSubmitted(scene.CaseId, scene.Experts[0], 1));

    private static Task<Setting> PoolAnewAsync(CrowdDxApplication app) => PoolAsync(app, scene => new AnswersErased(scene.CaseId));

    private static async Task<Setting> PoolAsync(CrowdDxApplication app, Func<Scene, object> messageOf)
    {
        var scene = await Scene.StoreAsync(app, experts: 3);
        return new(
            messageOf(scene),
            async db =>
            {
                var boards = await db.Differentials.Where(d => d.CaseId == scene.CaseId).OrderBy(d => d.Version).Select(d => $"v{d.Version} of {d.Answers}").ToListAsync();
                var names = await db.CasePseudonyms.Where(p => p.CaseId == scene.CaseId).OrderBy(p => p.Number).Select(p => p.Number).ToListAsync();
                var timings = await db.CaseTimings.Where(t => t.CaseId == scene.CaseId).Select(t => t.DifferentialVersion).ToListAsync();
                return $"{string.Join(' ', boards)}, named {string.Join(' ', names)}, timing of v{string.Join(' ', timings)}";
            },
            db => db.ChangeTracker.Entries<Differential>().Any(entry => entry.Entity.CaseId == scene.CaseId));
    }

    private static async Task<Setting> DeclineAsync(CrowdDxApplication app)
    {
        var scene = await Scene.StoreAsync(app, experts: 1);
        return new(
            new ExpertDeclined(scene.CaseId, scene.Experts[0], HidesCase: false),
            async db => $"views {await db.BoardViews.CountAsync(v => v.CaseId == scene.CaseId && v.ViewerId == scene.Experts[0])}");
    }

    private static Task<Setting> ProposeSomeAsync(CrowdDxApplication app) => ProposeAsync(app, ["flu", "tb|lupus"]);

    private static Task<Setting> ProposeCompleteAsync(CrowdDxApplication app) => ProposeAsync(app, ["flu"]);

    private static async Task<Setting> ProposeAsync(CrowdDxApplication app, string[] groups)
    {
        var scene = await Scene.StoreAsync(app, experts: 3, groups);
        await app.StoreAsync(new Outcome
        {
            CaseId = scene.CaseId,
            Version = 1,
            Status = OutcomeStatus.Confirmed,
            Basis = OutcomeBasis.Laboratory,
            RecordedBy = scene.AuthorId,
            RecordedAt = Seed.Then,
            Diagnoses = [new() { CaseId = scene.CaseId, Version = 1, Ordinal = 1, Text = "Flu" }],
        });
        return new(new OutcomeRecorded(scene.CaseId, 1), async db =>
        {
            var verdicts = await db.Verdicts.Where(v => v.CaseId == scene.CaseId).OrderBy(v => v.DiagnosisKey).ToListAsync();
            var records = await db.TrackRecords.Where(r => r.CaseId == scene.CaseId).ToListAsync();
            return string.Join(", ", verdicts.Select(v => $"{v.DiagnosisKey[2..]} {(v.Proposed is { } kind ? $"{kind}" : "-")}"))
                + $"; records {records.Count}" + (records.Count == 0 ? "" : $" of {records.Count(r => r.Hit)} hits");
        });
    }

    private static Task<Setting> EraseWithoutConsentAsync(CrowdDxApplication app) => EraseAsync(app, consent: false);

    private static Task<Setting> EraseWithConsentAsync(CrowdDxApplication app) => EraseAsync(app, consent: true);

    /// <summary>Two open cases and a closed one, each pooled before, of the same three experts; the first of them is erased.</summary>
    private static async Task<Setting> EraseAsync(CrowdDxApplication app, bool consent)
    {
        var scene = await Scene.StoreAsync(app, experts: 3);
        Guid[] cases = [scene.CaseId, await scene.AnotherAsync(app), await scene.AnotherAsync(app, closed: true)];
        foreach (var caseId in cases)
            await scene.PoolAsync(app, caseId);
        var erased = scene.Experts[0];
        await app.StoreAsync(
            new ExpertPreferences { ExpertId = erased, ResearchConsentAt = consent ? Seed.Then : null },
            new BoardView { CaseId = scene.CaseId, ViewerId = erased, FirstSeenAt = Seed.Then },
            TrackRecord.Of(erased, scene.CaseId, hit: true, expected: null, Seed.Then));
        return new(new AccountErased(erased), db => ReadAsync(db, cases, erased));
    }

    private static async Task<string> ReadAsync(CrowdDxDbContext db, Guid[] cases, Guid erased)
    {
        var answers = await db.Answers.Where(a => cases.Contains(a.CaseId)).ToListAsync();
        var boards = new List<int>();
        var names = new List<int>();
        foreach (var caseId in cases)
        {
            boards.Add(await db.Differentials.Where(d => d.CaseId == caseId).OrderByDescending(d => d.Version).Select(d => d.Answers).FirstAsync());
            names.Add(await db.CasePseudonyms.CountAsync(p => p.CaseId == caseId && p.ExpertId != erased));
        }
        var views = await db.BoardViews.CountAsync(v => v.ViewerId == erased);
        var records = await db.TrackRecords.CountAsync(r => r.ExpertId == erased);
        return $"answers {answers.Count(a => a.ExpertId == erased)} of {answers.Count}, boards of {string.Join(' ', boards)}, names {string.Join(' ', names)}, "
            + $"views {views}, records {records}, words {answers.Count(a => a.Rationale is not null)}";
    }

    private static async Task<Setting> WipeAsync(CrowdDxApplication app)
    {
        var scene = await Scene.StoreAsync(app, experts: 3, "flu", "tb");
        return new(new CaseWithdrawn(scene.CaseId), db => ReadWordsAsync(db, scene.CaseId));
    }

    /// <summary>Answers that were being written as the case was withdrawn, and came after its wiping.</summary>
    private static async Task<Setting> PoolWithdrawnAsync(CrowdDxApplication app)
    {
        var scene = await Scene.StoreAsync(app, experts: 3, "flu", "tb");
        await app.InDatabaseAsync(async db =>
        {
            (await db.ClinicalCases.SingleAsync(c => c.Id == scene.CaseId)).Withdraw(Seed.Then);
            return await db.SaveChangesAsync();
        });
        return new(
            new AnswerSubmitted(scene.CaseId, scene.Experts[0], 1), db => ReadWordsAsync(db, scene.CaseId),
            db => db.ChangeTracker.Entries<Differential>().Any(entry => entry.Entity.CaseId == scene.CaseId));
    }

    private static async Task<string> ReadWordsAsync(CrowdDxDbContext db, Guid caseId)
    {
        var answers = await db.Answers.Include(a => a.Suggestions).Where(a => a.CaseId == caseId).ToListAsync();
        return $"answers {answers.Count}, with words {answers.Count(a => a.Rationale is not null || a.NextTest is not null)}, ranks {answers.Sum(a => a.Suggestions.Count)}";
    }
}
