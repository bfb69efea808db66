using CrowdDx.Cases.Addenda;
using CrowdDx.Cases.Submission;
using CrowdDx.Contracts;
using CrowdDx.Data;
using CrowdDx.Data.Cases;
using CrowdDx.Data.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CrowdDx.Cases.Questions;

/// <summary>A question, or the reply to one.</summary>
/// <param name="Text">The text; at most 1,000 characters.</param>
/// <param name="AcceptRedactions">True to have what looks like an identifier replaced by the suggestions.</param>
public sealed record QuestionRequest(string? Text, bool AcceptRedactions = false)
{
    /// <summary>The text as it may be stored, or the refusal.</summary>
    internal Reply<string> Screen()
    {
        var errors = new FieldErrors();
        errors.Required("text", Text, CaseQuestion.TextLength);
        if (!errors.None)
            return Problem.Invalid(errors);
        var screened = Screening.Screen([("text", Text!)]);
        if (Screening.Refusal(screened, AcceptRedactions) is { } refusal)
            return refusal;
        return screened.Redacted.GetValueOrDefault("text", Text!).Trim();
    }
}

/// <summary>The id of a question that was asked.</summary>
/// <param name="Id">The question.</param>
public sealed record AskedQuestion(Guid Id);

/// <summary>An invited expert asks the author.</summary>
public sealed class AskQuestion(CrowdDxDbContext db, CaseAccess access, TimeProvider clock)
{
    /// <summary>Most questions of one expert about one case.</summary>
    public const int Most = 10;

    /// <summary>Asks; others see the question once the author replies.</summary>
    public async Task<Reply<AskedQuestion>> RunAsync(Caller caller, Guid caseId, QuestionRequest request, CancellationToken cancellationToken)
    {
        if (await access.SeeAsync(caller, caseId, reason: null, cancellationToken) is not { IsInvited: true } sight)
            return Problem.NotFound;
        if (request.Screen() is var text && text.Problem is { } problem)
            return problem;
        if (sight.Status != CaseStatus.Open)
            return AddAddendum.NotOpen;
        if (await db.CaseQuestions.CountAsync(q => q.CaseId == caseId && q.ExpertId == caller.Id, cancellationToken) >= Most)
            return new Problem(StatusCodes.Status409Conflict, "too-many-questions", $"You have asked {Most} questions about this case.", "Wait for the author's replies.");

        var now = clock.GetUtcNow();
        var question = new CaseQuestion { Id = Guid.CreateVersion7(now), CaseId = caseId, ExpertId = caller.Id, Text = text.Value!, AskedAt = now };
        db.CaseQuestions.Add(question);
        await db.SaveChangesAsync(cancellationToken);
        return new AskedQuestion(question.Id);
    }
}

/// <summary>The author replies to a question; question and reply become readable to all who see the case.</summary>
public sealed class ReplyToQuestion(CrowdDxDbContext db, TimeProvider clock)
{
    /// <summary>Replies; 404 where the case is not the caller's or has no such question.</summary>
    public async Task<Reply<RevisedCase>> RunAsync(Guid authorId, Guid caseId, Guid questionId, QuestionRequest request, CancellationToken cancellationToken)
    {
        var own = await db.ClinicalCases.SingleOrDefaultAsync(c => c.Id == caseId && c.AuthorId == authorId, cancellationToken);
        var question = own is null ? null : await db.CaseQuestions.SingleOrDefaultAsync(q => q.Id == questionId && q.CaseId == caseId, cancellationToken);
        if (question is null)
            return Problem.NotFound;
        if (request.Screen() is var text && text.Problem is { } problem)
            return problem;
        if (own!.Status != CaseStatus.Open)
            return AddAddendum.NotOpen;
        if (question.RepliedAt is not null)
            return Problem.Conflict;
        var revision = own.Revise();
        question.Answer(text.Value!, revision, clock.GetUtcNow());
        db.Announce(new CaseRevised(caseId, revision));
        await db.SaveChangesAsync(cancellationToken);
        return new RevisedCase(revision);
    }
}
