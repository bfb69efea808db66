using System.Text.Json;
using System.Text.RegularExpressions;
using CrowdDx.Data.Requests;
using CrowdDx.Data.Storage;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace CrowdDx.Gateway.Web;

/// <summary>The one place where exceptions become problems. What is unexpected is logged and told without detail.</summary>
internal sealed partial class Errors(ILogger<Errors> logger) : IExceptionHandler
{
    private static readonly Problem Unavailable = new(
        StatusCodes.Status503ServiceUnavailable, "unavailable", "Something that the service depends on did not answer in time.", "Nothing was changed. Try again in a few seconds.");

    private static readonly Problem Unexpected = new(
        StatusCodes.Status500InternalServerError, "unexpected", "Something went wrong on our side.", "Try again; if it stays, tell the operator the traceId.");

    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }
        var problem = HasUnknownCharset(http.Request) ? StatusPages.MediaType : ProblemOf(exception);
        if (problem == Unexpected)
            RequestFailed(exception, http.Request.Method, http.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName);
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
            http.Response.Headers.RetryAfter = "2";
        await StatusPages.ShowAsync(http, problem);
        return true;
    }

    private static Problem ProblemOf(Exception exception)
        => exception switch
        {
            BadHttpRequestException bad => ProblemOf(bad),
            DbUpdateConcurrencyException => Problem.Conflict,
            DbUpdateException update when update.IsUniqueViolation() => Problem.Conflict,
            TimeoutException => Unavailable,
            _ => Unexpected,
        };

    private static Problem ProblemOf(BadHttpRequestException bad)
    {
        if (bad.StatusCode == StatusCodes.Status413PayloadTooLarge)
            return StatusPages.TooLarge;
        if (bad.StatusCode == StatusCodes.Status415UnsupportedMediaType)
            return StatusPages.MediaType;
        var errors = new FieldErrors();
        if (bad.InnerException is JsonException json)
            errors.Add(FieldOf(json.Path), RemedyOf(json));
        else if (!bad.Message.EndsWith("from body.", StringComparison.Ordinal) && ParameterName().Match(bad.Message) is { Success: true } parameter)
            errors.Add(JsonNamingPolicy.CamelCase.ConvertName(parameter.Groups["name"].Value), "Use the type and the values that the API describes.");
        else
            errors.Add("body", "Send JSON, with Content-Type: application/json.");
        return Problem.Invalid(errors) with { Status = bad.StatusCode };
    }

    // The framework has an exception of no particular type for it.
    private static bool HasUnknownCharset(HttpRequest request)
        => MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.Charset.HasValue && type.Encoding is null;

    private static string FieldOf(string? path) => path is null or "$" ? "body" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path.TrimStart('$');

    private static string RemedyOf(JsonException json)
        => json.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal)
            ? "There is no such member; check its spelling."
            : json.Message.Contains("could not be converted", StringComparison.Ordinal)
                ? "This has the wrong type, or is none of the allowed values."
                : "This is not well-formed JSON in UTF-8.";

    [GeneratedRegex("""parameter "\S+ (?<name>\w+)" """, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ParameterName();

    [LoggerMessage(LogLevel.Error, "{Method} {Endpoint} failed.")]
    private partial void RequestFailed(Exception exception, string method, string? endpoint);
}
