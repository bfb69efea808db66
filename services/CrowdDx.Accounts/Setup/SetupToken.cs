using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CrowdDx.Data.Requests;

namespace CrowdDx.Accounts.Setup;

/// <summary>
/// The one-time token of this process, as long as there is no account at all. Its hash lies in the folder that gateways share, so that whichever of them a
/// proxy sends the request to knows the link that another has printed.
/// </summary>
public sealed class SetupToken
{
    private const string Name = "first-operator";

    private readonly SharedFolder _folder;
    private string? _token;

    internal SetupToken(SharedFolder folder) => _folder = folder;

    /// <summary>Makes the token; as long as it is not spent, the same one for all who ask.</summary>
    /// <param name="address">Where this process listens: what it made before it was started again is forgotten.</param>
    public string Make(string address = "")
    {
        var made = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        if (Interlocked.CompareExchange(ref _token, made, null) is { } before)
            return before;
        var file = _folder.PathOf($"{Name}-{Convert.ToHexStringLower(Hash($"{Environment.MachineName} {address}"))[..16]}");
        File.WriteAllBytes($"{file}.new", Hash(made));
        File.Move($"{file}.new", file, overwrite: true);
        return made;
    }

    /// <summary>Runs <paramref name="use"/> where the token is right; all tokens are spent once that gives a value.</summary>
    internal async Task<Reply<T>> SpendAsync<T>(string? token, Func<Task<Reply<T>>> use, CancellationToken cancellationToken) where T : class
    {
        using var alone = await _folder.LockAsync(Name, cancellationToken);
        if (token is null || !Hashes().Any(hash => CryptographicOperations.FixedTimeEquals(hash, Hash(token))))
            return Problem.NotFound;
        var reply = await use();
        if (reply.Value is null)
            return reply;
        _token = null;
        foreach (var file in _folder.Files($"{Name}-*"))
            File.Delete(file);
        return reply;
    }

    private IEnumerable<byte[]> Hashes() => _folder.Files($"{Name}-*").Select(File.ReadAllBytes);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
