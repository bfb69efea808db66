using System.Reflection;

using Microsoft.OpenApi;

using Swashbuckle.AspNetCore.SwaggerGen;

namespace CrowdDx.Gateway.Web;

/// <summary>
/// Says which members are always there. An answer has all of its members, null or not; a request has those without which it is refused,
/// which are those that the check names (a member of a request is nullable, so that all that is missing can be said at once).
/// </summary>
internal sealed class OpenApiSchemas : ISchemaFilter
{
    private static readonly Dictionary<string, string[]> Needed = new(StringComparer.Ordinal)
    {
        ["CaseRequest"] = ["title", "patient", "presentation", "specialties", "networks", "permission"],
        ["PatientRequest"] = ["sex"],
        ["PermissionRequest"] = ["basis", "scope"],
        ["AddendumRequest"] = ["text"],
        ["QuestionRequest"] = ["text"],
        ["OutcomeRequest"] = ["status"],
        ["ReferenceDiagnosisRequest"] = ["text"],
        ["CodingRequest"] = ["system", "code"],
        ["AnswerRequest"] = ["diagnoses"],
        ["DiagnosisRequest"] = ["text"],
        ["DeclineRequest"] = ["reason"],
        ["VerdictRequest"] = ["diagnosisId", "verdict"],
        ["RecognizeRequest"] = ["phrases"],
        ["CreateAccountsRequest"] = ["accounts"],
        ["NewAccount"] = ["email", "displayName", "roles"],
        ["ApiKeyRequest"] = ["name", "scopes"],
        ["FirstOperatorRequest"] = ["token", "email", "displayName", "password"],
        ["SignInRequest"] = ["email", "password"],
    };

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties.Count: > 0 } described || context.Type.Namespace?.StartsWith("CrowdDx", StringComparison.Ordinal) != true)
            return;
        if (Needed.TryGetValue(context.Type.Name, out var needed))
            described.Required = needed.ToHashSet(StringComparer.Ordinal);
        else if (!IsAsked(context.Type))
            described.Required = described.Properties.Keys.ToHashSet(StringComparer.Ordinal);
    }

    // What a client sends and may leave out: requests, and preferences, which are sent as they are read.
    private static bool IsAsked(MemberInfo type) => type.Name.EndsWith("Request", StringComparison.Ordinal) || type.Name == "PreferencesView";
}
