using CrowdDx.Aggregation.Pooling;
using CrowdDx.Ranking;
using CrowdDx.Testing;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Aggregation.Tests.Pooling;

/// <summary>What is pooled while answers pour in ends as if they had been pooled once, in peace.</summary>
public sealed class CrowdsAtOnceTests : IDisposable
{
    private static readonly string[] Diagnoses = ["flu", "tb", "lupus", "sarcoid", "gout", "measles", "asthma"];
    private readonly CrowdDxApplication _app = new();

    [Fact]
    public async Task Differential_OfTwoHundredAnswersAtOnce_EqualsTheOfflineOne()
    {
        const int crowd = 200;
        var (network, student) = (await _app.CreateNetworkAsync(), await _app.StudentAsync());
        var experts = await _app.ExpertsAsync(crowd);
        foreach (var expert in experts)
            await _app.JoinAsync(expert, network);
        var caseId = await _app.SubmitCaseAsync(student, network);
        await Eventually.HoldsAsync(async () => await _app.InDatabaseAsync(db => db.Invitations.CountAsync(i => i.CaseId == caseId)) == crowd, "all invitations");

        var random = new Random(11);
        await Task.WhenAll(experts.Select(expert => _app.AnswerAsync(expert, caseId, [.. random.GetItems(Diagnoses, 4).Distinct()])).ToList());
        var board = await _app.WaitForDifferentialAsync(student, caseId, crowd);

        var answers = await _app.InDatabaseAsync(db => PooledAnswers.ReadAsync(db, caseId, asOf: null, default));
        var offline = BoardMaker.Make(answers);
        var stored = await _app.InDatabaseAsync(db => db.Differentials.Where(d => d.CaseId == caseId).OrderBy(d => d.Version).ToListAsync());
        Assert.Equal(offline.Write(), stored[^1].Board);
        Assert.Equal(BoardMaker.Digest(answers), stored[^1].InputDigest);
        Assert.Equal(offline.Blind.Entries.Select(e => e.Key), board["entries"]!.AsArray().Select(e => (string)e!["diagnosisId"]!));
        Assert.Equal(Enumerable.Range(1, stored.Count), stored.Select(d => d.Version));
        Assert.InRange(stored.Count, 1, crowd / 2);
        Assert.Equal(stored.Select(d => d.Answers).Order(), stored.Select(d => d.Answers));

        var names = await _app.InDatabaseAsync(db => db.CasePseudonyms.Where(p => p.CaseId == caseId).OrderBy(p => p.Number).Select(p => p.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, crowd), names);
        await TimingIsAsFromScratchAsync(caseId, answers, stored[^1].Version);
        Assert.Empty(_app.Log.Errors);
    }

    public void Dispose() => _app.Dispose();

    /// <summary>What was carried from version to version equals what one computation from all answers gives.</summary>
    private async Task TimingIsAsFromScratchAsync(Guid caseId, IReadOnlyList<ListedAnswer> answers, int version)
    {
        var stored = await _app.InDatabaseAsync(db => db.CaseTimings.SingleAsync(t => t.CaseId == caseId));
        var postedAt = await _app.InDatabaseAsync(db => db.ClinicalCases.Where(c => c.Id == caseId).Select(c => c.PostedAt).SingleAsync());
        var timed = answers.Select(a => new TimedAnswer(a.AnswerKey, a.ExpertKey, a.ReceivedAt, null, a.Groups)).ToList();
        var times = TimeToAnswer.Compute(new(postedAt, null, null, null, timed));
        Assert.Equal(version, stored.DifferentialVersion);
        Assert.Equal(
            (times.Progress.Settled?.Ticks, times.Progress.CheckedAnswers, times.Progress.PrefixDigest),
            (stored.SettledTicks, stored.SettledCheckedAnswers, Convert.ToHexStringLower(stored.PrefixDigest)));
    }
}
