using System.Text.Json;
using System.Text.Json.Serialization;

using CrowdDx.Ranking;

namespace CrowdDx.Aggregation.Boards;

/// <summary>
/// What a stored differential holds: numbers and keys. Words are joined when it is read, so that erasing words rewrites no board.
/// </summary>
/// <param name="Algorithm">Version of the pooling.</param>
/// <param name="Weights">Version of the experts' weights.</param>
/// <param name="Terminology">Versions of the terminology that the keys came from.</param>
/// <param name="Blind">The board: each expert's latest version that had not seen it.</param>
/// <param name="SecondLook">Each expert's latest version that had.</param>
/// <param name="Late">Each expert's latest version that came after closing.</param>
/// <param name="Dangerous">Keys that an expert marked as not to be missed, in ordinal order.</param>
internal sealed record BoardDocument(
    string Algorithm, string Weights, IReadOnlyList<string> Terminology, BoardNumbers Blind, BoardNumbers SecondLook, BoardNumbers Late, IReadOnlyList<string> Dangerous)
{
    public static BoardDocument Read(string json) => JsonSerializer.Deserialize(json, BoardJson.Default.BoardDocument)!;

    public string Write() => JsonSerializer.Serialize(this, BoardJson.Default.BoardDocument);
}

/// <summary>One pooled list.</summary>
/// <param name="Experts">How many lists were pooled.</param>
/// <param name="Settled">Whether no more answers are needed.</param>
/// <param name="Entries">The list in order.</param>
internal sealed record BoardNumbers(int Experts, bool Settled, IReadOnlyList<PooledEntry> Entries)
{
    public static BoardNumbers Of(PooledDifferential pooled) => new(pooled.Experts, pooled.Settled, pooled.Entries);
}

[JsonSerializable(typeof(BoardDocument))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class BoardJson : JsonSerializerContext;
