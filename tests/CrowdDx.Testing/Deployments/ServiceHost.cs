using System.Diagnostics;
using System.Net;

namespace CrowdDx.Testing.Deployments;

/// <summary>A gateway or worker as a process of its own, which keeps its port when it is killed and started again.</summary>
public sealed class ServiceHost : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan StartDeadline = TimeSpan.FromMinutes(2);

    private readonly string _project;
    private readonly string _folder;
    private readonly IReadOnlyList<string> _arguments;
    private readonly HttpClient _health;
    private GatewayRun _run;

    private ServiceHost(string project, string folder, IEnumerable<string> settings)
    {
        (_project, _folder) = (project, folder);
        _arguments = [$"--urls={Url}", .. settings.Select(setting => $"--{setting}")];
        _health = new() { BaseAddress = new(Url) };
        _run = Begin();
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Url { get; } = $"http://127.0.0.1:{Ports.Free()}";

    /// <summary>What the present process wrote.</summary>
    public IReadOnlyList<string> Output => _run.Output;

    /// <summary>The most memory that the present process has held so far, in megabytes.</summary>
    public double PeakMegabytes => _run.PeakMegabytes;

    /// <summary>The memory that the present process holds, in megabytes.</summary>
    public double Megabytes => _run.Megabytes;

    /// <summary>The processor time that the present process has used so far.</summary>
    public TimeSpan ProcessorTime => _run.ProcessorTime;

    /// <summary>Begins to start it; <see cref="IsReadyAsync"/> waits.</summary>
    public static ServiceHost Begin(string project, string folder, IEnumerable<string> settings) => new(project, folder, settings);

    /// <summary>Until it says that it has all it needs; fails with what it wrote where it ends before.</summary>
    public async Task IsReadyAsync()
    {
        await _run.SaidAsync("Now listening on", StartDeadline);
        await Eventually.HoldsAsync(async () => await StatusAsync() == HttpStatusCode.OK, $"{_project} to be ready", StartDeadline);
    }

    /// <summary>Whether it says so before the time is over.</summary>
    public async Task<bool> IsReadyWithinAsync(TimeSpan deadline)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < deadline; await Task.Delay(Pause, TimeProvider.System))
        {
            if (await StatusAsync() == HttpStatusCode.OK)
                return true;
        }
        return false;
    }

    /// <summary>What <c>/health/ready</c> answers; null where nothing listens.</summary>
    public async Task<HttpStatusCode?> StatusAsync()
    {
        try
        {
            using var response = await _health.GetAsync("/health/ready");
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public Task KillAsync() => _run.KillAsync();

    /// <summary>Ends it as <c>kill -9</c> does, and starts it again on the same port.</summary>
    public async Task KillAndStartAsync()
    {
        await _run.KillAsync();
        _run = Begin();
    }

    public async ValueTask DisposeAsync()
    {
        await _run.KillAsync();
        _health.Dispose();
    }

    private GatewayRun Begin() => GatewayRun.Begin(_project, _folder, _arguments, "Production");
}
