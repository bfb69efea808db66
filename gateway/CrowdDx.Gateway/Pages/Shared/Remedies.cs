using CrowdDx.Data.Requests;

namespace CrowdDx.Gateway.Pages.Shared;

/// <summary>What pages call the fields of requests, and how they say what is wrong with one. The operations speak to programs: of ids, members and values.</summary>
internal static class Remedies
{
    private const string SameDiagnosis = "This is the same diagnosis as ";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["acknowledgeEmergency"] = "Emergency",
        ["ageYears"] = "Age in years",
        ["answerWanted"] = "An answer helps",
        ["basis"] = "It rests on",
        ["diagnoses"] = "Diagnosis",
        ["displayName"] = "Name",
        ["email"] = "E-mail",
        ["establishedAfterDays"] = "Days from posting",
        ["joinPolicy"] = "Who becomes a member",
        ["networks"] = "Who will see it",
        ["nextTest"] = "What to test next",
        ["patient.ageYears"] = "Age in years",
        ["patient.sex"] = "Sex",
        ["permission"] = "Permission",
        ["permission.basis"] = "Permission",
        ["permission.scope"] = "What the permission covers",
        ["rationale"] = "Why, in a line",
        ["roles"] = "What I want to do",
        ["rules"] = "What members agree to",
        ["scopes"] = "It may be used for",
        ["text"] = "Text",
        ["timeZone"] = "Time zone",
    };

    private static readonly Dictionary<string, string> ForPeople = new(StringComparer.Ordinal)
    {
        ["Name 1 to 20 networks by id; GET /networks lists them."] = "Tick at least one network.",
        ["There is no such network; GET /networks lists them."] = "This network is gone; tick another.",
        ["Not every network named allows hour; use today."] = "Not every network ticked takes cases within the hour; choose today.",
        ["Give either ageYears or ageBand."] = "Give the age in years or choose a band, one of the two.",
        ["Ages over 89 identify; use \"ageBand\": \"ninetyOrOlder\" instead."] = "Ages over 89 identify a person; choose the band “90 or older” instead.",
        ["Use 0 to 89; for the first year use ageBand neonate or infant."] = "Use 0 to 89; for the first year choose a band.",
        ["Say female, male, other or unknown."] = "Choose one; “unknown” will do.",
        ["Say patient, guardian, institution, published or fictitious."] = "Choose where the permission comes from.",
        ["For a patient under 18 use guardian, institution, published or fictitious."] = "For a patient under 18 it comes from the guardian or the institution, or the case is published or made up.",
        ["Include answers; without it no expert may see the case."] = "Tick that experts may see and answer it; without that nobody can.",
        ["Name at least one of: student, expert, curator, researcher, operator."] = "Tick at least one.",
        ["Name at least one diagnosis, as [[{\"text\": \"…\"}]]."] = "Name at least one diagnosis.",
        ["Say pathology, imaging, laboratory, course, expertConsensus or textbook."] = "Choose what the diagnosis rests on.",
        ["Leave this out where no diagnosis was reached, or use probable."] = "Leave this empty where no diagnosis was reached, or choose “probable” above.",
    };

    /// <summary>What a page calls a field.</summary>
    public static string Name(string field) => Names.GetValueOrDefault(field) ?? char.ToUpperInvariant(field[0]) + field[1..];

    /// <summary>What to do about a field; null where nothing is wrong with it.</summary>
    public static string? Of(string field, Problem? problem) => problem?.Errors?.GetValueOrDefault(field) is { } remedies ? Say(remedies) : null;

    /// <summary>Remedies in words for people.</summary>
    public static string Say(IEnumerable<string> remedies) => string.Join(" ", remedies.Select(Say));

    private static string Say(string remedy)
        => remedy.StartsWith(SameDiagnosis, StringComparison.Ordinal) ? SameDiagnosis + "one above; name each once." : ForPeople.GetValueOrDefault(remedy, remedy);
}
