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

    private static EntryView View(PooledEntry entry, Words words, bool dangerous)
        => new(
            entry.Rank, entry.Key, words.LabelOf(entry.Key), entry.Score, entry.Share, entry.Stability, entry.Experts, entry.FirstSuggestedAt,
            [.. words.Pooled[entry.Key]], dangerous);

    private static List<MustNotMissView> MustNotMiss(BoardDocument document, Words words, HashSet<string> dangerous)
        => [.. document.Blind.Entries.Concat(document.SecondLook.Entries)
            .Where(entry => dangerous.Contains(entry.Key))
            .DistinctBy(entry => entry.Key)
            .Take(MostMustNotMiss)
            .Select(entry => new MustNotMissView(entry.Key, words.LabelOf(entry.Key), entry.Score, entry.Experts))];

    /// <summary>The words of every answer that had come when a differential was made.</summary>
    private async Task<Words> ReadWordsAsync(Differential stored, BoardKind kind, CancellationToken cancellationToken)
    {
        var typed = await Answers(stored)
            .SelectMany(a => a.Suggestions, (a, s) => new { a.ExpertId, a.Version, a.SawBoard, a.Late, s.DiagnosisKey, s.Phrase, s.Rule })
            .ToListAsync(cancellationToken);
        var ofKind = typed.Where(t => kind == (t.Late ? BoardKind.Late : t.SawBoard ? BoardKind.SecondLook : BoardKind.Blind)).ToList();
        var pooled = ofKind.GroupBy(t => t.ExpertId).SelectMany(own => own.Where(t => t.Version == own.Max(o => o.Version)));
        return new(
            Counted(pooled.Select(t => (t.DiagnosisKey, t.Phrase, t.Rule, t.ExpertId))),
            Counted(typed.Select(t => (t.DiagnosisKey, t.Phrase, t.Rule, t.ExpertId))));
    }

    private static ILookup<string, PhraseView> Counted(IEnumerable<(string Key, string Phrase, string Rule, Guid ExpertId)> typed)
        => typed
            .Where(t => t.Phrase.Length > 0)
            .GroupBy(t => (t.Key, t.Phrase, t.Rule))
            .Select(g => (g.Key.Key, View: new PhraseView(g.Key.Phrase, g.Key.Rule, g.Select(t => t.ExpertId).Distinct().Count())))
            .OrderByDescending(p => p.View.Count).ThenBy(p => p.View.Text, StringComparer.Ordinal)
            .ToLookup(p => p.Key, p => p.View, StringComparer.Ordinal);

    private async Task<List<NextTestView>> NextTestsAsync(Differential stored, CancellationToken cancellationToken)
    {
        var tests = await Answers(stored)
            .Where(a => a.NextTest != null && !a.Late && !db.Answers.Any(n => n.CaseId == a.CaseId && n.ExpertId == a.ExpertId && n.Version > a.Version && !n.Late && n.ReceivedAt <= stored.ComputedAt))
            .Select(a => a.NextTest!)
            .ToListAsync(cancellationToken);
        return [.. tests
            .GroupBy(NormalForm.Of, StringComparer.Ordinal)
            .Select(g => new NextTestView(g.GroupBy(t => t, StringComparer.Ordinal).OrderByDescending(t => t.Count()).ThenBy(t => t.Key, StringComparer.Ordinal).First().Key, g.Count()))
            .OrderByDescending(t => t.Experts).ThenBy(t => t.Text, StringComparer.Ordinal)
            .Take(MostNextTests)];
    }

    private IQueryable<Answer> Answers(Differential stored) => db.Answers.Where(a => a.CaseId == stored.CaseId && a.ReceivedAt <= stored.ComputedAt);

    /// <summary>Phrases by key, most frequent first: of the answers that one board pools, and of all answers of the case.</summary>
    private sealed record Words(ILookup<string, PhraseView> Pooled, ILookup<string, PhraseView> All)
    {
        // A diagnosis can stand beside a board whose own answers do not name it, such as one that must not be missed.
        public string LabelOf(string key) => (Pooled[key].FirstOrDefault() ?? All[key].FirstOrDefault())?.Text ?? Erased;
    }
}
