using CrowdDx.Cli.Input;

namespace CrowdDx.Cli.Replay;

/// <summary>Reads a whole replay file, so that nothing is sent of a file with an error.</summary>
internal static class CaseFile
{
    /// <summary>Reads the cases of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rules">How lines become cases.</param>
    /// <param name="limit">Reads no further than this many cases; null for all.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="InputException">The file cannot be read, or lines of it are wrong; the message has all of them.</exception>
    public static async Task<IReadOnlyList<ReplayCase>> ReadAsync(string path, CaseLineRules rules, int? limit, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return await ReadAsync(file, Path.GetFileName(path), rules, limit, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"--input: {exception.Message}");
        }
    }

    internal static async Task<IReadOnlyList<ReplayCase>> ReadAsync(
        Stream file, string name, CaseLineRules rules, int? limit, CancellationToken cancellationToken)
    {
        var reader = new CaseLineReader(rules);
        var cases = new List<ReplayCase>();
        var problems = new List<LineProblem>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var line in JsonLines.ReadAsync<CaseLine>(file, CaseLine.Json, cancellationToken))
        {
            var (read, errors) = line.Value is null ? (null, [line.Error!]) : reader.Read(line.Number, line.Value);
            problems.AddRange(errors.Select(error => new LineProblem(line.Number, error)));
            if (line.Value?.Case is { } id && !lines.TryAdd(id, line.Number))
                problems.Add(new(line.Number, $"case: '{id}' stands in line {lines[id]} already."));
            if (read is not null)
                cases.Add(read);
            if (cases.Count == limit)
                break;
        }

        if (problems.Count > 0)
            throw InputException.In(name, problems);
        return cases.Count > 0 ? cases : throw new InputException($"{name}: there is no case in it.");
    }
}
