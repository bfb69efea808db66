namespace CrowdDx.Ranking;

/// <summary>One diagnosis on a board of points.</summary>
internal sealed class Standing(string key)
{
    public string Key => key;

    /// <summary>1-based competition rank by score.</summary>
    public int Rank { get; set; }

    public double Score { get; set; }

    /// <summary>The score in sixtieths, where all lists are exact.</summary>
    public long Sixtieths { get; set; }

    public int FirstPlaces { get; set; }

    public int Mentions { get; set; }

    public DateTimeOffset FirstAt { get; set; } = DateTimeOffset.MaxValue;
}

/// <summary>The points and the order of a set of lists; no bootstrap.</summary>
internal static class Board
{
    /// <summary>All diagnoses in the order of the board.</summary>
    public static List<Standing> Of(IReadOnlyList<CanonicalList> byExpert)
    {
        var byKey = new Dictionary<string, Standing>(StringComparer.Ordinal);
        var exact = byExpert.All(static list => list.IsExact);
        foreach (var list in byExpert)
        {
            foreach (var (key, rank) in list.Items)
            {
                if (!byKey.TryGetValue(key, out var standing))
                    byKey.Add(key, standing = new(key));
                if (exact)
                    standing.Sixtieths += 60 / rank;
                else
                    standing.Score += list.Weight / rank;
                standing.Mentions++;
                if (rank == 1)
                    standing.FirstPlaces++;
                if (list.ReceivedAt < standing.FirstAt)
                    standing.FirstAt = list.ReceivedAt;
            }
        }

        var board = byKey.Values.ToList();
        if (exact)
            foreach (var standing in board)
                standing.Score = standing.Sixtieths / 60.0;

        board.Sort(InOrder);
        for (var i = 0; i < board.Count; i++)
            board[i].Rank = i > 0 && board[i].Score == board[i - 1].Score ? board[i - 1].Rank : i + 1;
        return board;
    }

    private static int InOrder(Standing a, Standing b)
    {
        var order = b.Score.CompareTo(a.Score);
        if (order == 0)
            order = b.FirstPlaces.CompareTo(a.FirstPlaces);
        if (order == 0)
            order = b.Mentions.CompareTo(a.Mentions);
        if (order == 0)
            order = a.FirstAt.CompareTo(b.FirstAt);
        return order != 0 ? order : string.CompareOrdinal(a.Key, b.Key);
    }
}
