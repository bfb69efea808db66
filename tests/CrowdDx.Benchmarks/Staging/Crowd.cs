using CrowdDx.Testing;
using Microsoft.Data.Sqlite;

namespace CrowdDx.Benchmarks.Staging;

/// <summary>A student, experts with keys, and cases that all of them are invited to.</summary>
internal sealed class Crowd(Stage stage, Guid networkId, Person student, IReadOnlyList<Person> experts)
{
    public Person Student => student;

    public IReadOnlyList<Person> Experts => experts;

    public static async Task<Crowd> GatherAsync(Stage stage, int experts)
        => new(stage, await stage.App.CreateNetworkAsync(), await stage.App.StudentAsync(), await stage.App.ExpertsAsync(experts));

    /// <summary>A case of the student; the invitations are put into the database directly, since the network has no members.</summary>
    public async Task<Guid> PostCaseAsync()
    {
        var caseId = await stage.App.SubmitCaseAsync(student, networkId);
        await stage.InviteAsync(caseId, networkId, experts.Select(expert => expert.Id));
        return caseId;
    }

    /// <summary>One expert's answer, through HTTP.</summary>
    public Task<string> AnswerAsync(Guid caseId, int expert, int opinion)
        => stage.SendAsync(Stage.Request(HttpMethod.Put, $"cases/{caseId}/answers/mine", experts[expert].Key, CrowdDxApplication.AnswerBody(Opinions.Of(opinion))));

    /// <summary>Until every message has been consumed, so that one round does not disturb the next.</summary>
    public async Task SettleAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={stage.App.DatabaseFile};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var count = connection.CreateCommand();
        count.CommandText = """SELECT COUNT(*) FROM "OutboxMessages" """;
        while ((long)(await count.ExecuteScalarAsync())! > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
    }
}
