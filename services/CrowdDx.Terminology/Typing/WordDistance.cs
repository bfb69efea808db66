namespace CrowdDx.Terminology.Typing;

/// <summary>
/// How many slips of the pen lie between a word and others: a letter more, less or other, or two neighbours exchanged (optimal string alignment).
/// Bit-parallel (H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", Nordic Journal of Computing 10, 2003).
/// </summary>
internal readonly ref struct WordDistance
{
    /// <summary>Longer words are not compared.</summary>
    public const int Longest = 64;

    private readonly Span<ulong> _places;
    private readonly int _length;

    /// <summary>Prepares a word of 1 to 64 letters.</summary>
    /// <param name="word">The word.</param>
    /// <param name="places">Room for <see cref="Slots"/> numbers, all 0.</param>
    public WordDistance(ReadOnlySpan<char> word, Span<ulong> places)
    {
        _places = places;
        _length = word.Length;
        for (var i = 0; i < word.Length; i++)
            places[Slot(word[i])] |= 1UL << i;
    }

    /// <summary>Letters fall into so many slots; two letters of other scripts may share one, and then a distance is too small, never too large.</summary>
    public static int Slots => 128;

    /// <summary>The distance to another word.</summary>
    public int To(ReadOnlySpan<char> other)
    {
        var (distance, last) = (_length, 1UL << (_length - 1));
        var (positive, negative, diagonal, before) = (ulong.MaxValue, 0UL, 0UL, 0UL);
        foreach (var c in other)
        {
            var here = _places[Slot(c)];
            var exchanged = ((~diagonal & here) << 1) & before;
            diagonal = (((here & positive) + positive) ^ positive) | here | negative | exchanged;
            var (up, down) = (negative | ~(diagonal | positive), diagonal & positive);
            if ((up & last) != 0)
                distance++;
            else if ((down & last) != 0)
                distance--;
            up = (up << 1) | 1;
            positive = (down << 1) | ~(diagonal | up);
            negative = up & diagonal;
            before = here;
        }

        return distance;
    }

    private static int Slot(char c) => c & 127;
}
