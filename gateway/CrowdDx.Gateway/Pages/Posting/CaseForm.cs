using CrowdDx.Cases.Submission;
using CrowdDx.Data.Cases;
using CrowdDx.Gateway.Pages.Shared;

namespace CrowdDx.Gateway.Pages.Posting;

/// <summary>What the form of a case holds: the request as typed so far, and the key by which a second click makes no second case.</summary>
/// <param name="Key">The idempotency key.</param>
/// <param name="Request">The request.</param>
public sealed record CaseForm(string Key, CaseRequest Request)
{
    /// <summary>An empty form.</summary>
    public static CaseForm Empty(Guid key)
        => new(key.ToString("N"), new(null, null, null, null, null, null, null, null, "en", null, null, null));

    /// <summary>The form as a browser sent it.</summary>
    public static CaseForm Read(IFormCollection form)
        => new(form.Text("key") ?? "", new(
            form.Text("title"),
            new PatientRequest(form.Number("patient.ageYears"), form.Choice<AgeBand>("patient.ageBand"), form.Choice<Sex>("patient.sex")),
            form.Text("presentation"),
            form.Text("history"),
            form.Text("examination"),
            form.Text("investigations"),
            form.Text("question"),
            form.Words("specialties"),
            form.Text("language"),
            form.Ids("networks"),
            form.Choice<AnswerWanted>("answerWanted"),
            new PermissionRequest(form.Choice<PermissionBasis>("permission.basis"), form.Choices<PermissionScope>("permission.scope")),
            AcceptRedactions: false,
            form.Flag("acknowledgeEmergency")));

    /// <summary>The form with one suggestion taken, as <c>field:offset:length</c> names it; unchanged where the text has moved on.</summary>
    public CaseForm Take(string named)
    {
        var found = Screening.Screen(Request.Texts).Findings.FirstOrDefault(f => NameOf(f) == named);
        return found is null ? this : With(found.Field, text => text.Remove(found.Offset, found.Length).Insert(found.Offset, found.Suggestion));
    }

    /// <summary>The form with every suggestion taken.</summary>
    public CaseForm TakeAll()
        => Screening.Screen(Request.Texts).Redacted.Aggregate(this, (form, redacted) => form.With(redacted.Key, _ => redacted.Value));

    /// <summary>Names a finding for <see cref="Take"/>.</summary>
    public static string NameOf(FieldFinding finding) => $"{finding.Field}:{finding.Offset}:{finding.Length}";

    private CaseForm With(string field, Func<string, string> change)
        => this with
        {
            Request = field switch
            {
                "title" => Request with { Title = change(Request.Title!) },
                "presentation" => Request with { Presentation = change(Request.Presentation!) },
                "history" => Request with { History = change(Request.History!) },
                "examination" => Request with { Examination = change(Request.Examination!) },
                "investigations" => Request with { Investigations = change(Request.Investigations!) },
                _ => Request with { Question = change(Request.Question!) },
            },
        };
}
