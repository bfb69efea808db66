using CrowdDx.Data.Cases;
using CrowdDx.FanOut.Declining;
using CrowdDx.FanOut.Erasure;
using CrowdDx.FanOut.Inbox;
using CrowdDx.FanOut.Members;
using CrowdDx.FanOut.Networks;
using CrowdDx.FanOut.Preferences;
using CrowdDx.FanOut.Waves;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CrowdDx.FanOut;

/// <summary>What a host registers and maps of FanOut.</summary>
public static class FanOutRegistration
{
    /// <summary>Adds the operations on networks, memberships and invitations.</summary>
    public static IHostApplicationBuilder AddFanOut(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddScoped<CaseAccess>();
        builder.Services
            .AddSingleton<FanOutMeasures>()
            .AddScoped<ReadNetworks>().AddScoped<EditNetwork>().AddScoped<JoinNetwork>().AddScoped<VerifyMember>()
            .AddScoped<ReadInbox>().AddScoped<DeclineCase>().AddScoped<ReleaseCase>().AddScoped<ChangePreferences>();
        return builder;
    }

    /// <summary>Adds what FanOut consumes.</summary>
    public static void AddFanOutConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<PlanFirstWaveConsumer>();
        bus.AddConsumer<InviteExpertsConsumer, InviteExpertsConsumerDefinition>();
        bus.AddConsumer<InviteNewMemberConsumer>();
        bus.AddConsumer<EraseExpertConsumer>();
    }

    /// <summary>Maps the routes of networks, inbox and declines.</summary>
    public static void MapFanOut(this IEndpointRouteBuilder routes) => FanOutEndpoints.MapRoutes(routes);
}
