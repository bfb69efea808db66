using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace CrowdDx.Gateway.Web;

/// <summary>
/// Names our style sheets, scripts and pictures by what is in them, so that a browser may keep each for good and asks for it again when it has changed.
/// </summary>
internal sealed class VersionedFiles(IWebHostEnvironment environment)
{
    private const string Version = "v";
    private const int Digits = 10;

    private readonly ConcurrentDictionary<string, (DateTimeOffset Changed, string Path)> _paths = new(StringComparer.Ordinal);

    /// <summary>The path of a file of <c>wwwroot</c>, with its version; without one where there is no such file.</summary>
    public string Path(string file)
    {
        var info = environment.WebRootFileProvider.GetFileInfo(file);
        if (!info.Exists)
            return $"/{file}";
        if (_paths.TryGetValue(file, out var known) && known.Changed == info.LastModified)
            return known.Path;
        using var content = info.CreateReadStream();
        var path = $"/{file}?{Version}={Convert.ToHexStringLower(SHA256.HashData(content))[..Digits]}";
        _paths[file] = (info.LastModified, path);
        return path;
    }

    /// <summary>Serves them: for good what is asked for by version, to be asked about each time what is not.</summary>
    public static StaticFileOptions Serving { get; } = new()
    {
        OnPrepareResponse = context => context.Context.Response.Headers.CacheControl
            = context.Context.Request.Query.ContainsKey(Version) ? "public, max-age=31536000, immutable" : "no-cache",
    };
}
