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
            swagger.UseAllOfToExtendReferenceSchemas();
            swagger.OperationFilter<OpenApiOperations>();
            swagger.SchemaFilter<OpenApiSchemas>();
            swagger.AddSecurityDefinition("apiKey", new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "An API key, made at POST /me/keys.",
            });
            swagger.AddSecurityDefinition("session", new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = "crowddx",
                Description = "A browser's session, made at POST /session.",
            });
            swagger.AddSecurityRequirement(document => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("apiKey", document)] = [] });
            swagger.AddSecurityRequirement(document => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("session", document)] = [] });
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
