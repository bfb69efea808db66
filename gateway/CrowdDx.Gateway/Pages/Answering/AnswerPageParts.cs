using CrowdDx.Aggregation.Answering;
using CrowdDx.Aggregation.Diagnoses;
using CrowdDx.Cases.Reading;
using CrowdDx.Data.Cases;
using CrowdDx.Data.Requests;
using CrowdDx.Gateway.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CrowdDx.Gateway.Pages.Answering;

/// <summary>What the answer page is made of.</summary>
internal sealed record AnswerPageParts(ReadCases Cases, CaseAccess Access, ReadAnswers Answers, FindDiagnoses Diagnoses)
{
    /// <summary>The page: empty, with the latest answer, or with what was typed and why it was not stored.</summary>
    public Task<IResult> PageAsync(Guid caseId, Caller caller, AnswerForm? form, Problem? problem, CancellationToken cancellationToken)
        => PageAsync(caseId, caller, form, problem, askWhatIsMeant: false, cancellationToken);

    /// <summary>The page with "did you mean" beside the rows that are unclear; null where all is clear, or the page is not the caller's.</summary>
    public async Task<IResult?> QuestionAsync(Guid caseId, Caller caller, AnswerForm form, CancellationToken cancellationToken)
    {
        if (await Cases.FindAsync(caller, caseId, null, cancellationToken) is not { } found || form.Questions(text => Diagnoses.MayMean(text, found.Specialties)).Count == 0)
            return null;
        return await PageAsync(caseId, caller, form, problem: null, askWhatIsMeant: true, cancellationToken);
    }

    private async Task<IResult> PageAsync(Guid caseId, Caller caller, AnswerForm? form, Problem? problem, bool askWhatIsMeant, CancellationToken cancellationToken)
    {
        var sight = await Access.SeeAsync(caller, caseId, reason: null, cancellationToken);
        if (sight is not { IsInvited: true } || await Cases.FindAsync(caller, caseId, null, cancellationToken) is not { } found)
            return new PageProblem(Problem.NotFound);
        form ??= AnswerForm.Of(await Answers.MineAsync(caller.Id, caseId, cancellationToken), found.Revision);
        var questions = askWhatIsMeant ? form.Questions(text => Diagnoses.MayMean(text, found.Specialties)) : new Dictionary<int, IReadOnlyList<Meaning>>();
        return new RazorComponentResult<AnswerPage>(new { Case = found, Form = form, Problem = problem, Questions = questions, sight.HasAnswered })
        {
            StatusCode = problem?.Status ?? StatusCodes.Status200OK,
        };
    }
}
