using System.Security.Claims;
using CrowdDx.Aggregation.Answering;
using CrowdDx.Aggregation.Boards;
using CrowdDx.Aggregation.Diagnoses;
using CrowdDx.Aggregation.Timing;
using CrowdDx.Aggregation.Verdicts;
using CrowdDx.Data.Cases;
using CrowdDx.Data.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CrowdDx.Aggregation;

internal static class AggregationEndpoints
{
    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var answers = routes.MapGroup("/cases/{caseId:guid}/answers").WithTags("Answers");
        answers.MapPut("/mine", AnswerAsync).RequireAuthorization(Policies.Answers).WithName("PutAnswer").WithSummary("Answer, or change one's answer")
            .Produces<AnswerView>().Produces<AnswerView>(StatusCodes.Status201Created).ProducesValidationProblem().ProducesProblem(404).ProducesProblem(422);
        answers.MapGet("/mine", MineAsync).RequireAuthorization(Policies.Answers).WithName("GetMyAnswer").WithSummary("One's latest answer")
            .Produces<AnswerView>().ProducesProblem(404);
        answers.MapGet("/", OpinionsAsync).RequireAuthorization(Policies.ReadCases).WithName("ListAnswers").WithSummary("Experts' latest answers, for those who may see the board")
            .Produces<Page<OpinionView>>().ProducesValidationProblem().ProducesProblem(403).ProducesProblem(404);

        var board = routes.MapGroup("/cases/{caseId:guid}").WithTags("Boards").RequireAuthorization(Policies.ReadCases);
        board.MapGet("/differential", DifferentialAsync).WithName("GetDifferential").WithSummary("The pooled differential, now or as it stood")
            .Produces<DifferentialView>().Produces(StatusCodes.Status304NotModified).ProducesValidationProblem().ProducesProblem(403).ProducesProblem(404);
        board.MapGet("/timing", TimingAsync).WithName("GetTiming").WithSummary("Time-to-answer, in seconds").Produces<TimingView>().ProducesProblem(403).ProducesProblem(404);
        board.MapGet("/verdicts", VerdictsAsync).WithName("GetVerdicts").WithSummary("How suggestions stand to the outcome; the author's and curators' queue")
            .Produces<VerdictsView>().ProducesProblem(404);
        board.MapPut("/verdicts", ConfirmAsync).WithName("PutVerdicts").WithSummary("Say how suggestions stand to the outcome")
            .Produces<VerdictsView>().ProducesValidationProblem().ProducesProblem(404);

        var diagnoses = routes.MapGroup("/diagnoses").WithTags("Diagnoses").RequireAuthorization();
        diagnoses.MapGet("/", CompleteAsync).WithName("CompleteDiagnosis").WithSummary("Complete what is being typed").Produces<IReadOnlyList<Completion>>();
        diagnoses.MapPost("/recognize", Recognize).WithName("RecognizeDiagnoses").WithSummary("Say which diagnoses phrases mean")
            .Produces<IReadOnlyList<RecognizedPhrase>>().ProducesValidationProblem();
        routes.MapGet("/me/record", RecordAsync).RequireAuthorization(Policies.Answers).WithTags("Me").WithName("GetRecord").WithSummary("The caller's own track record")
            .Produces<RecordView>();
    }

    private static async Task<IResult> AnswerAsync(Guid caseId, AnswerRequest request, ClaimsPrincipal user, AnswerCase answer, HttpContext http, CancellationToken cancellationToken)
        => (await answer.RunAsync(Caller.From(user), caseId, request, cancellationToken))
            .ToResult(stored => stored.IsNew ? TypedResults.Created($"{http.Request.PathBase}{http.Request.Path}", stored.Answer) : TypedResults.Ok(stored.Answer));

    private static async Task<IResult> MineAsync(Guid caseId, ClaimsPrincipal user, ReadAnswers read, CancellationToken cancellationToken)
        => await read.MineAsync(Caller.From(user).Id, caseId, cancellationToken) is { } mine ? TypedResults.Ok(mine) : Problem.NotFound.ToResult();

    private static async Task<IResult> OpinionsAsync(
        Guid caseId, [AsParameters] PageRequest page, [FromHeader(Name = CaseAccess.ReasonHeader)] string? reason, ClaimsPrincipal user, ReadAnswers read, HttpContext http,
        CancellationToken cancellationToken)
        => (await read.ListAsync(Caller.From(user), caseId, reason, page, cancellationToken)).ToResult(found => found.ToResult(http));

    private static async Task<IResult> DifferentialAsync(
        Guid caseId, DateTimeOffset? asOf, [FromHeader(Name = CaseAccess.ReasonHeader)] string? reason, ClaimsPrincipal user, BoardAccess access, ReadDifferential read,
        HttpContext http, CancellationToken cancellationToken, OneOf<BoardKind>? board = null)
    {
        var kind = board?.Value ?? BoardKind.Blind;
        if (await access.OpenAsync(Caller.From(user), caseId, reason, cancellationToken) is { } refusal)
            return refusal.ToResult();
        var tag = $"\"{await read.VersionAsync(caseId, asOf, cancellationToken)}-{kind}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "private, no-cache";
        return http.Request.Headers.IfNoneMatch.Contains(tag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(await read.RunAsync(caseId, kind, asOf, cancellationToken));
    }

    private static async Task<IResult> TimingAsync(
        Guid caseId, [FromHeader(Name = CaseAccess.ReasonHeader)] string? reason, ClaimsPrincipal user, BoardAccess access, ReadTiming read, CancellationToken cancellationToken)
        => await access.OpenAsync(Caller.From(user), caseId, reason, cancellationToken) is { } refusal
            ? refusal.ToResult()
            : TypedResults.Ok(await read.RunAsync(caseId, cancellationToken));

    private static async Task<IResult> VerdictsAsync(Guid caseId, ClaimsPrincipal user, ConfirmVerdicts verdicts, CancellationToken cancellationToken)
        => (await verdicts.ReadAsync(Caller.From(user), caseId, cancellationToken)).ToResult();

    private static async Task<IResult> ConfirmAsync(Guid caseId, VerdictsRequest request, ClaimsPrincipal user, ConfirmVerdicts verdicts, CancellationToken cancellationToken)
        => (await verdicts.RunAsync(Caller.From(user), caseId, request, cancellationToken)).ToResult();

    private static async Task<IResult> CompleteAsync(string? q, ClaimsPrincipal user, FindDiagnoses find, CancellationToken cancellationToken)
        => TypedResults.Ok(await find.CompleteAsync(Caller.From(user).Id, q, cancellationToken));

    private static IResult Recognize(RecognizeRequest request, FindDiagnoses find) => find.Recognize(request).ToResult();

    private static async Task<IResult> RecordAsync(ClaimsPrincipal user, TrackRecords records, CancellationToken cancellationToken)
        => TypedResults.Ok(await records.ReadAsync(Caller.From(user).Id, cancellationToken));
}
