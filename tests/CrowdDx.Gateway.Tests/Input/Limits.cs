using CrowdDx.Accounts;
using CrowdDx.Accounts.Keys;
using CrowdDx.Accounts.People;
using CrowdDx.Aggregation.Diagnoses;
using CrowdDx.Cases.Questions;
using CrowdDx.Data.Accounts;
using CrowdDx.Data.Aggregation;
using CrowdDx.Data.Cases;
using CrowdDx.Data.FanOut;
using CrowdDx.Data.Requests;
using CrowdDx.Data.Storage;
using CrowdDx.FanOut.Networks;
using CrowdDx.Gateway.Live;
using CrowdDx.Gateway.Web;

namespace CrowdDx.Gateway.Tests.Input;

/// <summary>The most that something may hold.</summary>
/// <param name="Where">A route, or what else is limited.</param>
/// <param name="What">The field.</param>
/// <param name="Most">How much of it.</param>
/// <param name="Unit">"characters" (UTF-16 code units), "items" or what else.</param>
internal sealed record Limit(string Where, string What, long Most, string Unit)
{
    private static readonly RateLimitOptions Rates = new();

    /// <summary>All that <c>docs/limits.md</c> lists, from the constants that the service goes by.</summary>
    public static IReadOnlyList<Limit> All { get; } =
    [
        new("POST /cases", "title", ClinicalCase.TitleLength, "characters"),
        new("POST /cases", "presentation", ClinicalCase.SectionLength, "characters"),
        new("POST /cases", "history", ClinicalCase.SectionLength, "characters"),
        new("POST /cases", "examination", ClinicalCase.SectionLength, "characters"),
        new("POST /cases", "investigations", ClinicalCase.SectionLength, "characters"),
        new("POST /cases", "question", ClinicalCase.QuestionLength, "characters"),
        new("POST /cases", "specialties", ClinicalCase.MostSpecialties, "items"),
        new("POST /cases", "specialties[0]", FieldErrors.SlugLength, "characters"),
        new("POST /cases", "language", FieldErrors.LanguageLength, "characters"),
        new("POST /cases", "networks", ClinicalCase.MostNetworks, "items"),
        new("POST /cases", "Idempotency-Key", ClinicalCase.IdempotencyKeyLength, "characters"),
        new("POST /cases/screen", "title", ClinicalCase.SectionLength, "characters"),
        new("POST /cases/screen", "presentation", ClinicalCase.SectionLength, "characters"),
        new("POST /cases/screen", "history", ClinicalCase.SectionLength, "characters"),
        new("POST /cases/screen", "examination", ClinicalCase.SectionLength, "characters"),
        new("POST /cases/screen", "investigations", ClinicalCase.SectionLength, "characters"),
        new("POST /cases/screen", "question", ClinicalCase.SectionLength, "characters"),
        new("POST /cases/{caseId}/addenda", "text", ClinicalCase.SectionLength, "characters"),
        new("POST /cases/{caseId}/questions", "text", CaseQuestion.TextLength, "characters"),
        new("POST /cases/{caseId}/questions", "questions of one expert about one case", AskQuestion.Most, "items"),
        new("POST /cases/{caseId}/questions/{questionId}/reply", "text", CaseQuestion.TextLength, "characters"),
        new("POST /cases/{caseId}/outcome", "diagnoses", Outcome.MostDiagnoses, "items"),
        new("POST /cases/{caseId}/outcome", "diagnoses[0].text", Lengths.Phrase, "characters"),
        new("POST /cases/{caseId}/outcome", "diagnoses[0].coding.system", Lengths.CodingSystem, "characters"),
        new("POST /cases/{caseId}/outcome", "diagnoses[0].coding.code", Lengths.CodingCode, "characters"),
        new("PUT /cases/{caseId}/answers/mine", "diagnoses", Answer.MostGroups, "rank groups"),
        new("PUT /cases/{caseId}/answers/mine", "diagnoses of all groups", Answer.MostDiagnoses, "items"),
        new("PUT /cases/{caseId}/answers/mine", "diagnoses[0][0].text", Lengths.Phrase, "characters"),
        new("PUT /cases/{caseId}/answers/mine", "diagnoses[0][0].coding.system", Lengths.CodingSystem, "characters"),
        new("PUT /cases/{caseId}/answers/mine", "diagnoses[0][0].coding.code", Lengths.CodingCode, "characters"),
        new("PUT /cases/{caseId}/answers/mine", "rationale", Answer.RationaleLength, "characters"),
        new("PUT /cases/{caseId}/answers/mine", "nextTest", Answer.NextTestLength, "characters"),
        new("POST /diagnoses/recognize", "phrases", FindDiagnoses.MostPhrases, "items"),
        new("POST /diagnoses/recognize", "phrases[0]", Lengths.Phrase, "characters"),
        new("POST /networks", "name", ExpertNetwork.NameLength, "characters"),
        new("POST /networks", "description", ExpertNetwork.TextLength, "characters"),
        new("POST /networks", "rules", ExpertNetwork.TextLength, "characters"),
        new("POST /networks", "specialties", ExpertNetwork.MostSlugs, "items"),
        new("POST /networks", "specialties[0]", FieldErrors.SlugLength, "characters"),
        new("POST /networks", "languages", ExpertNetwork.MostSlugs, "items"),
        new("POST /networks", "languages[0]", FieldErrors.LanguageLength, "characters"),
        new("POST /networks", "curators", NetworkRequest.MostCurators, "items"),
        new("POST /accounts", "accounts", CreateAccounts.Most, "items"),
        new("POST /accounts", "accounts[0].email", CreateAccounts.EmailLength, "characters"),
        new("POST /accounts", "accounts[0].displayName", Account.DisplayNameLength, "characters"),
        new("POST /accounts", "accounts[0].password", CreateAccounts.PasswordLength, "characters"),
        new("POST /accounts", "accounts[0].key.name", ApiKey.NameLength, "characters"),
        new("POST /me/keys", "name", ApiKey.NameLength, "characters"),
        new("POST /me/keys", "keys of one account", ApiKeys.MostKeys, "items"),
        new("Every list", "limit", Cursor.MostItems, "items"),
        new("Every request", "body", WebRegistration.LargestBody, "bytes"),
        new("Every request", "Audit-Reason", CaseAccess.ReasonLength, "characters"),
        new("Every account", "requests over time", Rates.AccountPerSecond, "a second"),
        new("Every account", "requests at once", Rates.AccountBurst, "requests"),
        new("Every account", "streams of events", new LiveOptions().StreamsPerAccount, "streams"),
        new("Every address that does not sign in", "requests over time", Rates.AddressPerSecond, "a second"),
        new("Every address that does not sign in", "requests at once", Rates.AddressBurst, "requests"),
    ];

    public string ToRow() => $"| {(Where.StartsWith("Every", StringComparison.Ordinal) ? Where : $"`{Where}`")} | {What} | {Most:N0} {Unit} |";

    /// <summary>Shortest password, which has a row of its own.</summary>
    public static int ShortestPassword { get; } = new AccountsOptions().MinimumPasswordLength;
}
