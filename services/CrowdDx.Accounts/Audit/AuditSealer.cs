using CrowdDx.Data;
using CrowdDx.Data.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrowdDx.Accounts.Audit;

/// <summary>
/// Numbers and chains audit entries after they were appended, so that writers never wait for one another.
/// One process does it at a time. Two sealers could not harm: the sequence is unique, and the slower one's batch is refused.
/// </summary>
internal sealed partial class AuditSealer(IServiceScopeFactory scopes, TimeProvider clock, ILogger<AuditSealer> logger) : BackgroundService
{
    private const int Batch = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(10), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await IsMineAsync(stoppingToken) && await SealAsync(stoppingToken) == Batch)
                {
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                SealingFailed(exception);
            }
        }
    }

    private async Task<bool> IsMineAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CrowdDxDbContext>()
            .TryLeaseAsync("audit-sealer", clock.GetUtcNow(), TimeSpan.FromSeconds(30), cancellationToken);
    }

    private async Task<int> SealAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CrowdDxDbContext>();
        var last = await db.AuditEntries.AsNoTracking().Where(e => e.Sequence != null).OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancellationToken);
        var entries = await db.AuditEntries.Where(e => e.Sequence == null).OrderBy(e => e.At).ThenBy(e => e.Id).Take(Batch).ToListAsync(cancellationToken);
        var (sequence, hash) = (last?.Sequence ?? 0, last?.Hash);
        foreach (var entry in entries)
        {
            sequence++;
            hash = AuditChain.Hash(hash, sequence, entry);
            entry.Seal(sequence, hash);
        }
        await db.SaveChangesAsync(cancellationToken);
        return entries.Count;
    }

    [LoggerMessage(LogLevel.Warning, "Sealing the audit trail failed; it will be tried again.")]
    private partial void SealingFailed(Exception exception);
}
