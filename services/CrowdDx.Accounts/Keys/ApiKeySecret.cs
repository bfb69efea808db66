using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CrowdDx.Accounts.Keys;

/// <summary>The text of an API key: <c>cdx_{id}_{secret}</c>, 32 hexadecimal digits and 256 random bits in base64url.</summary>
internal static class ApiKeySecret
{
    private const string Prefix = "cdx_";

    public static (string Text, byte[] Hash) Make(Guid id)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return ($"{Prefix}{id:N}_{secret}", Hash(secret));
    }

    public static bool TryRead(string text, out Guid id, out byte[] hash)
    {
        (id, hash) = (default, []);
        if (text.Length != Prefix.Length + 32 + 1 + 43 || !text.StartsWith(Prefix, StringComparison.Ordinal) || text[Prefix.Length + 32] != '_'
            || !Guid.TryParseExact(text.AsSpan(Prefix.Length, 32), "N", out id))
        {
            return false;
        }
        hash = Hash(text[(Prefix.Length + 33)..]);
        return true;
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
