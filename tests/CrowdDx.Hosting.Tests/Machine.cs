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
    private readonly Dictionary<string, string?> _settings = [];
    private readonly List<Action<IServiceCollection>> _services = [];
    private bool _ownsDatabase;
    private IHost? _host;

    private Machine(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public string ConnectionString => Database.ConnectionString;

    public ShiftedClock Clock { get; } = new();

    public Script Script { get; } = new();

    public RecordedLog Log { get; } = new();

    public IServiceProvider Services => _host!.Services;

    /// <param name="database">The database; null for one of the kind that this run is about.</param>
    public static async Task<Machine> StartAsync(TestDatabase? database = null)
    {
        var machine = new Machine(database ?? TestDatabase.Create()) { _ownsDatabase = true };
        await machine.StartHostAsync();
        return machine;
    }

    /// <summary>A machine that is not started yet, over a database that others use too.</summary>
    public static Machine Over(TestDatabase database) => new(database);

    /// <summary>Sets a configuration key, before the start.</summary>
    public Machine With(string key, string? value)
    {
        _settings[key] = value;
        return this;
    }

    /// <summary>Replaces services, before the start.</summary>
    public Machine With(Action<IServiceCollection> configure)
    {
        _services.Add(configure);
        return this;
    }

    public async Task StartHostAsync()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration["Database:Provider"] = Database.Provider;
        builder.Configuration["Database:ConnectionString"] = ConnectionString;
        builder.Configuration["Messaging:PollInterval"] = "00:00:00.050";
        builder.Configuration["Messaging:PublishAgainAfter"] = "01:00:00";
        foreach (var (key, value) in _settings)
            builder.Configuration[key] = value;
        builder.Logging.AddProvider(Log);
        builder.Services.AddSingleton<TimeProvider>(Clock).AddSingleton(Script);
        builder.AddServiceDefaults();
        builder.AddDatabase();
        builder.AddMessaging(bus =>
        {
            bus.AddConsumer<FirstConsumer>();
            bus.AddConsumer<SecondConsumer>();
        });
        _services.ForEach(configure => configure(builder.Services));
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
        if (_host is not null)
            await StopHostAsync();
        if (_ownsDatabase)
            Database.Dispose();
    }
}
