using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using CrowdDx.Aggregation.Boards;
using CrowdDx.Data.Cases;
using CrowdDx.Data.Requests;
using MassTransit;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CrowdDx.Gateway.Live;

/// <summary>Server-sent events of a case (WHATWG HTML, "Server-sent events").</summary>
internal static class LiveRegistration
{
    private static readonly SseItem<string> Heartbeat = new("{}", "heartbeat");

    private static readonly Problem TooManyStreams = new(
        StatusCodes.Status429TooManyRequests, "too-many-streams", "You have too many streams open.", "Close some; one stream a case is enough.");

    public static void AddLive(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<LiveOptions>().BindConfiguration("Live").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<LiveCases>().AddScoped<LiveState>();
    }

    public static void AddLiveConsumers(this IBusRegistrationConfigurator bus)
        => bus.AddConsumer<LiveConsumer>().Endpoint(endpoint =>
        {
            endpoint.Temporary = true;
            endpoint.InstanceId = NewId.NextGuid().ToString("N");
        });

    public static void MapLive(this IEndpointRouteBuilder routes)
        => routes.MapGet("/cases/{caseId:guid}/events", EventsAsync).RequireAuthorization(Policies.ReadCases).WithTags("Boards").WithName("GetEvents")
            .WithSummary("Live state of a case as server-sent events; resumes by Last-Event-ID")
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream").ProducesProblem(404).ProducesProblem(429);

    private static async Task<IResult> EventsAsync(
        Guid caseId, [FromHeader(Name = "Last-Event-ID")] string? lastEventId, [FromHeader(Name = CaseAccess.ReasonHeader)] string? reason, ClaimsPrincipal user,
        CaseAccess access, BoardAccess board, LiveState state, LiveCases live, IOptions<LiveOptions> options, TimeProvider clock, HttpContext http,
        CancellationToken cancellationToken)
    {
        var viewer = new Viewer(Caller.From(user));
        // Added before anything is looked up, so that no news falls between; removed however the request ends, also before its first byte.
        using var watch = live.TryAdd(caseId, viewer, options.Value.StreamsPerAccount);
        if (watch is null)
            return TooManyStreams.ToResult();
        if (await access.SeeAsync(viewer.Caller, caseId, reason, cancellationToken) is not { } sight)
            return Problem.NotFound.ToResult();
        if (sight.MaySeeBoard)
        {
            await board.RecordAsync(caseId, viewer.Caller.Id, cancellationToken);
            viewer.IsSighted = true;
        }
        var now = await state.ReadAsync(caseId, viewer.IsSighted, cancellationToken);
        if (LiveState.IsNewer(now, lastEventId))
            viewer.Send(now);
        else
            viewer.Has(now);
        await using var late = clock.CreateTimer(_ => http.Abort(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await TypedResults.ServerSentEvents(Timed(StreamAsync(viewer, options.Value, clock, cancellationToken), late, options.Value.WriteTimeout)).ExecuteAsync(http);
        return TypedResults.Empty;
    }

    /// <summary>Sets the alarm while an event is on its way: what asks for the next one has written the last.</summary>
    private static async IAsyncEnumerable<SseItem<string>> Timed(IAsyncEnumerable<SseItem<string>> events, ITimer late, TimeSpan writeTimeout)
    {
        await foreach (var item in events)
        {
            late.Change(writeTimeout, Timeout.InfiniteTimeSpan);
            yield return item;
            late.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private static async IAsyncEnumerable<SseItem<string>> StreamAsync(
        Viewer viewer, LiveOptions options, TimeProvider clock, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var end = clock.GetUtcNow() + options.StreamLifetime;
        using var timer = new PeriodicTimer(options.Heartbeat, clock);
        var tick = timer.WaitForNextTickAsync(cancellationToken).AsTask();
        var news = viewer.States.WaitToReadAsync(cancellationToken).AsTask();
        while (clock.GetUtcNow() < end)
        {
            if (await Task.WhenAny(news, tick) == tick)
            {
                await tick;
                yield return Heartbeat;
                tick = timer.WaitForNextTickAsync(cancellationToken).AsTask();
                continue;
            }
            if (!await news)
                yield break;
            while (viewer.States.TryRead(out var state))
                yield return state;
            news = viewer.States.WaitToReadAsync(cancellationToken).AsTask();
        }
    }
}
