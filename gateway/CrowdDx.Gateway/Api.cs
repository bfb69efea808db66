using CrowdDx.Accounts;
using CrowdDx.Aggregation;
using CrowdDx.Cases;
using CrowdDx.FanOut;
using CrowdDx.Gateway.Demo;
using CrowdDx.Gateway.Live;
using CrowdDx.Gateway.Pages;
using CrowdDx.Gateway.Setup;
using CrowdDx.Gateway.Web;
using CrowdDx.Hosting;
using CrowdDx.Hosting.Health;
using CrowdDx.Hosting.Messaging.Failures;
using MassTransit;

namespace CrowdDx.Gateway;

/// <summary>What this host is made of.</summary>
internal static class Api
{
    /// <summary>Where the API starts.</summary>
    public const string Root = "/api/v1";

    /// <summary>Maps every route.</summary>
    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(Root);
        api.MapAccounts();
        api.MapCases();
        api.MapFanOut();
        api.MapAggregation();
        api.MapLive();
        api.MapMessages();
        app.MapHealth();
        app.MapSetupPage();
        app.MapPages();
        app.MapDemo();
        app.MapOpenApi();
    }

    /// <summary>Adds what the gateway consumes: live events always, and the workers' part where it is embedded.</summary>
    public static void AddGatewayConsumers(this IBusRegistrationConfigurator bus, IConfiguration configuration)
    {
        bus.AddLiveConsumers();
        bus.AddCasesConsumers();
        if (HostingOptions.Of(configuration).Embedded)
            bus.AddWorkersConsumers();
    }

    /// <summary>What the workers consume.</summary>
    public static void AddWorkersConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddFanOutConsumers();
        bus.AddAggregationConsumers();
    }
}
