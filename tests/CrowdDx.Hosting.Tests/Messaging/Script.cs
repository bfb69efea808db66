using System.Collections.Concurrent;
using CrowdDx.Contracts;
using CrowdDx.Data;
using MassTransit;

namespace CrowdDx.Hosting.Tests.Messaging;

/// <summary>What the consumers of the tests do besides their effect, and what went over the bus.</summary>
internal sealed class Script : IPublishObserver
{
    private readonly ConcurrentQueue<(string Consumer, Guid CaseId, CrowdDxDbContext Db)> _attempts = new();
    private readonly ConcurrentQueue<object> _published = new();

    /// <summary>Runs as a consumer begins, with its name, the case, and which attempt it is.</summary>
    public Func<string, Guid, int, Task> Before { get; set; } = (_, _, _) => Task.CompletedTask;

    /// <summary>Runs after the consumer has saved.</summary>
    public Action<CrowdDxDbContext> After { get; set; } = _ => { };

    public IReadOnlyList<object> Published => [.. _published];

    public IReadOnlyList<CrowdDxDbContext> AttemptsOf(string consumer, Guid caseId)
        => [.. _attempts.Where(a => a.Consumer == consumer && a.CaseId == caseId).Select(a => a.Db)];

    public async Task PlayAsync(string consumer, Guid caseId, CrowdDxDbContext db)
    {
        _attempts.Enqueue((consumer, caseId, db));
        await Before(consumer, caseId, AttemptsOf(consumer, caseId).Count);
        db.Audit(consumer, actorId: null, caseId);
        await db.SaveChangesAsync();
        After(db);
    }

    public Task PrePublish<T>(PublishContext<T> context) where T : class
    {
        _published.Enqueue(context.Message);
        return Task.CompletedTask;
    }

    public Task PostPublish<T>(PublishContext<T> context) where T : class => Task.CompletedTask;

    public Task PublishFault<T>(PublishContext<T> context, Exception exception) where T : class => Task.CompletedTask;
}

/// <summary>Hears of cases closed and revised.</summary>
internal sealed class FirstConsumer(CrowdDxDbContext db, Script script) : IConsumer<CaseClosed>, IConsumer<CaseRevised>
{
    public const string Name = "first";
    public const string Endpoint = "first";

    public Task Consume(ConsumeContext<CaseClosed> context) => script.PlayAsync(Name, context.Message.CaseId, db);

    public Task Consume(ConsumeContext<CaseRevised> context) => script.PlayAsync(Name, context.Message.CaseId, db);
}

/// <summary>Hears of cases closed only.</summary>
internal sealed class SecondConsumer(CrowdDxDbContext db, Script script) : IConsumer<CaseClosed>
{
    public const string Name = "second";
    public const string Endpoint = "second";

    public Task Consume(ConsumeContext<CaseClosed> context) => script.PlayAsync(Name, context.Message.CaseId, db);
}
