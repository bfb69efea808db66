using System.Data.Common;
using CrowdDx.Data;
using CrowdDx.Data.Cases;
using CrowdDx.Testing;
using CrowdDx.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CrowdDx.Cases.Tests;

/// <summary>A server that commits and is gone before it can say so: the save is tried again, and the case is there once.</summary>
public sealed class LostCommitTests : IDisposable
{
    private readonly Loss _loss = new();
    private readonly CrowdDxApplication _app;

    public LostCommitTests()
        => _app = new CrowdDxApplication { Database = new PostgreSqlTestDatabase() }
            .With(services => services.ConfigureDbContext<CrowdDxDbContext>(context => context.AddInterceptors(_loss)));

    [PostgreSqlFact]
    public async Task Case_WhoseCommitIsNotConfirmed_IsAcceptedOnce()
    {
        var (network, student) = (await _app.CreateNetworkAsync(), await _app.StudentAsync());
        _loss.Armed = true;
        var caseId = await _app.SubmitCaseAsync(student, network);
        Assert.False(_loss.Armed);
        Assert.Equal([caseId], await _app.InDatabaseAsync(db => db.ClinicalCases.Select(c => c.Id).ToListAsync()));
        await Eventually.HoldsAsync(() => _app.InDatabaseAsync(db => db.Waves.AnyAsync(w => w.CaseId == caseId)), "the case to be put before its network");
    }

    public void Dispose() => _app.Dispose();

    private sealed class Loss : DbTransactionInterceptor
    {
        public bool Armed { get; set; }

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (!Armed || !eventData.Context!.ChangeTracker.Entries<ClinicalCase>().Any(entry => entry.State == EntityState.Added))
                return Task.CompletedTask;
            Armed = false;
            throw new PostgresException("The connection was lost.", "FATAL", "FATAL", PostgresErrorCodes.AdminShutdown);
        }
    }
}
