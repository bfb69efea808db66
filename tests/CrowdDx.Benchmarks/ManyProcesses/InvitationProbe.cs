using Npgsql;

namespace CrowdDx.Benchmarks.ManyProcesses;

/// <summary>
/// Sees on a connection of its own when all invitations of a case are committed, and hardly costs the server anything: it looks for every 250th member by
/// key, one after another, and only then counts.
/// </summary>
internal sealed class InvitationProbe : IDisposable
{
    private const int Step = 250;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private readonly Site _site;
    private readonly NpgsqlConnection _connection;
    private readonly List<Guid> _probes;
    private readonly int _members;

    private InvitationProbe(Site site, NpgsqlConnection connection, List<Guid> members)
        => (_site, _connection, _probes, _members) = (site, connection, [.. members.Where((_, i) => i % Step == Step - 1), members[^1]], members.Count);

    public static async Task<InvitationProbe> OpenAsync(Site site, Guid network)
    {
        var connection = await site.Database.OpenConnectionAsync();
        await using var read = new NpgsqlCommand("""SELECT "ExpertId" FROM "Memberships" WHERE "NetworkId" = @network ORDER BY 1""", connection) { Parameters = { new("network", network) } };
        await using var rows = await read.ExecuteReaderAsync();
        var members = new List<Guid>();
        while (await rows.ReadAsync())
            members.Add(rows.GetGuid(0));
        return new(site, connection, members);
    }

    public async Task WaitAsync(Guid caseId)
    {
        await using var probe = new NpgsqlCommand("""SELECT COUNT(*) FROM "Invitations" WHERE "CaseId" = @case AND "ExpertId" = @expert""", _connection)
        {
            Parameters = { new("case", caseId), new("expert", Guid.Empty) },
        };
        await probe.PrepareAsync();
        foreach (var id in _probes)
        {
            probe.Parameters[1].Value = id;
            while ((long)(await probe.ExecuteScalarAsync())! == 0)
                await Task.Delay(Pause, TimeProvider.System);
        }
        await _site.CountsAsync(_members, """SELECT COUNT(*) FROM "Invitations" WHERE "CaseId" = @case""", ("case", caseId));
    }

    public void Dispose() => _connection.Dispose();
}
