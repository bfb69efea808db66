using CrowdDx.Aggregation;
using CrowdDx.FanOut;
using CrowdDx.Hosting;
using CrowdDx.Hosting.Database;
using CrowdDx.Hosting.Messaging;
using CrowdDx.Worker;

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
app.MapHealth();
await app.RunAsync();
