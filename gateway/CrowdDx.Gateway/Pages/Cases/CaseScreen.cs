using CrowdDx.Aggregation.Answering;
using CrowdDx.Aggregation.Boards;
using CrowdDx.Aggregation.Timing;
using CrowdDx.Aggregation.Verdicts;
using CrowdDx.Cases.Reading;
using CrowdDx.Data.Cases;
using CrowdDx.Data.Requests;

namespace CrowdDx.Gateway.Pages.Cases;

/// <summary>What may be shown of a board to whoever asks.</summary>
/// <param name="Blind">The board.</param>
/// <param name="SecondLook">Of answers after seeing the board.</param>
/// <param name="Late">Of answers after closing.</param>
/// <param name="Timing">The clock.</param>
/// <param name="Opinions">Experts' latest answers.</param>
public sealed record BoardScreen(DifferentialView Blind, DifferentialView SecondLook, DifferentialView Late, TimingView Timing, IReadOnlyList<OpinionView> Opinions);

/// <summary>What the page of a case shows to whoever asks.</summary>
/// <param name="Case">The case.</param>
/// <param name="Sight">How the caller stands to it.</param>
/// <param name="Board">The board, where it may be shown.</param>
/// <param name="Verdicts">The verdict queue, where there is one for the caller.</param>
public sealed record CaseScreen(CaseView Case, CaseSight Sight, BoardScreen? Board, VerdictsView? Verdicts);

/// <summary>Gathers what the page of a case shows.</summary>
internal sealed class CaseScreens(
    CaseAccess access, ReadCases cases, BoardAccess boards, ReadDifferential differential, ReadTiming timing, ReadAnswers answers, ConfirmVerdicts verdicts)
{
    public async Task<CaseScreen?> FindAsync(Caller caller, Guid caseId, CancellationToken cancellationToken)
    {
        if (await access.SeeAsync(caller, caseId, reason: null, cancellationToken) is not { } sight || await cases.FindAsync(caller, caseId, null, cancellationToken) is not { } found)
            return null;
        var queue = await verdicts.ReadAsync(caller, caseId, cancellationToken);
        return new(found, sight, await BoardAsync(caller, caseId, cancellationToken), queue.Value);
    }

    /// <summary>The board; null where the caller may not see it. The look is committed first.</summary>
    public async Task<BoardScreen?> BoardAsync(Caller caller, Guid caseId, CancellationToken cancellationToken)
    {
        if (await boards.OpenAsync(caller, caseId, reason: null, cancellationToken) is not null)
            return null;
        var opinions = await answers.ListAsync(caller, caseId, reason: null, new(null, Cursor.MostItems), cancellationToken);
        return new(
            await differential.RunAsync(caseId, BoardKind.Blind, asOf: null, cancellationToken),
            await differential.RunAsync(caseId, BoardKind.SecondLook, asOf: null, cancellationToken),
            await differential.RunAsync(caseId, BoardKind.Late, asOf: null, cancellationToken),
            await timing.RunAsync(caseId, cancellationToken),
            opinions.Value?.Items ?? []);
    }
}
