using System.Collections.Concurrent;
using System.Reflection;
using CrowdDx.Data;
using CrowdDx.Data.Messaging;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrowdDx.Testing.Machinery;

/// <summary>The real application, in which messages are delivered to one consumer twice, five times at once, or with a fault in the middle.</summary>
public sealed class ConsumerBench : IDisposable
{
    private const int MostWrites = 200;

    private readonly FaultOnce _fault = new();
    private readonly Receipts _receipts = new();
    private readonly Lazy<IBus> _bus;

    public ConsumerBench()
    {
        Application = new CrowdDxApplication()
            .With("Messaging:PollInterval", "00:00:00.100")
            .With(services => services.ConfigureDbContext<CrowdDxDbContext>(context => context.AddInterceptors(_fault)));
        _bus = new(() =>
        {
            var bus = Application.Services.GetRequiredService<IBus>();
            bus.ConnectReceiveObserver(_receipts);
            return bus;
        });
    }

    public CrowdDxApplication Application { get; }

    /// <summary>Each consumer of an assembly with each message that it consumes.</summary>
    public static IEnumerable<string> SubjectsOf(Assembly assembly)
        => from type in assembly.GetTypes()
           where type is { IsAbstract: false, IsInterface: false }
           from message in type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IConsumer<>))
           select $"{type.Name} of {message.GetGenericArguments()[0].Name}";

    /// <summary>The message five times at once and then once more.</summary>
    public async Task DeliverAgainAndAgainAsync(ConsumerTrial trial)
    {
        var setting = await trial.ArrangeAsync(Application);
        Assert.IsType(trial.Message, setting.Message);
        var messageId = Guid.CreateVersion7();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PublishAsync(setting.Message, messageId)));
        await ReceivedAsync(trial, messageId, 5);
        await PublishAsync(setting.Message, messageId);
        await ReceivedAsync(trial, messageId, 6);
        Assert.Equal(1, await Application.InDatabaseAsync(db => db.InboxMessages.CountAsync(m => m.MessageId == messageId && m.Endpoint == EndpointOf(trial.Consumer))));
        await EndsWellAsync(trial, setting, "delivered six times");
        // Another message of the same content, as a relay that lost its memory would never send, and a person who taps twice would.
        var other = Guid.CreateVersion7();
        await PublishAsync(setting.Message, other);
        await ReceivedAsync(trial, other, 1);
        await EndsWellAsync(trial, setting, "announced twice");
    }

    /// <summary>The message once for each write that the consumer makes, which fails; until one passes without.</summary>
    public async Task BreakEachWriteAsync(ConsumerTrial trial)
    {
        for (var n = 1; n <= MostWrites; n++)
        {
            var setting = await trial.ArrangeAsync(Application);
            var messageId = Guid.CreateVersion7();
            var endpoint = EndpointOf(trial.Consumer);
            _fault.Arm(n, context => context is CrowdDxDbContext db && (setting.AlsoBreaks?.Invoke(db) == true
                || db.ChangeTracker.Entries<InboxMessage>().Any(row => row.Entity.MessageId == messageId && row.Entity.Endpoint == endpoint)));
            await PublishAsync(setting.Message, messageId);
            await Eventually.HoldsAsync(
                () => Application.InDatabaseAsync(db => db.InboxMessages.AnyAsync(m => m.MessageId == messageId && m.Endpoint == endpoint)),
                $"the inbox row of {trial.Consumer.Name} after a fault at write {n}");
            await ReceivedAsync(trial, messageId, 1);
            var fired = _fault.Fired;
            _fault.Arm(0, _ => false);
            await EndsWellAsync(trial, setting, fired ? $"a fault at write {n}" : "no fault");
            if (fired)
                continue;
            Assert.True(n > 3, $"{trial.Consumer.Name} made {n - 1} writes; at least its inbox row and a commit were to break.");
            return;
        }
        Assert.Fail($"{trial.Consumer.Name} still fails after {MostWrites} broken writes.");
    }

    public void Dispose() => Application.Dispose();

    private async Task EndsWellAsync(ConsumerTrial trial, Setting setting, string after)
    {
        await Eventually.HoldsAsync(() => Application.InDatabaseAsync(async db => !await db.OutboxMessages.AnyAsync()), $"an empty outbox after {after}");
        var state = await Application.InDatabaseAsync(setting.ReadAsync);
        Assert.True(state == trial.Expected, $"{trial.Consumer.Name}, {after}:\n{state}\ninstead of\n{trial.Expected}");
    }

    private Task PublishAsync(object message, Guid messageId)
        => _bus.Value.Publish(message, message.GetType(), context => context.MessageId = messageId, CancellationToken.None);

    private Task ReceivedAsync(ConsumerTrial trial, Guid messageId, int times)
        => Eventually.HoldsAsync(
            () => Task.FromResult(_receipts.Of(messageId, EndpointOf(trial.Consumer)) == times), $"{trial.Consumer.Name} to be done with {times} deliveries");

    private static string EndpointOf(Type consumer)
        => (string)typeof(KebabCaseEndpointNameFormatter).GetMethod(nameof(KebabCaseEndpointNameFormatter.Consumer))!
            .MakeGenericMethod(consumer).Invoke(KebabCaseEndpointNameFormatter.Instance, [])!;

    private sealed class Receipts : IReceiveObserver
    {
        private readonly ConcurrentDictionary<(Guid, string), int> _counts = new();

        public int Of(Guid messageId, string endpoint) => _counts.GetValueOrDefault((messageId, endpoint));

        public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

        public Task PostReceive(ReceiveContext context) => CountAsync(context);

        public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType) where T : class => Task.CompletedTask;

        public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception) where T : class => Task.CompletedTask;

        public Task ReceiveFault(ReceiveContext context, Exception exception) => CountAsync(context);

        private Task CountAsync(ReceiveContext context)
        {
            if (context.GetMessageId() is { } messageId)
                _counts.AddOrUpdate((messageId, context.InputAddress.Segments[^1]), 1, (_, count) => count + 1);
            return Task.CompletedTask;
        }
    }
}
