using CrowdDx.Data;
using CrowdDx.Hosting.Database;
using CrowdDx.Hosting.Messaging;
using CrowdDx.Hosting.Tests.Messaging;
using CrowdDx.Testing;
using CrowdDx.Testing.Databases;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrowdDx.Hosting.Tests;

/// <summary>A host of nothing but a database, a bus and a few consumers; it can be stopped and started over the same file.</summary>
internal sealed class Machine : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private IHost? _host;

    private Machine(TestDatabase database) => _database = database;

    public string ConnectionString => _database.ConnectionString;

    public ShiftedClock Clock { get; } = new();

    public Script Script { get; } = new();

    public RecordedLog Log { get; } = new();

    public IServiceProvider Services => _host!.Services;

    /// <param name="database">The database; null for one of the kind that this run is about.</param>
    public static async Task<Machine> StartAsync(TestDatabase? database = null)
    {
        var machine = new Machine(database ?? TestDatabase.Create());
        await machine.StartHostAsync();
        return machine;
    }

    public async Task StartHostAsync()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration["Database:Provider"] = _database.Provider;
        builder.Configuration["Database:ConnectionString"] = ConnectionString;
        builder.Configuration["Messaging:PollInterval"] = "00:00:00.050";
        builder.Configuration["Messaging:PublishAgainAfter"] = "01:00:00";
        builder.Logging.AddProvider(Log);
        builder.Services.AddSingleton<TimeProvider>(Clock).AddSingleton(Script);
        builder.AddServiceDefaults();
        builder.AddDatabase();
        builder.AddMessaging(bus =>
        {
            bus.AddConsumer<FirstConsumer>();
            bus.AddConsumer<SecondConsumer>();
        });
        _host = builder.Build();
        _host.Services.GetRequiredService<IBus>().ConnectPublishObserver(Script);
        await _host.StartAsync();
    }

    public async Task StopHostAsync()
    {
        await _host!.StopAsync();
        _host.Dispose();
    }

    public async Task<T> InDatabaseAsync<T>(Func<CrowdDxDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<CrowdDxDbContext>());
    }

    /// <summary>Announces a message as a state change would.</summary>
    public Task AnnounceAsync<TMessage>(TMessage message) where TMessage : class
        => InDatabaseAsync(db =>
        {
            db.Announce(message);
            return db.SaveChangesAsync();
        });

    /// <summary>How often a consumer had its effect on a case.</summary>
    public Task<int> EffectsAsync(string consumer, Guid caseId)
        => InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == consumer && e.SubjectId == caseId));

    public Task WaitForEffectAsync(string consumer, Guid caseId)
        => Eventually.HoldsAsync(async () => await EffectsAsync(consumer, caseId) > 0, $"{consumer} to have its effect");

    public Task WaitForEmptyOutboxAsync()
        => Eventually.HoldsAsync(() => InDatabaseAsync(async db => !await db.OutboxMessages.AnyAsync()), "an empty outbox");

    public async ValueTask DisposeAsync()
    {
        await StopHostAsync();
        _database.Dispose();
    }
}
