using System.Text.Json;

using CrowdDx.Cli.Input;

namespace CrowdDx.Cli.Replay;

/// <summary>What a later run of the same name needs: above all the accounts' API keys, which a service tells only once.</summary>
internal sealed class ReplayState
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly string _path;
    private readonly StateFile _file;

    private ReplayState(string path, StateFile file) => (_path, _file) = (path, file);

    /// <summary>Accounts by their role in the run, such as <c>expert reader-0</c>.</summary>
    public IReadOnlyDictionary<string, RunAccount> Accounts => _file.Accounts;

    /// <summary>The network of the run, once there is one.</summary>
    public RunNetwork? Network => _file.Network;

    /// <summary>Opens the state of a run, or begins one where there is no such file.</summary>
    /// <exception cref="InputException">The file cannot be read, or is of another run or another service.</exception>
    public static ReplayState Open(string path, Uri url, string run)
    {
        try
        {
            if (!File.Exists(path))
                return new(path, new() { Url = url.ToString(), Run = run });
            var file = JsonSerializer.Deserialize<StateFile>(File.ReadAllBytes(path), Json);
            return file is not null && file.Url == url.ToString() && file.Run == run
                ? new(path, file)
                : throw new InputException($"--state: {path} is of the run '{file?.Run}' at {file?.Url}, not of '{run}' at {url}.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new InputException($"--state: {path} cannot be read: {exception.Message}");
        }
    }

    /// <summary>A number that no earlier attempt to create accounts has used, saved before it is given.</summary>
    public int NextBatch()
    {
        _file.Batches++;
        Save();
        return _file.Batches;
    }

    /// <summary>Keeps accounts that were created.</summary>
    public void Add(IEnumerable<(string Role, RunAccount Account)> accounts)
    {
        foreach (var (role, account) in accounts)
            _file.Accounts[role] = account;
        Save();
    }

    /// <summary>Keeps the network.</summary>
    public void Use(RunNetwork network)
    {
        _file.Network = network;
        Save();
    }

    /// <summary>Whether a case's outcome was posted by an earlier run.</summary>
    public bool HasOutcome(string caseId)
    {
        lock (_file)
            return _file.Outcomes.Contains(caseId);
    }

    /// <summary>Remembers, until the next <see cref="Save"/> in memory only, that a case's outcome was posted.</summary>
    public void OutcomePosted(string caseId)
    {
        lock (_file)
            _file.Outcomes.Add(caseId);
    }

    /// <summary>Writes the file as a whole or not at all, for the owner's eyes only: it holds API keys.</summary>
    public void Save()
    {
        byte[] json;
        lock (_file)
            json = JsonSerializer.SerializeToUtf8Bytes(_file, Json);
        try
        {
            Write(json);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"--state: {_path} cannot be written: {exception.Message}");
        }
    }

    private void Write(byte[] json)
    {
        var beside = _path + ".new";
        File.Delete(beside);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(beside, options))
        {
            file.Write(json);
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, _path, overwrite: true);
    }

    private sealed class StateFile
    {
        public required string Url { get; init; }

        public required string Run { get; init; }

        public int Batches { get; set; }

        public RunNetwork? Network { get; set; }

        public Dictionary<string, RunAccount> Accounts { get; init; } = new(StringComparer.Ordinal);

        public SortedSet<string> Outcomes { get; init; } = new(StringComparer.Ordinal);
    }
}

/// <summary>An account of a run.</summary>
internal sealed record RunAccount(Guid Id, string Email, string Key);

/// <summary>The network of a run.</summary>
internal sealed record RunNetwork(Guid Id, string Name);
