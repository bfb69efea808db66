using System.Text.Json.Nodes;
using CrowdDx.Data.Cases;
using CrowdDx.Data.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CrowdDx.Gateway.Web;

/// <summary>Says of every route what the pipeline adds to it: who may call it, the refusals that are common to all, and what headers mean.</summary>
internal sealed class OpenApiOperations : IOperationFilter
{
    private static readonly Dictionary<string, string> Headers = new(StringComparer.Ordinal)
    {
        ["Idempotency-Key"] = "What the client calls this submission, 1–200 characters. The same key and body give the same case again; another body with that key is 422.",
        ["Last-Event-ID"] = "The id of the last event that the client had: the present state comes at once only where it is newer.",
        [CaseAccess.ReasonHeader] = "For operators: why a foreign case is read, at most 500 characters. The look and the reason go into the audit trail.",
    };

    private static readonly Dictionary<string, string> Queries = new(StringComparer.Ordinal)
    {
        ["mine"] = "True for the caller's own cases only.",
        ["status"] = "Members of this standing only.",
        ["state"] = "Which invitations; `open` where missing.",
        ["board"] = "Which pooled list; `blind` where missing.",
        ["asOf"] = "The board as it stood at this instant (RFC 3339).",
        ["q"] = "What has been typed so far, at most 200 characters.",
    };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var problem = context.SchemaGenerator.GenerateSchema(typeof(ProblemDetails), context.SchemaRepository);
        var invalid = context.SchemaGenerator.GenerateSchema(typeof(HttpValidationProblemDetails), context.SchemaRepository);
        Authorization(operation, metadata, problem);
        if (operation.RequestBody is not null)
        {
            Refusal(operation, "400", "Some fields need attention, or the body is no JSON.", invalid);
            Refusal(operation, "413", "The request is larger than 1 MB.", problem);
            Refusal(operation, "415", "Send JSON.", problem);
        }
        Refusal(operation, "429", "Too many requests; wait as many seconds as Retry-After says.", problem, "Retry-After");
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            Describe(parameter, context);
        Describe(operation.Responses!);
    }

    private static void Authorization(OpenApiOperation operation, IList<object> metadata, IOpenApiSchema problem)
    {
        if (metadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Security = [];
            return;
        }
        Refusal(operation, "401", "Sign in, or send an API key.", problem, "WWW-Authenticate");
        var scopes = metadata.OfType<IAuthorizeData>().Select(data => data.Policy).OfType<string>().SelectMany(policy => Policies.Of[policy]).Distinct().ToList();
        if (scopes.Count == 0)
            return;
        operation.Description = scopes.Count == 1 ? $"Needs the scope `{scopes[0]}`." : $"Needs one of the scopes {string.Join(", ", scopes.Select(scope => $"`{scope}`"))}.";
        Refusal(operation, "403", "The role or key does not allow this.", problem);
    }

    private static void Refusal(OpenApiOperation operation, string status, string description, IOpenApiSchema schema, string? header = null)
    {
        if (operation.Responses!.ContainsKey(status) && header is null)
            return;
        var response = new OpenApiResponse { Description = description, Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = schema } } };
        if (header is not null)
            AddHeader(response, header);
        operation.Responses[status] = response;
    }

    private static void Describe(OpenApiParameter parameter, OperationFilterContext context)
    {
        if (parameter.In == ParameterLocation.Query)
        {
            parameter.Name = JsonName(parameter.Name!);
            parameter.Description ??= Queries.GetValueOrDefault(parameter.Name);
        }
        else if (parameter.In == ParameterLocation.Header)
        {
            parameter.Description ??= Headers.GetValueOrDefault(parameter.Name!);
        }
        var described = context.ApiDescription.ParameterDescriptions.FirstOrDefault(p => p.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase));
        var type = described?.ParameterDescriptor?.ParameterType;
        type = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        if (type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(OneOf<>))
            parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. Enum.GetNames(type.GetGenericArguments()[0]).Where(name => name != "None").Select(name => (JsonNode)JsonName(name))] };
    }

    private static void Describe(OpenApiResponses responses)
    {
        foreach (var (status, response) in responses.Select(r => (r.Key, (OpenApiResponse)r.Value)))
        {
            if (response.Content?.Values.Any(content => content.Schema is OpenApiSchemaReference { Reference.Id: { } id } && id.EndsWith("Page", StringComparison.Ordinal)) == true)
                AddHeader(response, "Link");
            if (status == "304" || responses.ContainsKey("304") && status == "200")
                AddHeader(response, "ETag");
        }
    }

    private static void AddHeader(OpenApiResponse response, string name)
    {
        response.Headers ??= new Dictionary<string, IOpenApiHeader>();
        response.Headers[name] = new OpenApiHeader
        {
            Description = name switch
            {
                "Retry-After" => "Seconds to wait.",
                "Link" => "`<…>; rel=\"next\"` where there is another page (RFC 8288).",
                "ETag" => "For If-None-Match.",
                _ => null,
            },
            Schema = new OpenApiSchema { Type = name == "Retry-After" ? JsonSchemaType.Integer : JsonSchemaType.String },
        };
    }

    private static string JsonName(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);
}
