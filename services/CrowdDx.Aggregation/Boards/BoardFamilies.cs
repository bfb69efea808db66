using CrowdDx.Ranking;
using CrowdDx.Terminology;
using CrowdDx.Terminology.Concepts;

namespace CrowdDx.Aggregation.Boards;

/// <summary>The families that the diagnoses of a board form, beside the ranking: kinds of one disease are never merged, and may split a vote.</summary>
internal static class BoardFamilies
{
    private const int Most = 5;

    /// <summary>Those families that have more points than any of their members, strongest first.</summary>
    public static IReadOnlyList<FamilyView> Of(BoardNumbers board, BoardWords words, Recognizer recognizer)
    {
        var known = board.Entries.Select(entry => (entry, diagnosis: recognizer.Find(entry.Key))).Where(one => one.diagnosis is not null).ToDictionary(one => one.diagnosis!.Id, one => one.entry);
        var families = recognizer.Terminology.Hierarchy.Families(known.Keys);
        if (families.Count == 0)
            return [];
        var lists = words.Lists;
        return [.. families
            .Select(family => View(family, [.. family.Members.Select(id => known[id])], lists, board.Entries))
            .Where(view => view.Score > view.Members.Max(member => member.Score))
            .OrderByDescending(view => view.Score).ThenBy(view => view.DiagnosisId, StringComparer.Ordinal)
            .Take(Most)];

        FamilyView View(Family family, IReadOnlyList<PooledEntry> members, IReadOnlyList<ExpertList> all, IReadOnlyList<PooledEntry> entries)
        {
            var keys = members.Select(member => member.Key).ToHashSet(StringComparer.Ordinal);
            var score = FamilyPoints.Of(all, keys);
            var leaders = entries.Where(entry => entry.Rank == 1).ToList();
            return new(
                DiagnosisKey.OfDiagnosis(family.Of.Id).ToString(), family.Of.Label, score, FamilyPoints.Experts(all, keys),
                LeadsUnseen: score > leaders.Max(leader => leader.Score) && !leaders.Exists(leader => keys.Contains(leader.Key)),
                [.. members.Select(member => new FamilyMemberView(member.Key, recognizer.Find(member.Key)!.Label, member.Score))]);
        }
    }
}
