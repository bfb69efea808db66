using System.Data.Common;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrowdDx.Testing.Machinery;

/// <summary>Breaks one write of some contexts, once: the n-th of what they send, before and after each commit included.</summary>
public sealed class FaultOnce : DbCommandInterceptor, IDbTransactionInterceptor
{
    private readonly Lock _lock = new();
    private Func<DbContext, bool> _victim = _ => false;
    private int _left;

    /// <summary>Whether it happened.</summary>
    public bool Fired { get; private set; }

    /// <summary>Breaks the n-th write (from 1) of the contexts that are meant; 0 breaks none.</summary>
    public void Arm(int n, Func<DbContext, bool> victim)
    {
        lock (_lock)
            (_left, _victim, Fired) = (n, victim, false);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        StepIfWrite(command, eventData);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        StepIfWrite(command, eventData);
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Step(eventData.Context, "before the commit");
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Step(eventData.Context, "after the commit");
        return Task.CompletedTask;
    }

    private void StepIfWrite(DbCommand command, CommandEventData eventData)
    {
        if (!command.CommandText.TrimStart().StartsWith("SELECT", StringComparison.Ordinal))
            Step(eventData.Context, command.CommandText);
    }

    private void Step(DbContext? context, string where)
    {
        lock (_lock)
        {
            if (_left == 0 || context is null || !_victim(context) || --_left > 0)
                return;
            Fired = true;
        }
        throw new InvalidOperationException($"A fault on purpose, {where}.");
    }
}
