using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CrowdDx.Ranking;

/// <summary>An expert's list with each key once, at its best rank, sorted by rank and then by key, and the bytes it is hashed by.</summary>
internal sealed class CanonicalList
{
    private CanonicalList(string expertKey, DateTimeOffset receivedAt, double weight, (string Key, int Rank)[] items)
    {
        ExpertKey = expertKey;
        ReceivedAt = receivedAt;
        Weight = weight;
        Items = items;
        Bytes = Encode(weight, items);
    }

    public string ExpertKey { get; }

    public DateTimeOffset ReceivedAt { get; }

    public double Weight { get; }

    /// <summary>Key and 1-based rank.</summary>
    public (string Key, int Rank)[] Items { get; }

    /// <summary>The list and its weight, without expert and time.</summary>
    public byte[] Bytes { get; }

    /// <summary>True if this list's points are whole sixtieths: weight 1 and no rank beyond 5, as 60 = lcm(1..5).</summary>
    public bool IsExact => Weight == 1 && (Items.Length == 0 || Items[^1].Rank <= 5);

    public static CanonicalList From(string expertKey, DateTimeOffset receivedAt, IReadOnlyList<IReadOnlyList<string>> groups, double weight)
    {
        ArgumentException.ThrowIfNullOrEmpty(expertKey);
        ArgumentNullException.ThrowIfNull(groups);
        if (!(weight >= 0 && double.IsFinite(weight)))
            throw new ArgumentOutOfRangeException(nameof(weight), weight, "A weight is a finite number of at least 0.");

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var items = new List<(string Key, int Rank)>();
        for (var g = 0; g < groups.Count; g++)
            foreach (var key in groups[g])
                if (seen.Add(key))
                    items.Add((key, g + 1));

        var sorted = items.ToArray();
        Array.Sort(sorted, static (a, b) => a.Rank != b.Rank ? a.Rank.CompareTo(b.Rank) : string.CompareOrdinal(a.Key, b.Key));
        return new(expertKey, receivedAt.ToUniversalTime(), weight + 0.0, sorted);
    }

    /// <summary>All lists, sorted by expert key.</summary>
    public static CanonicalList[] Sort(IReadOnlyList<ExpertList> lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        var sorted = new CanonicalList[lists.Count];
        for (var i = 0; i < sorted.Length; i++)
            sorted[i] = From(lists[i].ExpertKey, lists[i].ReceivedAt, lists[i].Groups, lists[i].Weight);
        Array.Sort(sorted, static (a, b) => string.CompareOrdinal(a.ExpertKey, b.ExpertKey));
        for (var i = 1; i < sorted.Length; i++)
            if (sorted[i].ExpertKey == sorted[i - 1].ExpertKey)
                throw new ArgumentException($"Expert '{sorted[i].ExpertKey}' has more than one list; pool the latest only.", nameof(lists));
        return sorted;
    }

    /// <summary>Length-prefixed UTF-16 code units, little-endian, so that no two different texts share their bytes.</summary>
    public static void Write(List<byte> to, string text)
    {
        Write(to, text.Length);
        foreach (var c in text)
        {
            to.Add((byte)c);
            to.Add((byte)(c >> 8));
        }
    }

    public static void Write(List<byte> to, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        to.AddRange(bytes);
    }

    public static ReadOnlySpan<byte> Span(List<byte> bytes) => CollectionsMarshal.AsSpan(bytes);

    private static byte[] Encode(double weight, (string Key, int Rank)[] items)
    {
        var bytes = new List<byte>(24 + items.Length * 40);
        Write(bytes, BitConverter.DoubleToInt64Bits(weight));
        Write(bytes, items.Length);
        foreach (var (key, rank) in items)
        {
            Write(bytes, rank);
            Write(bytes, key);
        }

        return [.. bytes];
    }
}
