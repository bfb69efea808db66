using CrowdDx.Data.FanOut;
using CrowdDx.Data.Requests;

namespace CrowdDx.FanOut.Networks;

/// <summary>A network to create, or what to change of one (what is missing stays).</summary>
/// <param name="Name">At most 100 characters; unique.</param>
/// <param name="Description">Whom it is for; at most 4,000 characters.</param>
/// <param name="Rules">What members agree to; at most 4,000 characters.</param>
/// <param name="Specialties">Lower-case slugs, 1–12.</param>
/// <param name="Languages">BCP 47 tags, 1–12; <c>en</c> where missing.</param>
/// <param name="Country">ISO 3166-1 alpha-2; empty for none.</param>
/// <param name="JoinPolicy">Who becomes a member, and how; <c>open</c> where missing.</param>
/// <param name="AllowsHour">Whether cases that want an answer within the hour may come.</param>
/// <param name="Curators">Accounts that look after it; the creator where missing. At least one.</param>
public sealed record NetworkRequest(
    string? Name = null, string? Description = null, string? Rules = null, IReadOnlyList<string>? Specialties = null, IReadOnlyList<string>? Languages = null,
    string? Country = null, JoinPolicy? JoinPolicy = null, bool? AllowsHour = null, IReadOnlyList<Guid>? Curators = null)
{
    /// <summary>Most curators of one network.</summary>
    public const int MostCurators = 50;

    internal FieldErrors Check(bool creating)
    {
        var errors = new FieldErrors();
        if (creating || Name is not null)
            errors.Required("name", Name, ExpertNetwork.NameLength);
        if (creating || Description is not null)
            errors.Required("description", Description, ExpertNetwork.TextLength);
        errors.Optional("rules", Rules, ExpertNetwork.TextLength);
        errors.Slugs("specialties", Specialties, ExpertNetwork.MostSlugs);
        if ((creating || Specialties is not null) && Specialties is not { Count: > 0 })
            errors.Add("specialties", "Name at least one, such as gastroenterology; general for all.");
        errors.Languages("languages", Languages, ExpertNetwork.MostSlugs);
        if (Languages is { Count: 0 })
            errors.Add("languages", "Name at least one, such as en, or leave it out.");
        if (!string.IsNullOrEmpty(Country) && (Country.Length != 2 || !Country.All(char.IsAsciiLetter)))
            errors.Add("country", "Use the two letters of ISO 3166-1, such as HU, or leave it out.");
        if (Curators is { Count: 0 or > MostCurators })
            errors.Add("curators", $"Name 1 to {MostCurators} accounts.");
        return errors;
    }

    internal static string Normalize(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}

/// <summary>A network as whoever may see it reads it.</summary>
/// <param name="Id">The network.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Description">Whom it is for.</param>
/// <param name="Rules">What members agree to.</param>
/// <param name="Specialties">Specialties.</param>
/// <param name="Languages">Languages.</param>
/// <param name="Country">Country.</param>
/// <param name="JoinPolicy">Who becomes a member, and how.</param>
/// <param name="AllowsHour">Whether cases that want an answer within the hour may come.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ActiveMembers">How many experts get its invitations.</param>
/// <param name="Curator">Whether the caller looks after it.</param>
/// <param name="Membership">The caller's own standing in it.</param>
public sealed record NetworkView(
    Guid Id, string Name, string Description, string Rules, IReadOnlyList<string> Specialties, IReadOnlyList<string> Languages, string? Country,
    JoinPolicy JoinPolicy, bool AllowsHour, DateTimeOffset CreatedAt, int ActiveMembers, bool Curator, MembershipStatus Membership);
