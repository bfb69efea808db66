using System.Net;
using System.Net.Sockets;

namespace CrowdDx.Deidentification.Rules;

/// <summary>(O) IPv4 and IPv6 addresses. Times of day and three-part version numbers are not addresses.</summary>
internal sealed class IpAddressRule : IIdentifierRule
{
    private static readonly Pattern Version4 = new(@"\b\d{1,3}(\.\d{1,3}){3}(/\d{1,2}\b|:\d{2,5}\b)?");
    private static readonly Pattern Version6 = new(@"[0-9a-f]{0,4}(:[0-9a-f]{0,4}){2,7}(:\d{1,3}(\.\d{1,3}){3})?(%[a-z0-9]{1,16})?");

    public IEnumerable<Finding> Find(string text)
    {
        foreach (var match in Version4.Everywhere(text))
        {
            if (Context.StandsAlone(text, match.Index, match.Length) && Octets(match.Value)
                && Context.WordBefore(text, match.Index) is not ("version" or "v" or "section"))
                yield return Context.Found(match, IdentifierKind.IpAddress, 0.85, "ip.4", "[network address]");
        }

        foreach (var match in Version6.Everywhere(text))
        {
            if (Plausible(text, match.Index, match.Value))
                yield return Context.Found(match, IdentifierKind.IpAddress, 0.9, "ip.6", "[network address]");
        }
    }

    private static bool Octets(string value) =>
        value.Split('/', ':')[0].Split('.').All(part => int.Parse(part) <= 255);

    private static bool Plausible(string text, int offset, string value) =>
        value.Length >= 6 && value.AsSpan().ContainsAnyInRange('0', '9')
        && !char.IsLetterOrDigit(Context.Before(text, offset)) && Context.Before(text, offset) != ':'
        && !char.IsLetterOrDigit(Context.At(text, offset + value.Length)) && Context.At(text, offset + value.Length) != ':'
        && IPAddress.TryParse(value, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6;
}
