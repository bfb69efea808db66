using CrowdDx.Aggregation.Answering;
using CrowdDx.Aggregation.Boards;
using CrowdDx.Aggregation.Diagnoses;
using CrowdDx.Aggregation.Erasure;
using CrowdDx.Aggregation.Pooling;
using CrowdDx.Aggregation.Timing;
using CrowdDx.Aggregation.Verdicts;
using CrowdDx.Data;
using CrowdDx.Data.Cases;
using CrowdDx.Data.Concurrency;
using CrowdDx.Terminology;
using CrowdDx.Terminology.Completing;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CrowdDx.Aggregation;

/// <summary>What a host registers and maps of Aggregation.</summary>
public static class AggregationRegistration
{
    /// <summary>Adds answering, pooling, boards, timing and verdicts.</summary>
    public static IHostApplicationBuilder AddAggregation(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddScoped<CaseAccess>();
        builder.Services
            .AddSingleton(static _ => Recognizer.Core).AddSingleton(static services => new DiagnosisCompleter(services.GetRequiredService<Recognizer>().Phrases))
            .AddSingleton<Coalescer<Guid>>().AddHostedService<LoadTerminology>()
            .AddScoped<AnswerCase>().AddScoped<ReadAnswers>().AddScoped<BoardAccess>().AddScoped<ReadDifferential>()
            .AddSingleton<BoardMeasures>().AddScoped<PoolCase>().AddScoped<CaseTimer>()
            .AddScoped(services => new ReadTiming(services.GetRequiredService<CrowdDxDbContext>(), services.GetRequiredService<CaseTimer>()))
            .AddScoped<ConfirmVerdicts>().AddScoped<TrackRecords>().AddScoped<FindDiagnoses>();
        return builder;
    }

    /// <summary>Adds what Aggregation consumes.</summary>
    public static void AddAggregationConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<PoolAnswersConsumer, PoolAnswersConsumerDefinition>();
        bus.AddConsumer<RecordDeclinersViewConsumer>();
        bus.AddConsumer<ProposeVerdictsConsumer>();
        bus.AddConsumer<EraseExpertsAnswersConsumer>();
        bus.AddConsumer<WipeWordsConsumer>();
    }

    /// <summary>Maps the routes of answers, boards, timing, verdicts and diagnoses.</summary>
    public static void MapAggregation(this IEndpointRouteBuilder routes) => AggregationEndpoints.MapRoutes(routes);
}
