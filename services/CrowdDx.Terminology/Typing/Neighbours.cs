namespace CrowdDx.Terminology.Typing;

/// <summary>Letters that are easily typed for each other: next to each other on the keyboard, vowels, or of the same sound.</summary>
internal static class Neighbours
{
    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
    private static readonly string[] Alike = ["aeiouy", "cksqz", "fv", "dt", "bp", "mn", "gj", "wv", "lr"];

    /// <summary>True if two words of one length differ by such letters only.</summary>
    public static bool Are(string one, string other)
    {
        if (one.Length != other.Length)
            return false;
        for (var i = 0; i < one.Length; i++)
        {
            if (one[i] != other[i] && !Are(one[i], other[i]))
                return false;
        }

        return true;
    }

    private static bool Are(char one, char other)
    {
        if (Array.Exists(Alike, letters => letters.Contains(one) && letters.Contains(other)))
            return true;
        var (row, column) = Place(one);
        var (otherRow, otherColumn) = Place(other);
        return row >= 0 && otherRow >= 0 && Math.Abs(row - otherRow) <= 1 && Math.Abs(column - otherColumn) <= 1;
    }

    private static (int Row, int Column) Place(char letter)
    {
        var row = Array.FindIndex(Rows, letters => letters.Contains(letter));
        return (row, row < 0 ? -1 : Rows[row].IndexOf(letter));
    }
}
