using CrowdDx.Aggregation;
using CrowdDx.FanOut;
using CrowdDx.Hosting;
using CrowdDx.Hosting.Commands;
using CrowdDx.Hosting.Database;
using CrowdDx.Hosting.Health;
using CrowdDx.Hosting.Messaging;
using CrowdDx.Worker;

if (HealthCommand.IsAsked(args))
    return await HealthCommand.RunAsync(args);

var builder = WebApplication.CreateBuilder(args);
var roles = WorkerOptions.Of(builder.Configuration).Roles;

builder.AddServiceDefaults();
builder.AddDatabase();
builder.AddFanOut();
builder.AddAggregation();
builder.AddMessaging(
    here =>
    {
        if (roles.HasFlag(WorkerRoles.FanOut))
            here.AddFanOutConsumers();
        if (roles.HasFlag(WorkerRoles.Aggregation))
            here.AddAggregationConsumers();
    },
    elsewhere =>
    {
        elsewhere.AddFanOutConsumers();
        elsewhere.AddAggregationConsumers();
    });

var app = builder.Build();
if (MigrateCommand.IsAsked(args))
    return await MigrateCommand.RunAsync(app);

app.MapHealth();
await app.WaitForSchemaAsync();
await app.RunAsync();
return 0;
