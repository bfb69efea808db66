using Microsoft.OpenApi;

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
            swagger.AddSecurityDefinition("apiKey", new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key, made at POST /me/keys.",
            });
            swagger.AddSecurityRequirement(document => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("apiKey", document)] = [] });
            foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "CrowdDx.*.xml").Order(StringComparer.Ordinal))
                swagger.IncludeXmlComments(file);
        });
    }

    public static void MapOpenApi(this WebApplication app)
    {
        app.MapSwagger(Route).AllowAnonymous();
        app.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "swagger";
            ui.SwaggerEndpoint("/openapi/v1.json", "CrowdDx v1");
            ui.DocumentTitle = "CrowdDx API";
        });
    }

    // Two areas may each have a CodingRequest; generic pages are named by what they hold.
    private static string SchemaIdOf(Type type)
    {
        var arguments = string.Concat(type.GetGenericArguments().Select(SchemaIdOf));
        var name = type.Name.Split('`')[0];
        return name == "CodingRequest" && type.Namespace!.Contains("Cases", StringComparison.Ordinal) ? "ReferenceCodingRequest" : arguments + name;
    }
}
