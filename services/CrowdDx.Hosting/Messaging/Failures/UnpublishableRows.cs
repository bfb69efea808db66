using System.Text.Json;
using CrowdDx.Data;
using CrowdDx.Data.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Hosting.Messaging.Failures;

/// <summary>Outbox rows that this version cannot publish. They stay, whatever the transport, until a version that can runs.</summary>
internal sealed class UnpublishableRows(CrowdDxDbContext db)
{
    /// <summary>Where such a message is said to have failed.</summary>
    public const string Queue = "outbox";

    private const int Most = 1_000;

    /// <summary>Those among the oldest rows, which they are before long.</summary>
    public async Task<IEnumerable<FailedMessage>> ReadAsync(CancellationToken cancellationToken)
        => (await OldestAsync(db, cancellationToken)).Select(row => (Row: row, Fault: FaultOf(row))).Where(found => found.Fault is not null)
            .Select(found => Describe(found.Row, Queue, found.Row.CreatedAt, found.Fault));

    /// <summary>The oldest rows.</summary>
    public static Task<List<OutboxMessage>> OldestAsync(CrowdDxDbContext db, CancellationToken cancellationToken)
        => db.OutboxMessages.AsNoTracking().OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).Take(Most).ToListAsync(cancellationToken);

    /// <summary>A row as an operator sees it.</summary>
    public static FailedMessage Describe(OutboxMessage row, string queue, DateTimeOffset failedAt, string? fault)
        => new(
            row.Id, queue, FailedMessageReader.NameOf(row.Type), row.CreatedAt, failedAt, fault, Process: null,
            OutboxRow.TypeOf(row) is null ? FailedMessageReader.FactsOf(null) : FailedMessageReader.FactsOf(FailedMessageReader.Parse(System.Text.Encoding.UTF8.GetBytes(row.Body))));

    private static string? FaultOf(OutboxMessage row)
    {
        try
        {
            return OutboxRow.Read(row) is null ? "unknown type" : null;
        }
        catch (JsonException)
        {
            return typeof(JsonException).FullName;
        }
    }
}
