using System.Text.Json;
using System.Text.Json.Nodes;

using Microsoft.OpenApi;

using CrowdDx.Aggregation.Boards;
using CrowdDx.Data.Cases;
using CrowdDx.Data.FanOut;
using CrowdDx.Data.Requests;
using CrowdDx.FanOut.Inbox;

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
            swagger.MapType<OneOf<InboxState>>(NamesOf<InboxState>);
            swagger.MapType<OneOf<MembershipStatus>>(NamesOf<MembershipStatus>);
            swagger.MapType<OneOf<BoardKind>>(NamesOf<BoardKind>);
            swagger.MapType<OneOf<PermissionScope>>(NamesOf<PermissionScope>);
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

    private static OpenApiSchema NamesOf<TEnum>() where TEnum : struct, Enum
        => new() { Type = JsonSchemaType.String, Enum = [.. Enum.GetNames<TEnum>().Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name))] };

    // Two areas may each have a CodingRequest; generic pages are named by what they hold.
    private static string SchemaIdOf(Type type)
    {
        var arguments = string.Concat(type.GetGenericArguments().Select(SchemaIdOf));
        var name = type.Name.Split('`')[0];
        return name == "CodingRequest" && type.Namespace!.Contains("Cases", StringComparison.Ordinal) ? "ReferenceCodingRequest" : arguments + name;
    }
}
