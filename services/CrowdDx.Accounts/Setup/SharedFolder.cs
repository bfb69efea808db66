using Microsoft.Extensions.Options;

namespace CrowdDx.Accounts.Setup;

/// <summary>The folder that all gateways of a service share: keys that protect sessions, links for the first operator, and locks, which end with their process.</summary>
internal sealed class SharedFolder(IOptions<AccountsOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>A file in it, whether it is there or not.</summary>
    public string PathOf(string file) => Path.Combine(options.Value.KeysFolder, file);

    /// <summary>Files in it by a pattern.</summary>
    public IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(options.Value.KeysFolder, pattern);

    /// <summary>Waits until nobody else holds a lock, and holds it until what is given back is disposed of.</summary>
    /// <exception cref="OptionsValidationException">The folder cannot be written.</exception>
    public async Task<IDisposable> LockAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(options.Value.KeysFolder);
            while (true)
            {
                try
                {
                    // Not deleted afterwards: who waits for a deleted file would hold another one than who makes it anew.
                    return new FileStream(PathOf($"{name}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
                }
                catch (IOException) when (File.Exists(PathOf($"{name}.lock")))
                {
                    await Task.Delay(Pause, clock, cancellationToken);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OptionsValidationException(
                "Accounts", typeof(AccountsOptions), [$"Accounts:KeysFolder is {options.Value.KeysFolder}, which this process cannot write ({exception.Message})."]);
        }
    }
}
