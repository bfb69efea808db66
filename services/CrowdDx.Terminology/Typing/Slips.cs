namespace CrowdDx.Terminology.Typing;

/// <summary>Which slips lie between two words.</summary>
internal static class Slips
{
    /// <summary>How many slips there are.</summary>
    public static int Distance(string typed, string known) => Between(typed, known).Slips;

    /// <summary>How many letters stand for others, in the way from one word to the other with the fewest slips and, of those, the fewest such.</summary>
    public static int Exchanged(string typed, string known) => Between(typed, known).Others;

    /// <summary>True if the words have the same letters, each as often but for doubled ones.</summary>
    public static bool KeepsLetters(string typed, string known) => Undoubled(typed).Order().SequenceEqual(Undoubled(known).Order());

    private static IEnumerable<char> Undoubled(string word) => word.Where((letter, i) => i == 0 || word[i - 1] != letter);

    private static (int Slips, int Others) Between(string typed, string known)
    {
        var (before, last, next) = (new (int Slips, int Others)[known.Length + 1], new (int Slips, int Others)[known.Length + 1], new (int Slips, int Others)[known.Length + 1]);
        for (var j = 0; j <= known.Length; j++)
            last[j] = (j, 0);
        for (var i = 1; i <= typed.Length; i++)
        {
            next[0] = (i, 0);
            for (var j = 1; j <= known.Length; j++)
            {
                var isSame = typed[i - 1] == known[j - 1];
                var best = (last[j - 1].Slips + (isSame ? 0 : 1), last[j - 1].Others + (isSame ? 0 : 1));
                best = Least(best, Least((last[j].Slips + 1, last[j].Others), (next[j - 1].Slips + 1, next[j - 1].Others)));
                if (i > 1 && j > 1 && typed[i - 1] == known[j - 2] && typed[i - 2] == known[j - 1])
                    best = Least(best, (before[j - 2].Slips + 1, before[j - 2].Others));
                next[j] = best;
            }

            (before, last, next) = (last, next, before);
        }

        return last[known.Length];
    }

    private static (int Slips, int Others) Least((int Slips, int Others) one, (int Slips, int Others) other) => one.CompareTo(other) <= 0 ? one : other;
}
