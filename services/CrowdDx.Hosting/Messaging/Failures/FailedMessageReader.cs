using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CrowdDx.Contracts;
using MassTransit;
using RabbitMQ.Client;

namespace CrowdDx.Hosting.Messaging.Failures;

/// <summary>Reads what an operator may know of a message: its envelope, the headers that say how it failed, and of its content ids, numbers and flags.</summary>
internal static class FailedMessageReader
{
    private const string UrnPrefix = "urn:message:";

    private static readonly FrozenSet<string> OurTypes = typeof(CaseSubmitted).Assembly.GetExportedTypes().Select(type => type.FullName!).ToFrozenSet();
    private static readonly Dictionary<string, JsonElement> NoFacts = [];

    /// <summary>A message of an <c>_error</c> queue.</summary>
    public static FailedMessage Read(string queue, IReadOnlyBasicProperties properties, ReadOnlyMemory<byte> body)
    {
        var envelope = Parse(body);
        var type = TypeOf(envelope);
        var machine = Header(properties, MessageHeaders.Host.MachineName);
        return new(
            Guid.TryParse(properties.MessageId ?? Text(envelope, "messageId"), out var id) ? id : null,
            queue,
            type is null ? null : NameOf(type),
            TimeOf(Text(envelope, "sentTime")),
            TimeOf(Header(properties, MessageHeaders.FaultTimestamp)),
            Header(properties, MessageHeaders.FaultExceptionType),
            machine is null ? null : $"{machine}/{Header(properties, MessageHeaders.Host.ProcessId)}",
            type is not null && OurTypes.Contains(type) ? FactsOf(Member(envelope, "message")) : NoFacts);
    }

    /// <summary>A type's name without what all of ours share.</summary>
    public static string NameOf(string type) => type[(type.LastIndexOf('.') + 1)..];

    /// <summary>Ids, numbers and flags of a message of ours; a text is left out, whatever it is.</summary>
    public static IReadOnlyDictionary<string, JsonElement> FactsOf(JsonElement? message)
        => message is not { ValueKind: JsonValueKind.Object } content
            ? NoFacts
            : content.EnumerateObject()
                .Where(member => member.Value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
                    || (member.Value.ValueKind == JsonValueKind.String && member.Value.TryGetGuid(out _)))
                .ToDictionary(member => JsonNamingPolicy.CamelCase.ConvertName(member.Name), member => member.Value.Clone(), StringComparer.Ordinal);

    /// <summary>The content of a message of ours as it is kept, if it is JSON.</summary>
    public static JsonElement? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // urn:message:CrowdDx.Contracts:CaseSubmitted; what else may stand there is not shown.
    private static string? TypeOf(JsonElement? envelope)
    {
        if (Member(envelope, "messageType") is not { ValueKind: JsonValueKind.Array } urns || urns.GetArrayLength() == 0 || urns[0].ValueKind != JsonValueKind.String)
            return null;
        var urn = urns[0].GetString()!;
        var name = urn.StartsWith(UrnPrefix, StringComparison.Ordinal) ? urn[UrnPrefix.Length..].Replace(':', '.') : "";
        return name.Length is > 0 and <= 200 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '+' or '_') ? name : null;
    }

    private static JsonElement? Member(JsonElement? json, string name)
        => json is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement? json, string name) => Member(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static string? Header(IReadOnlyBasicProperties properties, string name)
        => properties.Headers?.TryGetValue(name, out var value) == true
            ? value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture)
            : null;

    private static DateTimeOffset? TimeOf(string? text)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
