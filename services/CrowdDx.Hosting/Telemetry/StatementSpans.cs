using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrowdDx.Hosting.Telemetry;

/// <summary>A span for each statement, for databases whose driver makes none. It says how long it took, not what it said.</summary>
/// <param name="system">The database's name in OpenTelemetry's conventions.</param>
internal sealed class StatementSpans(string system) : DbCommandInterceptor
{
    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result) => Tell(eventData, result);

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Tell(eventData, result));

    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result) => Tell(eventData, result);

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Tell(eventData, result));

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Spans.Statement(system, eventData, eventData.Exception);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Spans.Statement(system, eventData, eventData.Exception);
        return Task.CompletedTask;
    }

    private TResult Tell<TResult>(CommandEndEventData eventData, TResult result)
    {
        Spans.Statement(system, eventData);
        return result;
    }
}
