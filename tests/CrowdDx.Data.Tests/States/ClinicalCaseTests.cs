using CrowdDx.Data.Cases;
using CrowdDx.Testing.Machinery;

namespace CrowdDx.Data.Tests.States;

/// <summary>Open, closed, withdrawn: only onwards, and each step counts as a revision once.</summary>
public sealed class ClinicalCaseTests
{
    private static readonly DateTimeOffset Now = Seed.Then.AddDays(1);
    private readonly ClinicalCase _case = Seed.Case(Guid.CreateVersion7(), Guid.CreateVersion7());

    [Fact]
    public void Case_AsPosted_IsOpenInItsFirstRevision() => Assert.Equal((CaseStatus.Open, 1, null), (_case.Status, _case.Revision, _case.RevealedAtRevision));

    [Fact]
    public void Close_Twice_ClosesOnce()
    {
        Assert.True(_case.Close(Now));
        Assert.False(_case.Close(Now.AddDays(1)));
        Assert.Equal((CaseStatus.Closed, Now, 2), (_case.Status, _case.ClosedAt!.Value, _case.Revision));
    }

    [Fact]
    public void Withdraw_WhileOpen_ClosesAndWipes()
    {
        (_case.History, _case.Examination, _case.Investigations, _case.Question) = ("h", "e", "i", "q");
        Assert.True(_case.Withdraw(Now));
        Assert.Equal((CaseStatus.Withdrawn, Now, Now, 2), (_case.Status, _case.ClosedAt!.Value, _case.WithdrawnAt!.Value, _case.Revision));
        Assert.Equal(("", "", null, null, null, null), (_case.Title, _case.Presentation, _case.History, _case.Examination, _case.Investigations, _case.Question));
    }

    [Fact]
    public void Withdraw_AfterClosing_KeepsWhenItWasClosed()
    {
        _case.Close(Now);
        Assert.True(_case.Withdraw(Now.AddDays(1)));
        Assert.False(_case.Withdraw(Now.AddDays(2)));
        Assert.Equal((Now, Now.AddDays(1), 3), (_case.ClosedAt!.Value, _case.WithdrawnAt!.Value, _case.Revision));
    }

    [Fact]
    public void Close_AfterWithdrawing_DoesNothing()
    {
        _case.Withdraw(Now);
        Assert.False(_case.Close(Now));
        Assert.Equal((CaseStatus.Withdrawn, 2), (_case.Status, _case.Revision));
    }

    [Fact]
    public void Revise_ThatGivesTheDiagnosisAway_IsRememberedByTheFirst()
    {
        Assert.Equal(2, _case.Revise());
        Assert.Null(_case.RevealedAtRevision);
        Assert.Equal(3, _case.Revise(revealsDiagnosis: true));
        Assert.Equal(4, _case.Revise(revealsDiagnosis: true));
        Assert.Equal(3, _case.RevealedAtRevision);
    }
}
