using System.Text.Json;
using CrowdDx.Contracts;
using CrowdDx.Data.Messaging;

namespace CrowdDx.Hosting.Messaging;

/// <summary>What an outbox row says.</summary>
internal static class OutboxRow
{
    private static readonly JsonSerializerOptions Strict = new() { RespectRequiredConstructorParameters = true };

    /// <summary>The message's type; null where this version does not know it.</summary>
    public static Type? TypeOf(OutboxMessage row) => typeof(CaseSubmitted).Assembly.GetType(row.Type);

    /// <summary>The message; null where this version does not know its type.</summary>
    /// <exception cref="JsonException">The body is none of that type.</exception>
    public static object? Read(OutboxMessage row) => TypeOf(row) is { } type ? JsonSerializer.Deserialize(row.Body, type, Strict) : null;
}
