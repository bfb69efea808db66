using CrowdDx.Accounts;
using CrowdDx.Aggregation;
using CrowdDx.Cases;
using CrowdDx.FanOut;
using CrowdDx.Gateway;
using CrowdDx.Gateway.Demo;
using CrowdDx.Gateway.Live;
using CrowdDx.Gateway.Setup;
using CrowdDx.Gateway.Web;
using CrowdDx.Hosting;
using CrowdDx.Hosting.Commands;
using CrowdDx.Hosting.Database;
using CrowdDx.Hosting.Messaging;

if (HealthCommand.IsAsked(args))
    return await HealthCommand.RunAsync(args);

var builder = DemoMode.CreateBuilder(args);

builder.AddServiceDefaults();
builder.AddDatabase();
builder.AddAccounts();
builder.AddCases();
builder.AddFanOut();
builder.AddAggregation();
builder.AddLive();
builder.AddSetup();
builder.AddMessaging(bus => bus.AddGatewayConsumers(builder.Configuration), elsewhere => elsewhere.AddWorkersConsumers());
builder.AddWeb();

var app = builder.Build();
if (MigrateCommand.IsAsked(args))
    return await MigrateCommand.RunAsync(app);

app.UseWeb();
app.MapApi();
await app.WaitForSchemaAsync();
await app.RunAsync();
return 0;
