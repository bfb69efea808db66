using System.Diagnostics;
using System.Security.Cryptography;
using CrowdDx.Aggregation.Pooling;
using CrowdDx.Benchmarks.Measuring;
using CrowdDx.Benchmarks.Staging;
using CrowdDx.Data.Aggregation;
using CrowdDx.Terminology;
using Microsoft.Extensions.DependencyInjection;

namespace CrowdDx.Benchmarks.Pooling;

/// <summary>
/// Pooling a case of 500 answers: the pure part on values in memory; the whole of it on the database when one more answer has come; and all 500 at
/// once, as after a long outage. Floor: reading the rows.
/// </summary>
internal static class PoolingScenario
{
    private const int Answers = 500;
    private const int WarmUps = 3;

    public static async Task RunAsync(Report report)
    {
        await using var stage = Stage.Start();
        Report.Say($"pooling: a case of {Answers} answers, put into the database directly …");
        var crowd = await Crowd.GatherAsync(stage, 1);
        var (pure, whole, atOnce, read) = (new Samples(), new Samples(), new Samples(), new Samples());

        for (var round = 0; round < 3; round++)
        {
            var fresh = await crowd.PostCaseAsync();
            await AddAsync(stage, fresh, 0, Answers);
            var took = await PoolAsync(stage, fresh);
            if (round > 0)
                atOnce.Add(took);
        }

        var caseId = await crowd.PostCaseAsync();
        await AddAsync(stage, caseId, 0, Answers - WarmUps);
        await PoolAsync(stage, caseId);
        for (var round = -WarmUps; round < report.Rounds; round++)
        {
            await AddAsync(stage, caseId, Answers + round, 1);
            var (answers, readTook) = await ReadAsync(stage, caseId);
            var pureTook = Pure(answers);
            var wholeTook = await PoolAsync(stage, caseId);
            if (round < 0)
                continue;
            read.Add(readTook);
            pure.Add(pureTook);
            whole.Add(wholeTook);
        }
        report.AddTimes($"board and digest of {Answers} answers, in memory", pure, read);
        report.AddTimes($"pooling answer {Answers} and on, whole, on the database", whole, read);
        report.AddTimes($"pooling {Answers} answers that were never pooled", atOnce);
    }

    private static async Task<(IReadOnlyList<ListedAnswer> Answers, double Took)> ReadAsync(Stage stage, Guid caseId)
    {
        var started = Stopwatch.GetTimestamp();
        var answers = await stage.InScopeAsync((_, db) => PooledAnswers.ReadAsync(db, caseId, asOf: null, CancellationToken.None));
        return (answers, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private static double Pure(IReadOnlyList<ListedAnswer> answers)
    {
        var started = Stopwatch.GetTimestamp();
        var digest = BoardMaker.Digest(answers);
        var board = BoardMaker.Make(answers);
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return digest.Length > 0 && board.Blind.Experts == answers.Count ? took : throw new InvalidOperationException("Not everything was pooled.");
    }

    private static async Task<double> PoolAsync(Stage stage, Guid caseId)
    {
        var started = Stopwatch.GetTimestamp();
        await stage.InScopeAsync(async (services, _) =>
        {
            await services.GetRequiredService<PoolCase>().RunAsync(caseId, CancellationToken.None);
            return true;
        });
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static Task<int> AddAsync(Stage stage, Guid caseId, int first, int count)
        => stage.InScopeAsync(async (_, db) =>
        {
            db.Answers.AddRange(Enumerable.Range(first, count).Select(number => AnswerOf(caseId, number)));
            return await db.SaveChangesAsync();
        });

    private static Answer AnswerOf(Guid caseId, int number)
    {
        var expert = Guid.CreateVersion7();
        var groups = Opinions.Of(number).Select((text, i) => (Group: i + 1, Phrases: text.Split('|')));
        return new()
        {
            CaseId = caseId,
            ExpertId = expert,
            Version = 1,
            ReceivedAt = TimeProvider.System.GetUtcNow(),
            CaseRevision = 1,
            ContentHash = SHA256.HashData([]),
            Suggestions = [.. groups.SelectMany(g => g.Phrases.Select(phrase => (g.Group, Phrase: phrase))).Select((s, i) => new Suggestion
            {
                CaseId = caseId, ExpertId = expert, Version = 1, Ordinal = i + 1, RankGroup = s.Group, Phrase = s.Phrase,
                DiagnosisKey = DiagnosisKey.OfNormalForm(NormalForm.Of(s.Phrase)).ToString(), Rule = Recognizer.NormalFormRule, TerminologyVersion = Recognizer.Core.Terminology.Version,
            })],
        };
    }
}
