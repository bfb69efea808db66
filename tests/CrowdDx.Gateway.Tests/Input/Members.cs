using System.Text.Json.Nodes;

namespace CrowdDx.Gateway.Tests.Input;

/// <summary>Walks through a body and changes one place of it.</summary>
internal static class Members
{
    /// <summary>Every member and list item, by its path as problems name it: <c>patient.ageYears</c>, <c>diagnoses[0][0].text</c>.</summary>
    public static IEnumerable<(string Path, JsonNode? Value)> Of(JsonNode node, string path = "")
    {
        var children = node switch
        {
            JsonObject members => members.Select(m => (Path: path.Length == 0 ? m.Key : $"{path}.{m.Key}", m.Value)),
            JsonArray items => items.Select((item, i) => (Path: $"{path}[{i}]", Value: item)),
            _ => [],
        };
        return children.SelectMany(child => new[] { child }.Concat(child.Value is null ? [] : Of(child.Value, child.Path)));
    }

    /// <summary>A copy with another value at a path.</summary>
    public static JsonObject Replace(JsonObject body, string path, JsonNode? value)
    {
        var copy = body.DeepClone().AsObject();
        var steps = path.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        JsonNode at = copy;
        foreach (var step in steps[..^1])
            at = (step[0] == '[' ? at[int.Parse(step[1..^1])] : at[step])!;
        if (steps[^1][0] == '[')
            at[int.Parse(steps[^1][1..^1])] = value;
        else
            at[steps[^1]] = value;
        return copy;
    }
}
