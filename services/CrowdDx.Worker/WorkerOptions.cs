using Microsoft.Extensions.Options;

namespace CrowdDx.Worker;

/// <summary>What this worker does. Configuration section <c>Worker</c>.</summary>
public sealed class WorkerOptions
{
    private const WorkerRoles All = WorkerRoles.FanOut | WorkerRoles.Aggregation;

    /// <summary>Whose messages it consumes.</summary>
    /// <value>Default: both. One or several of <c>FanOut</c>, <c>Aggregation</c>, with commas between.</value>
    public WorkerRoles Roles { get; init; } = All;

    /// <summary>Reads them while the host is composed, which is what they decide.</summary>
    /// <exception cref="OptionsValidationException">The roles are none that exist.</exception>
    public static WorkerOptions Of(IConfiguration configuration)
    {
        var text = configuration["Worker:Roles"];
        if (text is null)
            return new();
        if (Enum.TryParse<WorkerRoles>(text, ignoreCase: true, out var roles) && roles != WorkerRoles.None && (roles & ~All) == WorkerRoles.None)
            return new() { Roles = roles };
        throw new OptionsValidationException("Worker", typeof(WorkerOptions), [$"Worker:Roles is {text}; it may be FanOut, Aggregation, or both with a comma between."]);
    }
}

/// <summary>Kinds of work.</summary>
[Flags]
public enum WorkerRoles
{
    /// <summary>None; refused.</summary>
    None = 0,

    /// <summary>Waves and invitations.</summary>
    FanOut = 1,

    /// <summary>Pooling, timing, verdicts.</summary>
    Aggregation = 2,
}
