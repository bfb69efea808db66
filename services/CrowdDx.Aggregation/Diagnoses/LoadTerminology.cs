using CrowdDx.Terminology;
using Microsoft.Extensions.Hosting;

namespace CrowdDx.Aggregation.Diagnoses;

/// <summary>Loads the terminology beside the start of the host, so that the first expert need not wait for it.</summary>
internal sealed class LoadTerminology : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(static () => Recognizer.Core, stoppingToken);
}
