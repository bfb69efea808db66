using CrowdDx.Data;
using CrowdDx.Data.Aggregation;
using CrowdDx.Ranking;
using CrowdDx.Terminology;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Aggregation.Boards;

/// <summary>Reads a stored differential and joins the words to its keys. Whoever calls it has opened the board by <see cref="BoardAccess"/>.</summary>
public sealed class ReadDifferential(CrowdDxDbContext db, Recognizer recognizer)
{
    private const int MostMustNotMiss = 5;
    private const int MostNextTests = 20;

    private static readonly DifferentialView Empty = new(0, null, 0, 0, 0, false, Ranking.Pooling.AlgorithmVersion, "", [], [], [], [], []);

    /// <summary>Version of the latest differential, or of the one that stood at an instant; 0 before the first.</summary>
    public Task<int> VersionAsync(Guid caseId, DateTimeOffset? asOf, CancellationToken cancellationToken)
        => Stored(caseId, asOf).Select(d => d.Version).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The latest differential, or the one that stood at an instant.</summary>
    public async Task<DifferentialView> RunAsync(Guid caseId, BoardKind kind, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var stored = await Stored(caseId, asOf).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        if (stored is null)
            return Empty;
        var document = BoardDocument.Read(stored.Board);
        var board = kind switch { BoardKind.Blind => document.Blind, BoardKind.SecondLook => document.SecondLook, BoardKind.Late => document.Late };
        var words = await BoardWords.ReadAsync(db, stored, cancellationToken);
        var dangerous = Dangerous(document);
        return new(
            stored.Version, stored.ComputedAt, board.Experts, document.SecondLook.Experts, document.Late.Experts, document.Blind.Settled,
            document.Algorithm, document.Weights, document.Terminology,
            [.. board.Entries.Select(entry => View(entry, words[kind], dangerous.Contains(entry.Key)))],
            MustNotMiss(document, words, dangerous),
            BoardFamilies.Of(board, words[kind], recognizer),
            await NextTestsAsync(stored, cancellationToken));
    }

    private IQueryable<Differential> Stored(Guid caseId, DateTimeOffset? asOf)
        => asOf is null
            ? db.Differentials.Where(d => d.CaseId == caseId).OrderByDescending(d => d.Version)
            : db.Differentials.Where(d => d.CaseId == caseId && d.ComputedAt <= asOf).OrderByDescending(d => d.ComputedAt).ThenByDescending(d => d.Version);

    private HashSet<string> Dangerous(BoardDocument document)
        => [.. document.Dangerous, .. document.Blind.Entries.Concat(document.SecondLook.Entries).Concat(document.Late.Entries).Select(entry => entry.Key).Where(key => recognizer.Find(key)?.IsDangerous == true)];

    private EntryView View(PooledEntry entry, BoardWords words, bool dangerous)
        => new(
            entry.Rank, entry.Key, Label(words, entry.Key), entry.Score, entry.Share, entry.Stability, entry.Experts, entry.FirstSuggestedAt,
            [.. words.Of(entry.Key)], dangerous);

    private List<MustNotMissView> MustNotMiss(BoardDocument document, Dictionary<BoardKind, BoardWords> words, HashSet<string> dangerous)
        => [.. document.Blind.Entries.Select(entry => (entry, words: words[BoardKind.Blind]))
            .Concat(document.SecondLook.Entries.Select(entry => (entry, words: words[BoardKind.SecondLook])))
            .Where(one => dangerous.Contains(one.entry.Key))
            .DistinctBy(one => one.entry.Key)
            .Take(MostMustNotMiss)
            .Select(one => new MustNotMissView(one.entry.Key, Label(one.words, one.entry.Key), one.entry.Score, one.entry.Experts))];

    private string Label(BoardWords words, string key) => recognizer.Find(key)?.Label ?? words.Commonest(key);

    private async Task<List<NextTestView>> NextTestsAsync(Differential stored, CancellationToken cancellationToken)
    {
        var tests = await Answers(stored)
            .Where(a => a.NextTest != null && !a.Late
                && !db.Answers.Any(n => n.CaseId == a.CaseId && n.ExpertId == a.ExpertId && n.Version > a.Version && !n.Late && n.ReceivedAt <= stored.ComputedAt))
            .Select(a => a.NextTest!)
            .ToListAsync(cancellationToken);
        return [.. tests
            .GroupBy(NormalForm.Of, StringComparer.Ordinal)
            .Select(g => new NextTestView(g.GroupBy(t => t, StringComparer.Ordinal).OrderByDescending(t => t.Count()).ThenBy(t => t.Key, StringComparer.Ordinal).First().Key, g.Count()))
            .OrderByDescending(t => t.Experts).ThenBy(t => t.Text, StringComparer.Ordinal)
            .Take(MostNextTests)];
    }

    private IQueryable<Answer> Answers(Differential stored) => db.Answers.Where(a => a.CaseId == stored.CaseId && a.ReceivedAt <= stored.ComputedAt);
}
