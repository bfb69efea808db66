using CrowdDx.Data;
using CrowdDx.Data.Aggregation;
using CrowdDx.Ranking;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Aggregation.Boards;

/// <summary>What experts wrote in the versions that were pooled into one list of a differential.</summary>
internal sealed class BoardWords
{
    private const string Erased = "(erased)";

    private readonly IReadOnlyList<Item> _items;
    private readonly ILookup<string, PhraseView> _phrases;

    private BoardWords(IReadOnlyList<Item> items)
    {
        _items = items;
        _phrases = items
            .Where(item => item.Phrase.Length > 0)
            .GroupBy(item => (item.Key, item.Phrase, item.Rule))
            .Select(g => (g.Key.Key, View: new PhraseView(g.Key.Phrase, g.Key.Rule, g.Count())))
            .OrderByDescending(p => p.View.Count).ThenBy(p => p.View.Text, StringComparer.Ordinal)
            .ToLookup(p => p.Key, p => p.View, StringComparer.Ordinal);
    }

    /// <summary>Each expert's ranked list. When it was received is not told.</summary>
    public IReadOnlyList<ExpertList> Lists
        => [.. _items.GroupBy(item => item.ExpertId).Select(expert => new ExpertList(expert.Key.ToString("N"), default, Groups(expert)))];

    /// <summary>For each of the three lists its words, as the differential was made.</summary>
    public static async Task<Dictionary<BoardKind, BoardWords>> ReadAsync(CrowdDxDbContext db, Differential stored, CancellationToken cancellationToken)
    {
        var written = await db.Answers
            .Where(a => a.CaseId == stored.CaseId && a.ReceivedAt <= stored.ComputedAt)
            .SelectMany(a => a.Suggestions, (a, s) => new { a.ExpertId, a.Version, a.SawBoard, a.Late, s.RankGroup, s.DiagnosisKey, s.Phrase, s.Rule })
            .ToListAsync(cancellationToken);
        return Enum.GetValues<BoardKind>().ToDictionary(kind => kind, kind => new BoardWords([.. written
            .Where(s => kind == (s.Late ? BoardKind.Late : s.SawBoard ? BoardKind.SecondLook : BoardKind.Blind))
            .GroupBy(s => s.ExpertId)
            .SelectMany(expert => expert.GroupBy(s => s.Version).MaxBy(version => version.Key)!)
            .Select(s => new Item(s.ExpertId, s.RankGroup, s.DiagnosisKey, s.Phrase, s.Rule))]));
    }

    /// <summary>What was merged into a diagnosis, most frequent first.</summary>
    public IEnumerable<PhraseView> Of(string key) => _phrases[key];

    /// <summary>What most experts call a diagnosis.</summary>
    public string Commonest(string key) => _phrases[key].FirstOrDefault()?.Text ?? Erased;

    private static List<IReadOnlyList<string>> Groups(IEnumerable<Item> list)
    {
        var byRank = list.ToLookup(item => item.RankGroup, item => item.Key);
        return [.. Enumerable.Range(1, byRank.Max(group => group.Key)).Select(rank => (IReadOnlyList<string>)[.. byRank[rank]])];
    }

    private sealed record Item(Guid ExpertId, int RankGroup, string Key, string Phrase, string Rule);
}
