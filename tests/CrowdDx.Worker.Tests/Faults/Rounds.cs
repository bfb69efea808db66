using System.Globalization;

namespace CrowdDx.Worker.Tests.Faults;

/// <summary>How often something breaks in a trial: what <c>CROWDDX_FAULT_ROUNDS</c> says (the long run takes 50), or a few.</summary>
internal static class Rounds
{
    public static int Or(int few)
        => Environment.GetEnvironmentVariable("CROWDDX_FAULT_ROUNDS") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : few;
}
