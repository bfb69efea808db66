using System.Text.Json.Nodes;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Scenes;

/// <summary>A body for each route that takes one, such as the service lets through.</summary>
public static class Bodies
{
    private static int _names;

    public static JsonObject Of(string route, Side side)
        => route switch
        {
            "POST /accounts" => Parse($$"""{"accounts": [{"email": "{{Name()}}@example.org", "displayName": "New", "roles": ["student"], "password": "long enough for all", "key": {"name": "first", "scopes": ["cases"]} } ]}"""),
            "POST /setup" => Parse("""{"token": "none", "email": "first@example.org", "displayName": "First", "password": "long enough for all"}"""),
            "POST /session" => Parse("""{"email": "nobody@example.org", "password": "long enough for all"}"""),
            "POST /messages/replay" => Parse("""{"messageIds": ["01a20818-18dd-7e17-96ad-901fb1d82e8a"], "queue": "invite-experts"}"""),
            "POST /me/keys" => Parse("""{"name": "another", "scopes": ["cases"], "expiresAt": "2999-01-01T00:00:00Z"}"""),
            "PUT /me/preferences" => Parse("""{"timeZone": "Europe/Budapest", "shownName": "pseudonym", "researchUse": true}"""),
            "POST /networks" or "PATCH /networks/{networkId}" => Parse(
                $$"""{"name": "{{Name()}}", "description": "For all.", "rules": "Be kind.", "specialties": ["general"], "languages": ["en"], "country": "HU"}"""),
            "PUT /networks/{networkId}/membership" => Parse("""{"status": "active"}"""),
            "POST /networks/{networkId}/members/{expertId}/verify" => Parse("""{"until": "2999-01-01T00:00:00Z"}"""),
            "POST /cases" or "POST /cases/screen" => Case(side),
            "POST /cases/{caseId}/addenda" => Parse("""{"text": "The amylase came back raised."}"""),
            "POST /cases/{caseId}/questions" => Parse("""{"text": "Any relatives with the same?"}"""),
            "POST /cases/{caseId}/questions/{questionId}/reply" => Parse("""{"text": "None known."}"""),
            "POST /cases/{caseId}/outcome" => Parse(
                """{"status": "confirmed", "basis": "imaging", "diagnoses": [{"text": "Pancreas divisum", "coding": {"system": "urn:test", "code": "1"}}], "establishedAfterDays": 3}"""),
            "POST /cases/{caseId}/decline" => Parse("""{"reason": "busy"}"""),
            "PUT /cases/{caseId}/answers/mine" => Parse(
                """
                {"diagnoses": [[{"text": "Pancreas divisum", "coding": {"system": "urn:test", "code": "1"}, "confidence": 0.6, "dangerous": true}]],
                 "rationale": "Young, and again.", "nextTest": "MRCP", "assistance": "none", "caseRevision": 1}
                """),
            "PUT /cases/{caseId}/verdicts" => Parse("""{"verdicts": [], "othersWrong": false}"""),
            "POST /diagnoses/recognize" => Parse("""{"phrases": ["Pancreas divisum"]}"""),
            _ => throw new InvalidOperationException($"{route} takes a body; give one here."),
        };

    private static JsonObject Case(Side side)
    {
        var body = CrowdDxApplication.CaseBody(side.Network);
        body["history"] = "None.";
        body["examination"] = "Tender above the navel.";
        body["investigations"] = "Triglycerides normal.";
        body["question"] = "What else to look for?";
        body["language"] = "en";
        body["answerWanted"] = "days";
        return body;
    }

    private static string Name() => $"new-{Interlocked.Increment(ref _names)}";

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
