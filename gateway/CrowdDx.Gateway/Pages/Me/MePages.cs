using System.Security.Claims;
using CrowdDx.Accounts.Erasure;
using CrowdDx.Accounts.Keys;
using CrowdDx.Accounts.People;
using CrowdDx.Accounts.SignIn;
using CrowdDx.Aggregation.Verdicts;
using CrowdDx.Data.Accounts;
using CrowdDx.Data.FanOut;
using CrowdDx.Data.Requests;
using CrowdDx.FanOut.Preferences;
using CrowdDx.Gateway.Pages.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CrowdDx.Gateway.Pages.Me;

/// <summary>What a person's own page shows.</summary>
/// <param name="Data">What is held of the person.</param>
/// <param name="Keys">API keys.</param>
/// <param name="Preferences">For an expert.</param>
/// <param name="Record">For an expert.</param>
public sealed record OwnScreen(OwnData Data, IReadOnlyList<ApiKeyView> Keys, PreferencesView? Preferences, RecordView? Record);

/// <summary>One's own account: preferences, record, API keys, erasure.</summary>
internal static class MePages
{
    public static void MapMePages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/me", ShowAsync).RequireAuthorization();
        pages.MapPost("/me/preferences", ChangeAsync).RequireAuthorization(Policies.Answers);
        pages.MapPost("/me/keys", MakeKeyAsync).RequireAuthorization();
        pages.MapPost("/me/keys/{keyId:guid}/revoke", RevokeAsync).RequireAuthorization();
        pages.MapPost("/me/erase", EraseAsync).RequireAuthorization();
    }

    private static Task<IResult> ShowAsync(ClaimsPrincipal user, OwnScreens screens, CancellationToken cancellationToken)
        => PageAsync(user, screens, null, null, cancellationToken);

    private static async Task<IResult> ChangeAsync(HttpRequest request, ClaimsPrincipal user, ChangePreferences preferences, OwnScreens screens, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var wanted = new PreferencesView(form.Text("timeZone"), form.Choice<ShownName>("shownName"), form.Flag("researchUse"));
        var reply = await preferences.ReplaceAsync(Caller.From(user).Id, wanted, cancellationToken);
        return reply.Problem is { } problem ? await PageAsync(user, screens, null, problem, cancellationToken) : TypedResults.LocalRedirect("/me");
    }

    private static async Task<IResult> MakeKeyAsync(HttpRequest request, ClaimsPrincipal user, ApiKeys keys, OwnScreens screens, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var reply = await keys.MakeAsync(Caller.From(user), new(form.Text("name"), [.. form["scopes"].OfType<string>()]), cancellationToken);
        return await PageAsync(user, screens, reply.Value?.Key, reply.Problem, cancellationToken);
    }

    private static async Task<IResult> RevokeAsync(Guid keyId, ClaimsPrincipal user, ApiKeys keys, CancellationToken cancellationToken)
    {
        await keys.RevokeAsync(Caller.From(user).Id, keyId, cancellationToken);
        return TypedResults.LocalRedirect("/me");
    }

    private static async Task<IResult> EraseAsync(HttpRequest request, ClaimsPrincipal user, EraseAccount erase, PasswordSignIn signIn, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        if (!form.Flag("sure"))
            return TypedResults.LocalRedirect("/me");
        await erase.RunAsync(Caller.From(user).Id, cancellationToken);
        await signIn.SignOutAsync();
        return TypedResults.LocalRedirect("/");
    }

    private static async Task<IResult> PageAsync(ClaimsPrincipal user, OwnScreens screens, string? newKey, Problem? problem, CancellationToken cancellationToken)
        => new RazorComponentResult<MePage>(new { Screen = await screens.ReadAsync(Caller.From(user), cancellationToken), NewKey = newKey, Problem = problem })
        {
            StatusCode = problem?.Status ?? StatusCodes.Status200OK,
        };
}

/// <summary>Gathers what a person's own page shows.</summary>
internal sealed class OwnScreens(ReadOwnData data, ApiKeys keys, ChangePreferences preferences, TrackRecords records)
{
    public async Task<OwnScreen> ReadAsync(Caller caller, CancellationToken cancellationToken)
    {
        var expert = caller.Roles.HasFlag(AccountRoles.Expert);
        return new(
            await data.RunAsync(caller.Id, cancellationToken),
            await keys.ListAsync(caller.Id, cancellationToken),
            expert ? await preferences.ReadAsync(caller.Id, cancellationToken) : null,
            expert ? await records.ReadAsync(caller.Id, cancellationToken) : null);
    }
}
