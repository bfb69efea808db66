using System.Diagnostics;
using System.Security.Cryptography;
using CrowdDx.Benchmarks.Staging;
using Microsoft.Data.Sqlite;

namespace CrowdDx.Benchmarks.Answers;

/// <summary>Writes the rows of an answer (itself, five suggestions, its outbox message) with prepared statements, one transaction for each answer.</summary>
internal sealed class BareAnswers : IDisposable
{
    private const int Suggestions = 5;

    private readonly FloorFile _file;
    private readonly SqliteCommand _answer;
    private readonly SqliteCommand _suggestion;
    private readonly SqliteCommand _message;
    private readonly Guid _caseId = Guid.CreateVersion7();

    public BareAnswers(FloorFile file, Guid author)
    {
        _file = file;
        InsertCase(author);
        var hash = SHA256.HashData([]);
        _answer = file.Command(
            """
            INSERT INTO "Answers" ("CaseId", "ExpertId", "Version", "ReceivedAt", "SawBoard", "Late", "CaseRevision", "Assistance", "ContentHash")
            VALUES (@case, @expert, 1, @now, 0, 0, 1, 0, @hash)
            """,
            ("@case", _caseId), ("@expert", Guid.Empty), ("@now", 0L), ("@hash", hash));
        _suggestion = file.Command(
            """
            INSERT INTO "Suggestions" ("CaseId", "ExpertId", "Version", "Ordinal", "RankGroup", "Phrase", "DiagnosisKey", "Rule", "TerminologyVersion", "Dangerous")
            VALUES (@case, @expert, 1, @ordinal, @ordinal, @phrase, @key, 'normalForm', 'core:0', 0)
            """,
            ("@case", _caseId), ("@expert", Guid.Empty), ("@ordinal", 0), ("@phrase", ""), ("@key", ""));
        _message = file.Command(
            """INSERT INTO "OutboxMessages" ("Id", "Type", "Body", "CreatedAt") VALUES (@id, 'CrowdDx.Contracts.AnswerSubmitted', @body, @now)""",
            ("@id", Guid.Empty), ("@body", $$"""{"CaseId":"{{_caseId}}","ExpertId":"{{_caseId}}","Version":1}"""), ("@now", 0L));
    }

    /// <summary>Answers a second.</summary>
    public double Write(int count)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
            Write(Opinions.Of(i));
        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public void Dispose()
    {
        _answer.Dispose();
        _suggestion.Dispose();
        _message.Dispose();
        _file.Dispose();
    }

    private void Write(string[] opinion)
    {
        var expert = Guid.CreateVersion7();
        var now = TimeProvider.System.GetUtcNow().UtcTicks;
        using var transaction = _file.Connection.BeginTransaction(deferred: false);
        _answer.Transaction = _suggestion.Transaction = _message.Transaction = transaction;
        (_answer.Parameters["@expert"].Value, _answer.Parameters["@now"].Value) = (expert, now);
        _answer.ExecuteNonQuery();
        _suggestion.Parameters["@expert"].Value = expert;
        for (var ordinal = 1; ordinal <= Suggestions; ordinal++)
        {
            var phrase = opinion[Math.Min(ordinal, opinion.Length) - 1].Split('|')[^1];
            _suggestion.Parameters["@ordinal"].Value = ordinal;
            (_suggestion.Parameters["@phrase"].Value, _suggestion.Parameters["@key"].Value) = (phrase, $"n:{phrase}");
            _suggestion.ExecuteNonQuery();
        }
        (_message.Parameters["@id"].Value, _message.Parameters["@now"].Value) = (Guid.CreateVersion7(), now);
        _message.ExecuteNonQuery();
        transaction.Commit();
    }

    /// <summary>The case that the answers refer to.</summary>
    private void InsertCase(Guid author)
    {
        using var insert = _file.Command(
            """
            INSERT INTO "ClinicalCases" ("Id", "AuthorId", "Title", "Sex", "Presentation", "Specialties", "Language", "AnswerWanted", "Status", "Revision", "PostedAt",
              "Permission_Basis", "Permission_Scope", "Permission_AttestedBy", "Permission_AttestedAt")
            VALUES (@id, @author, '', 0, '', '', 'en', 0, 0, 1, 0, 0, 7, @author, 0)
            """,
            ("@id", _caseId), ("@author", author));
        insert.ExecuteNonQuery();
    }
}
