using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

using CrowdDx.Data.Accounts;

namespace CrowdDx.Accounts.Audit;

/// <summary>The hash that ties an audit entry to the one before it.</summary>
internal static class AuditChain
{
    /// <summary>SHA-256 over the previous hash (32 zero bytes before the first), the sequence number and the entry's content.</summary>
    public static byte[] Hash(byte[]? previous, long sequence, AuditEntry entry)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(previous ?? new byte[32]);
        AppendNumber(sha, sequence);
        sha.AppendData(entry.Id.ToByteArray());
        AppendNumber(sha, entry.At.UtcTicks);
        sha.AppendData((entry.ActorId ?? Guid.Empty).ToByteArray());
        sha.AppendData((entry.SubjectId ?? Guid.Empty).ToByteArray());
        AppendText(sha, entry.Action);
        AppendText(sha, entry.Reason ?? "");
        return sha.GetHashAndReset();
    }

    /// <summary>Whether entries, in order of sequence, are complete and unaltered.</summary>
    public static bool Verify(IEnumerable<AuditEntry> entries)
    {
        byte[]? previous = null;
        var expected = 1L;
        foreach (var entry in entries)
        {
            if (entry.Sequence != expected || entry.Hash is null || !entry.Hash.AsSpan().SequenceEqual(Hash(previous, expected, entry)))
                return false;
            (previous, expected) = (entry.Hash, expected + 1);
        }
        return true;
    }

    private static void AppendText(IncrementalHash sha, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        AppendNumber(sha, bytes.Length);
        sha.AppendData(bytes);
    }

    private static void AppendNumber(IncrementalHash sha, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        sha.AppendData(bytes);
    }
}
