using Microsoft.EntityFrameworkCore;

using CrowdDx.Data;
using CrowdDx.Data.Aggregation;
using CrowdDx.Ranking;
using CrowdDx.Terminology;

namespace CrowdDx.Aggregation.Boards;

/// <summary>Reads a stored differential and joins the words to its keys. Whoever calls it has opened the board by <see cref="BoardAccess"/>.</summary>
public sealed class ReadDifferential(CrowdDxDbContext db)
{
    private const int MostMustNotMiss = 5;
    private const int MostNextTests = 20;

    private const string Erased = "(erased)";

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
        var words = await ReadWordsAsync(stored, kind, cancellationToken);
        var dangerous = document.Dangerous.ToHashSet(StringComparer.Ordinal);
        return new(
            stored.Version, stored.ComputedAt, board.Experts, document.SecondLook.Experts, document.Late.Experts, document.Blind.Settled,
            document.Algorithm, document.Weights, document.Terminology,
            [.. board.Entries.Select(entry => View(entry, words, dangerous.Contains(entry.Key)))],
            MustNotMiss(document, words, dangerous),
            [],
            await NextTestsAsync(stored, cancellationToken));
    }

    private IQueryable<Differential> Stored(Guid caseId, DateTimeOffset? asOf)
        => asOf is null
            ? db.Differentials.Where(d => d.CaseId == caseId).OrderByDescending(d => d.Version)
            : db.Differentials.Where(d => d.CaseId == caseId && d.ComputedAt <= asOf).OrderByDescending(d => d.ComputedAt).ThenByDescending(d => d.Version);

    private static EntryView View(PooledEntry entry, ILookup<string, PhraseView> words, bool dangerous)
        => new(
            entry.Rank, entry.Key, Label(words, entry.Key), entry.Score, entry.Share, entry.Stability, entry.Experts, entry.FirstSuggestedAt,
            [.. words[entry.Key]], dangerous);

    private static List<MustNotMissView> MustNotMiss(BoardDocument document, ILookup<string, PhraseView> words, HashSet<string> dangerous)
        => [.. document.Blind.Entries.Concat(document.SecondLook.Entries)
            .Where(entry => dangerous.Contains(entry.Key))
            .DistinctBy(entry => entry.Key)
            .Take(MostMustNotMiss)
            .Select(entry => new MustNotMissView(entry.Key, Label(words, entry.Key), entry.Score, entry.Experts))];

    private static string Label(ILookup<string, PhraseView> words, string key) => words[key].FirstOrDefault()?.Text ?? Erased;

    /// <summary>The phrases behind each key in the answers that were pooled, most frequent first.</summary>
    private async Task<ILookup<string, PhraseView>> ReadWordsAsync(Differential stored, BoardKind kind, CancellationToken cancellationToken)
    {
        var pooled = kind switch
        {
            BoardKind.Blind => Answers(stored).Where(a => !a.Late),
            BoardKind.SecondLook => Answers(stored).Where(a => !a.Late),
            BoardKind.Late => Answers(stored).Where(a => a.Late),
        };
        var phrases = await pooled
            .SelectMany(a => a.Suggestions)
            .Where(s => s.Phrase != "")
            .Select(s => new { s.DiagnosisKey, s.Phrase, s.Rule, s.ExpertId })
            .ToListAsync(cancellationToken);
        return phrases
            .GroupBy(s => (s.DiagnosisKey, s.Phrase, s.Rule))
            .Select(g => (g.Key.DiagnosisKey, View: new PhraseView(g.Key.Phrase, g.Key.Rule, g.Select(s => s.ExpertId).Distinct().Count())))
            .OrderByDescending(p => p.View.Count).ThenBy(p => p.View.Text, StringComparer.Ordinal)
            .ToLookup(p => p.DiagnosisKey, p => p.View, StringComparer.Ordinal);
    }

    private async Task<List<NextTestView>> NextTestsAsync(Differential stored, CancellationToken cancellationToken)
    {
        var tests = await Answers(stored)
            .Where(a => a.NextTest != null && !a.Late && !db.Answers.Any(n => n.CaseId == a.CaseId && n.ExpertId == a.ExpertId && n.Version > a.Version && n.ReceivedAt <= stored.ComputedAt))
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
