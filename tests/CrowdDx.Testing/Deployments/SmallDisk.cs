using System.Diagnostics;

namespace CrowdDx.Testing.Deployments;

/// <summary>A disk in memory of a few hundred megabytes, for a server to fill. Mounting it takes root.</summary>
public sealed class SmallDisk : IAsyncDisposable
{
    private const int Block = 1 << 16;

    private SmallDisk(string folder) => Folder = folder;

    /// <summary>Where it is mounted.</summary>
    public string Folder { get; }

    private string Filling => Path.Combine(Folder, "filling");

    /// <summary>Mounts an empty one.</summary>
    public static async Task<SmallDisk> MountAsync(int megabytes)
    {
        var disk = new SmallDisk(Directory.CreateTempSubdirectory("crowddx-disk-").FullName);
        await RunAsync("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=1777", "crowddx", disk.Folder);
        return disk;
    }

    /// <summary>Takes all the room but so much, and whatever becomes free meanwhile.</summary>
    public async Task FillAsync(TimeSpan duration, int megabytesLeft = 0)
    {
        var drive = new DriveInfo(Folder);
        var block = new byte[Block];
        var full = Stopwatch.StartNew();
        await using var file = new FileStream(Filling, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        while (full.Elapsed < duration)
        {
            try
            {
                while (megabytesLeft == 0 || drive.AvailableFreeSpace > megabytesLeft * 1_048_576L)
                    await file.WriteAsync(block);
            }
            catch (IOException)
            {
                // Full.
            }
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Free() => File.Delete(Filling);

    public async ValueTask DisposeAsync()
    {
        await RunAsync("umount", Folder);
        Directory.Delete(Folder);
    }

    private static async Task RunAsync(string command, params string[] arguments)
        => (await CommandRun.ToEndAsync("/", TimeSpan.FromSeconds(30), new Dictionary<string, string>(), command, arguments)).Succeeded();
}
