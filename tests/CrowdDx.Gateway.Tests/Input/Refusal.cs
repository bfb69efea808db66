using System.Net;
using System.Text.Json.Nodes;

namespace CrowdDx.Gateway.Tests.Input;

/// <summary>Looks at a refusal as RFC 9457 has it.</summary>
internal static class Refusal
{
    /// <summary>What is wrong with a refusal; null where it is as it should be.</summary>
    /// <param name="response">The response.</param>
    /// <param name="status">The status it should have.</param>
    /// <param name="slug">The slug it should have.</param>
    /// <param name="field">The field that should be named; null for none.</param>
    public static async Task<string?> FaultAsync(HttpResponseMessage response, HttpStatusCode status, string slug, string? field = null)
    {
        var text = await response.Content.ReadAsStringAsync();
        if (response.StatusCode != status)
            return $"{(int)response.StatusCode}, not {(int)status}: {text}";
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return $"{response.Content.Headers.ContentType} is no problem: {text}";
        if (!response.Headers.TryGetValues("X-Content-Type-Options", out var sniff) || sniff.Single() != "nosniff")
            return "no nosniff";
        var problem = JsonNode.Parse(text)!;
        if ((string?)problem["type"] != $"/problems/{slug}" || string.IsNullOrWhiteSpace((string?)problem["title"]) || (int?)problem["status"] != (int)status)
            return $"no {slug}: {text}";
        if (text.Contains("Exception", StringComparison.Ordinal) || text.Contains("CrowdDx.", StringComparison.Ordinal) || text.Contains("System.", StringComparison.Ordinal))
            return $"tells of its insides: {text}";
        if (field is not null && problem["errors"]?.AsObject().ContainsKey(field) != true)
            return $"does not name {field}: {text}";
        return null;
    }

    public static async Task ExpectAsync(this Task<HttpResponseMessage> sending, HttpStatusCode status, string slug, string? field = null)
    {
        using var response = await sending;
        var fault = await FaultAsync(response, status, slug, field);
        Assert.True(fault is null, fault);
    }

    /// <summary>A field breaks a rule.</summary>
    public static Task ExpectInvalidAsync(this Task<HttpResponseMessage> sending, string field) => sending.ExpectAsync(HttpStatusCode.BadRequest, "invalid-request", field);
}
