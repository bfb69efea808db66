using Microsoft.Data.Sqlite;

namespace CrowdDx.Benchmarks.FanOut;

/// <summary>
/// Sees on a connection of its own when all invitations of a case are committed, and hardly costs the machine anything: it looks for every
/// 250th member by key, one after another, and only then counts.
/// </summary>
internal sealed class InvitationWatch : IDisposable
{
    private const int Step = 250;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private readonly int _members;
    private readonly List<Guid> _probes;
    private readonly SqliteConnection _connection;

    public InvitationWatch(string file, List<Guid> members)
    {
        _members = members.Count;
        _probes = [.. members.Where((_, i) => i % Step == Step - 1), members[^1]];
        _connection = new($"Data Source={file};Mode=ReadOnly;Pooling=False");
        _connection.Open();
    }

    public async Task WaitAsync(Guid caseId)
    {
        using var probe = Command("""SELECT COUNT(*) FROM "Invitations" WHERE "CaseId" = @case AND "ExpertId" = @expert""", caseId);
        var expert = probe.Parameters.Add("@expert", SqliteType.Text);
        foreach (var id in _probes)
        {
            expert.Value = id;
            while ((long)probe.ExecuteScalar()! == 0)
                await Task.Delay(Pause, TimeProvider.System);
        }
        while (Count(caseId) < _members)
            await Task.Delay(Pause, TimeProvider.System);
    }

    /// <summary>Neither more nor fewer than everybody.</summary>
    public void CheckAll(Guid caseId)
    {
        if (Count(caseId) is var count && count != _members)
            throw new InvalidOperationException($"{count} invitations, not {_members}.");
    }

    public void Dispose() => _connection.Dispose();

    private long Count(Guid caseId)
    {
        using var count = Command("""SELECT COUNT(*) FROM "Invitations" WHERE "CaseId" = @case""", caseId);
        return (long)count.ExecuteScalar()!;
    }

    private SqliteCommand Command(string sql, Guid caseId)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@case", caseId);
        return command;
    }
}
