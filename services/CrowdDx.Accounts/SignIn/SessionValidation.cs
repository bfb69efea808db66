using System.Security.Claims;
using CrowdDx.Data;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrowdDx.Accounts.SignIn;

/// <summary>
/// Ends a session with the next request once its account is erased or its security stamp changes, as it ends API keys.
/// Identity's own check, which comes after it, renews the roles each minute; it alone would let an erased person read on for that long.
/// </summary>
internal static class SessionValidation
{
    private static readonly string StampClaim = new ClaimsIdentityOptions().SecurityStampClaimType;

    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var db = context.HttpContext.RequestServices.GetRequiredService<CrowdDxDbContext>();
        var stamp = context.Principal?.FindFirstValue(StampClaim);
        var good = Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            && await db.Accounts.AnyAsync(a => a.Id == id && a.SecurityStamp == stamp && a.ErasedAt == null, context.HttpContext.RequestAborted);
        if (good)
            await SecurityStampValidator.ValidatePrincipalAsync(context);
        else
            context.RejectPrincipal();
    }
}
