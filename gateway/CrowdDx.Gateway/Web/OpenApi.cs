using System.Text.Json;
using System.Text.Json.Nodes;

using Microsoft.OpenApi;

using Swashbuckle.AspNetCore.SwaggerGen;

using CrowdDx.Data.Requests;

namespace CrowdDx.Gateway.Web;

/// <summary>The one OpenAPI document, and the page to try it on.</summary>
internal static class OpenApi
{
    private const string Route = "/openapi/{documentName}.json";

    public static void AddOpenApi(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(swagger =>
        {
            swagger.SwaggerDoc("v1", new OpenApiInfo
            {
                Title = "CrowdDx",
                Version = "v1",
                Description = "Crowdsourced differential diagnosis: teaching and research, directions to look into. Not a medical device, not for emergencies.",
            });
            swagger.SupportNonNullableReferenceTypes();
            swagger.CustomSchemaIds(SchemaIdOf);
            swagger.ParameterFilter<NamedValues>();
            swagger.AddSecurityDefinition("apiKey", new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key, made at POST /me/keys.",
            });
            swagger.AddSecurityRequirement(document => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("apiKey", document)] = [] });
            foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "CrowdDx.*.xml").Order(StringComparer.Ordinal))
                swagger.IncludeXmlComments(file);
        });
    }

    public static void MapOpenApi(this WebApplication app) => app.MapSwagger(Route).AllowAnonymous();

    /// <summary>Serves the page at <c>/swagger</c>; it holds nothing that the document does not, so it comes before authorization.</summary>
    public static void UseOpenApiPage(this WebApplication app)
        => app.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "swagger";
            ui.SwaggerEndpoint("/openapi/v1.json", "CrowdDx v1");
            ui.DocumentTitle = "CrowdDx API";
        });

    // Two areas may each have a CodingRequest; generic pages are named by what they hold.
    private static string SchemaIdOf(Type type)
    {
        var arguments = string.Concat(type.GetGenericArguments().Select(SchemaIdOf));
        var name = type.Name.Split('`')[0];
        return name == "CodingRequest" && type.Namespace!.Contains("Cases", StringComparison.Ordinal) ? "ReferenceCodingRequest" : arguments + name;
    }
}

/// <summary>Lists the values of a <see cref="OneOf{TEnum}"/>, which the framework describes as any string.</summary>
internal sealed class NamedValues : IParameterFilter
{
    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        if (context.ParameterInfo?.ParameterType is not { } declared || parameter is not OpenApiParameter described)
            return;
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(OneOf<>))
            return;
        var names = Enum.GetNames(type.GetGenericArguments()[0]);
        described.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. names.Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name))] };
    }
}
