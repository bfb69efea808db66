using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CrowdDx.Ranking;

/// <summary>Digests of what a pooled differential is made from. Neither depends on the order of the lists or of the members of a tie.</summary>
public static class CanonicalInput
{
    /// <summary>
    /// Says whether anything is new: covers <see cref="Pooling.AlgorithmVersion"/> and of each list the expert's key, the time, the weight and the ranks.
    /// Equal digests mean equal differentials.
    /// </summary>
    /// <param name="lists">At most one list for each expert.</param>
    /// <returns>SHA-256 as 64 lower-case hexadecimal digits.</returns>
    /// <exception cref="ArgumentException">An expert has two lists, or a weight is negative or not finite.</exception>
    public static string Digest(IReadOnlyList<ExpertList> lists) => Convert.ToHexStringLower(Hash(CanonicalList.Sort(lists), identified: true));

    /// <summary>
    /// What the bootstrap is seeded with: <see cref="Pooling.AlgorithmVersion"/> and each list's weight and ranks, in the order of the experts' keys.
    /// Times and the keys themselves do not enter it.
    /// </summary>
    /// <param name="lists">At most one list for each expert.</param>
    /// <returns>SHA-256 as 64 lower-case hexadecimal digits; the first 8 bytes, little-endian, are the generator's first state.</returns>
    /// <exception cref="ArgumentException">An expert has two lists, or a weight is negative or not finite.</exception>
    public static string SeedDigest(IReadOnlyList<ExpertList> lists) => Convert.ToHexStringLower(Hash(CanonicalList.Sort(lists), identified: false));

    internal static ulong Seed(IReadOnlyList<CanonicalList> byExpert) => BinaryPrimitives.ReadUInt64LittleEndian(Hash(byExpert, identified: false));

    private static byte[] Hash(IReadOnlyList<CanonicalList> byExpert, bool identified)
    {
        var bytes = new List<byte>(64 + byExpert.Count * 200);
        CanonicalList.Write(bytes, Pooling.AlgorithmVersion);
        CanonicalList.Write(bytes, byExpert.Count);
        foreach (var list in byExpert)
        {
            if (identified)
            {
                CanonicalList.Write(bytes, list.ExpertKey);
                CanonicalList.Write(bytes, list.ReceivedAt.UtcTicks);
            }

            bytes.AddRange(list.Bytes);
        }

        return SHA256.HashData(CanonicalList.Span(bytes));
    }
}
