namespace CrowdDx.Terminology.Indexing;

/// <summary>FNV-1a of 64 bits, with a last mixing step: small, and the same on every machine.</summary>
internal static class Hashing
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(ReadOnlySpan<int> values)
    {
        var hash = Offset;
        foreach (var value in values)
            hash = (hash ^ (uint)value) * Prime;
        return Mix(hash);
    }

    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Offset;
        foreach (var c in text)
            hash = (hash ^ c) * Prime;
        return Mix(hash);
    }

    private static ulong Mix(ulong hash)
    {
        hash ^= hash >> 32;
        hash *= 0xD6E8FEB86659FD93;
        return hash ^ (hash >> 32);
    }
}
