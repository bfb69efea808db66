using System.Text.Json.Serialization;

using CrowdDx.Data.Cases;
using CrowdDx.Data.Requests;

namespace CrowdDx.Cases.Submission;

/// <summary>A case to screen or to post.</summary>
/// <param name="Title">One line, at most 200 characters.</param>
/// <param name="Patient">Whom it is about, as coarsely as the medicine allows.</param>
/// <param name="Presentation">What the patient came with; at most 10,000 characters, as each section.</param>
/// <param name="History">Past history, medicines, family, social.</param>
/// <param name="Examination">Findings on examination.</param>
/// <param name="Investigations">Laboratory, imaging, other tests.</param>
/// <param name="Question">What the author would like to know; at most 1,000 characters.</param>
/// <param name="Specialties">Lower-case slugs, at most 10.</param>
/// <param name="Language">BCP 47 tag of the text; <c>en</c> where missing.</param>
/// <param name="Networks">Ids of the networks to put it before, 1–20.</param>
/// <param name="AnswerWanted">How soon an answer helps; <c>days</c> where missing.</param>
/// <param name="Permission">Whose leave there is, and for what.</param>
/// <param name="AcceptRedactions">True to have what looks like an identifier replaced by the suggestions.</param>
/// <param name="AcknowledgeEmergency">True where the author has read "call your senior or the emergency number".</param>
public sealed record CaseRequest(
    string? Title,
    PatientRequest? Patient,
    string? Presentation,
    string? History,
    string? Examination,
    string? Investigations,
    string? Question,
    IReadOnlyList<string>? Specialties,
    string? Language,
    IReadOnlyList<Guid>? Networks,
    AnswerWanted? AnswerWanted,
    PermissionRequest? Permission,
    bool AcceptRedactions = false,
    bool AcknowledgeEmergency = false)
{
    /// <summary>The free text by field name.</summary>
    [JsonIgnore]
    public IEnumerable<(string Field, string Text)> Texts
    {
        get
        {
            (string Field, string? Text)[] all =
            [
                ("title", Title), ("presentation", Presentation), ("history", History), ("examination", Examination),
                ("investigations", Investigations), ("question", Question),
            ];
            return all.Where(one => !string.IsNullOrWhiteSpace(one.Text)).Select(one => (one.Field, one.Text!));
        }
    }

    /// <summary>What breaks a rule that can be seen from the request alone.</summary>
    internal FieldErrors Check()
    {
        var errors = new FieldErrors();
        CheckTexts(errors);
        if (Patient is null)
            errors.Add("patient", "Describe the patient by sex and by age in years or an age band.");
        else
            Patient.Check(errors);
        errors.Slugs("specialties", Specialties, ClinicalCase.MostSpecialties);
        if (Specialties is not { Count: > 0 })
            errors.Add("specialties", "Name at least one, such as gastroenterology; general where none fits.");
        errors.Language("language", Language);
        if (Networks is not { Count: > 0 and <= ClinicalCase.MostNetworks })
            errors.Add("networks", $"Name 1 to {ClinicalCase.MostNetworks} networks by id; GET /networks lists them.");
        if (Permission is null)
            errors.Add("permission", "Say whose leave there is (basis) and for what (scope).");
        else
            Permission.Check(errors, Patient?.IsMinor ?? false);
        return errors;
    }

    private void CheckTexts(FieldErrors errors)
    {
        errors.Required("title", Title, ClinicalCase.TitleLength);
        if (Title is not null && Title.AsSpan().IndexOfAny('\n', '\r') >= 0)
            errors.Add("title", "Use one line.");
        errors.Required("presentation", Presentation, ClinicalCase.SectionLength);
        errors.Optional("history", History, ClinicalCase.SectionLength);
        errors.Optional("examination", Examination, ClinicalCase.SectionLength);
        errors.Optional("investigations", Investigations, ClinicalCase.SectionLength);
        errors.Optional("question", Question, ClinicalCase.QuestionLength);
    }
}

/// <summary>Whom a case is about.</summary>
/// <param name="AgeYears">Whole years, 0–89; from 90 on use the band.</param>
/// <param name="AgeBand">A band, instead of years.</param>
/// <param name="Sex">Sex as far as it matters.</param>
public sealed record PatientRequest(int? AgeYears, AgeBand? AgeBand, Sex? Sex)
{
    internal bool IsMinor => AgeYears < 18 || AgeBand is Data.Cases.AgeBand.Neonate or Data.Cases.AgeBand.Infant or Data.Cases.AgeBand.Child or Data.Cases.AgeBand.Adolescent;

    internal void Check(FieldErrors errors)
    {
        if (AgeYears.HasValue == AgeBand.HasValue)
            errors.Add("patient", "Give either ageYears or ageBand.");
        if (AgeYears is > 89)
            errors.Add("patient.ageYears", "Ages over 89 identify; use \"ageBand\": \"ninetyOrOlder\" instead.");
        if (AgeYears is < 0)
            errors.Add("patient.ageYears", "Use 0 to 89; for the first year use ageBand neonate or infant.");
        if (Sex is null)
            errors.Add("patient.sex", "Say female, male, other or unknown.");
    }
}

/// <summary>Whose leave there is to show a case, and for what. Who attests it, and when, the service notes itself.</summary>
/// <param name="Basis">Where the leave comes from; for a patient under 18 not <c>patient</c>.</param>
/// <param name="Scope">What it covers; <c>answers</c> at least.</param>
public sealed record PermissionRequest(PermissionBasis? Basis, IReadOnlyList<PermissionScope>? Scope)
{
    internal PermissionScope Scopes => Scope?.Aggregate(PermissionScope.None, (all, one) => all | one) ?? PermissionScope.None;

    internal void Check(FieldErrors errors, bool minor)
    {
        if (Basis is null)
            errors.Add("permission.basis", "Say patient, guardian, institution, published or fictitious.");
        if (minor && Basis == PermissionBasis.Patient)
            errors.Add("permission.basis", "For a patient under 18 use guardian, institution, published or fictitious.");
        if (!Scopes.HasFlag(PermissionScope.Answers))
            errors.Add("permission.scope", "Include answers; without it no expert may see the case.");
    }
}
