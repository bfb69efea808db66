namespace CrowdDx.Deidentification.Rules;

/// <summary>(M) Hardware (MAC) addresses of devices.</summary>
internal sealed class HardwareAddressRule : IIdentifierRule
{
    private static readonly Pattern Address = new(@"\b[0-9a-f]{2}((:[0-9a-f]{2}){5}|(-[0-9a-f]{2}){5})\b");

    public IEnumerable<Finding> Find(string text) =>
        Address.Everywhere(text)
            .Where(match => Context.StandsAlone(text, match.Index, match.Length))
            .Select(match => Context.Found(match, IdentifierKind.DeviceIdentifier, 0.85, "device.mac", "[device address]"));
}
