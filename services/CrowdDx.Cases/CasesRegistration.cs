using CrowdDx.Cases.Addenda;
using CrowdDx.Cases.Lifecycle;
using CrowdDx.Cases.Outcomes;
using CrowdDx.Cases.Questions;
using CrowdDx.Cases.Reading;
using CrowdDx.Cases.Submission;
using CrowdDx.Data.Cases;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CrowdDx.Cases;

/// <summary>What a host registers and maps of Cases.</summary>
public static class CasesRegistration
{
    /// <summary>Adds the operations on cases.</summary>
    public static IHostApplicationBuilder AddCases(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddScoped<CaseAccess>();
        builder.Services
            .AddScoped<SubmitCase>().AddScoped<ReadCases>().AddScoped<AddAddendum>().AddScoped<AskQuestion>().AddScoped<ReplyToQuestion>()
            .AddScoped<CloseCase>().AddScoped<WithdrawCase>().AddScoped<NarrowPermission>().AddScoped<RecordOutcome>();
        return builder;
    }

    /// <summary>Adds what Cases consumes.</summary>
    public static void AddCasesConsumers(this IBusRegistrationConfigurator bus) => bus.AddConsumer<WithdrawErasedAuthorsCasesConsumer>();

    /// <summary>Maps the routes of cases.</summary>
    public static void MapCases(this IEndpointRouteBuilder routes) => CaseEndpoints.MapRoutes(routes);
}
