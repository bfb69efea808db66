using System.Security.Cryptography;
using System.Text;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Lifecycle;

/// <summary>An entry of the audit trail, as it stands in the database.</summary>
internal sealed record AuditRow(Guid Id, long Ticks, Guid? Actor, string Action, Guid? Subject, string? Reason, long? Sequence, byte[]? Hash);

/// <summary>Verifies the audit chain from the database alone, as an auditor would who does not trust the service.</summary>
internal static class AuditTrail
{
    public static List<AuditRow> Read(CrowdDxApplication app)
        => LiveTables.Read(
            app,
            """SELECT "Id", "At", "ActorId", "Action", "SubjectId", "Reason", "Sequence", "Hash" FROM "AuditEntries" ORDER BY "Sequence" """,
            row => new AuditRow(
                row.GetGuid(0), row.GetInt64(1), row.IsDBNull(2) ? null : row.GetGuid(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetGuid(4),
                row.IsDBNull(5) ? null : row.GetString(5), row.IsDBNull(6) ? null : row.GetInt64(6), row.IsDBNull(7) ? null : row.GetFieldValue<byte[]>(7)));

    public static bool Verifies(IReadOnlyList<AuditRow> rows)
    {
        var previous = new byte[32];
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Sequence != i + 1 || !rows[i].Hash.AsSpan().SequenceEqual(HashOf(previous, rows[i])))
                return false;
            previous = rows[i].Hash!;
        }
        return rows.Count > 0;
    }

    private static byte[] HashOf(byte[] previous, AuditRow row)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        writer.Write(previous);
        writer.Write(row.Sequence!.Value);
        writer.Write(row.Id.ToByteArray());
        writer.Write(row.Ticks);
        writer.Write((row.Actor ?? Guid.Empty).ToByteArray());
        writer.Write((row.Subject ?? Guid.Empty).ToByteArray());
        foreach (var text in new[] { row.Action, row.Reason ?? "" })
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            writer.Write((long)bytes.Length);
            writer.Write(bytes);
        }
        writer.Flush();
        return SHA256.HashData(content.ToArray());
    }
}
