using System.Security.Claims;
using CrowdDx.Cases.Addenda;
using CrowdDx.Cases.Lifecycle;
using CrowdDx.Cases.Outcomes;
using CrowdDx.Cases.Questions;
using CrowdDx.Cases.Reading;
using CrowdDx.Cases.Submission;
using CrowdDx.Data.Cases;
using CrowdDx.Data.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CrowdDx.Cases;

internal static class CaseEndpoints
{
    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var cases = routes.MapGroup("/cases").WithTags("Cases").RequireAuthorization();
        cases.MapPost("/screen", Screen).RequireAuthorization(Policies.Cases).WithName("ScreenCase")
            .WithSummary("Look for identifiers and signs of an emergency; nothing is stored").Produces<ScreeningResult>().ProducesValidationProblem();
        cases.MapPost("/", SubmitAsync).RequireAuthorization(Policies.Cases).WithName("SubmitCase").WithSummary("Post a case")
            .Produces<CaseView>(StatusCodes.Status201Created).ProducesValidationProblem().ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        cases.MapGet("/", ListAsync).RequireAuthorization(Policies.ReadCases).WithName("ListCases").WithSummary("Cases that the caller may see, newest first")
            .Produces<Page<CaseSummary>>().ProducesValidationProblem();
        cases.MapGet("/{caseId:guid}", GetAsync).RequireAuthorization(Policies.ReadCases).WithName("GetCase").WithSummary("One case")
            .Produces<CaseView>().ProducesProblem(StatusCodes.Status404NotFound);
        cases.MapPost("/{caseId:guid}/addenda", AddAsync).RequireAuthorization(Policies.Cases).WithName("AddAddendum").WithSummary("Add information to one's case")
            .Produces<RevisedCase>(StatusCodes.Status201Created).ProducesValidationProblem().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        cases.MapPost("/{caseId:guid}/questions", AskAsync).RequireAuthorization(Policies.Answers).WithName("AskQuestion").WithSummary("Ask the author")
            .Produces<AskedQuestion>(StatusCodes.Status201Created).ProducesValidationProblem().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        cases.MapPost("/{caseId:guid}/questions/{questionId:guid}/reply", ReplyAsync).RequireAuthorization(Policies.Cases).WithName("ReplyToQuestion")
            .WithSummary("Reply to an expert's question").Produces<RevisedCase>().ProducesValidationProblem().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        cases.MapPost("/{caseId:guid}/close", CloseAsync).RequireAuthorization(Policies.Cases).WithName("CloseCase").WithSummary("Close one's case; the blind board freezes")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(404);
        cases.MapDelete("/{caseId:guid}", WithdrawAsync).RequireAuthorization(Policies.Cases).WithName("WithdrawCase").WithSummary("Withdraw one's case and wipe its text")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(404);
        cases.MapDelete("/{caseId:guid}/permission/{scope}", NarrowAsync).RequireAuthorization(Policies.Cases).WithName("NarrowPermission")
            .WithSummary("Take back what the permission covers").Produces(StatusCodes.Status204NoContent).ProducesValidationProblem().ProducesProblem(404);
        cases.MapPost("/{caseId:guid}/outcome", RecordAsync).RequireAuthorization(Policies.Cases).WithName("RecordOutcome").WithSummary("Record what the case turned out to be")
            .Produces<RecordedOutcome>(StatusCodes.Status201Created).ProducesValidationProblem().ProducesProblem(404).ProducesProblem(422);
    }

    private static IResult Screen(CaseRequest request)
    {
        var errors = new FieldErrors();
        foreach (var (field, text) in request.Texts)
            errors.Optional(field, text, ClinicalCase.SectionLength);
        return errors.None ? TypedResults.Ok(Screening.Screen(request.Texts)) : Problem.Invalid(errors).ToResult();
    }

    private static async Task<IResult> SubmitAsync(
        CaseRequest request, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey, ClaimsPrincipal user, SubmitCase submit, ReadCases read,
        HttpContext http, CancellationToken cancellationToken)
    {
        var caller = Caller.From(user);
        var reply = await submit.RunAsync(caller.Id, request, idempotencyKey, cancellationToken);
        if (reply.Problem is { } problem)
            return problem.ToResult();
        var caseId = reply.Value!.CaseId;
        return TypedResults.Created($"{http.Request.PathBase}{http.Request.Path.Value!.TrimEnd('/')}/{caseId}", await read.FindAsync(caller, caseId, null, cancellationToken));
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] PageRequest page, ClaimsPrincipal user, ReadCases read, HttpContext http, CancellationToken cancellationToken, bool mine = false)
        => (await read.ListAsync(Caller.From(user), mine, page, cancellationToken)).ToResult(found => found.ToResult(http));

    private static async Task<IResult> GetAsync(
        Guid caseId, [FromHeader(Name = CaseAccess.ReasonHeader)] string? reason, ClaimsPrincipal user, ReadCases read, CancellationToken cancellationToken)
        => await read.FindAsync(Caller.From(user), caseId, reason, cancellationToken) is { } found ? TypedResults.Ok(found) : Problem.NotFound.ToResult();

    private static async Task<IResult> AddAsync(Guid caseId, AddendumRequest request, ClaimsPrincipal user, AddAddendum add, CancellationToken cancellationToken)
        => (await add.RunAsync(Caller.From(user).Id, caseId, request, cancellationToken)).ToResult(revised => TypedResults.Created((string?)null, revised));

    private static async Task<IResult> AskAsync(Guid caseId, QuestionRequest request, ClaimsPrincipal user, AskQuestion ask, CancellationToken cancellationToken)
        => (await ask.RunAsync(Caller.From(user), caseId, request, cancellationToken)).ToResult(asked => TypedResults.Created((string?)null, asked));

    private static async Task<IResult> ReplyAsync(
        Guid caseId, Guid questionId, QuestionRequest request, ClaimsPrincipal user, ReplyToQuestion reply, CancellationToken cancellationToken)
        => (await reply.RunAsync(Caller.From(user).Id, caseId, questionId, request, cancellationToken)).ToResult();

    private static async Task<IResult> CloseAsync(Guid caseId, ClaimsPrincipal user, CloseCase close, CancellationToken cancellationToken)
        => await close.RunAsync(Caller.From(user).Id, caseId, cancellationToken) ? TypedResults.NoContent() : Problem.NotFound.ToResult();

    private static async Task<IResult> WithdrawAsync(Guid caseId, ClaimsPrincipal user, WithdrawCase withdraw, CancellationToken cancellationToken)
        => await withdraw.RunAsync(Caller.From(user).Id, caseId, cancellationToken) ? TypedResults.NoContent() : Problem.NotFound.ToResult();

    private static async Task<IResult> NarrowAsync(
        Guid caseId, OneOf<PermissionScope> scope, ClaimsPrincipal user, NarrowPermission narrow, CancellationToken cancellationToken)
    {
        if (scope.Value == PermissionScope.None)
        {
            var errors = new FieldErrors();
            errors.Add("scope", "Say answers, teaching or researchExport.");
            return Problem.Invalid(errors).ToResult();
        }
        return await narrow.RunAsync(Caller.From(user).Id, caseId, scope.Value, cancellationToken) ? TypedResults.NoContent() : Problem.NotFound.ToResult();
    }

    private static async Task<IResult> RecordAsync(Guid caseId, OutcomeRequest request, ClaimsPrincipal user, RecordOutcome record, CancellationToken cancellationToken)
        => (await record.RunAsync(Caller.From(user).Id, caseId, request, cancellationToken)).ToResult(recorded => TypedResults.Created((string?)null, recorded));
}
