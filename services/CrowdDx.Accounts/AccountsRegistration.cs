using CrowdDx.Accounts.Audit;
using CrowdDx.Accounts.Erasure;
using CrowdDx.Accounts.Keys;
using CrowdDx.Accounts.People;
using CrowdDx.Accounts.Setup;
using CrowdDx.Accounts.SignIn;
using CrowdDx.Data;
using CrowdDx.Data.Accounts;
using CrowdDx.Data.Requests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CrowdDx.Accounts;

/// <summary>What a host registers and maps of Accounts.</summary>
public static class AccountsRegistration
{
    private const string CookieOrKey = "CookieOrKey";

    /// <summary>Adds people, sign-in by cookie or API key, the policies, and the audit trail's sealer.</summary>
    public static IHostApplicationBuilder AddAccounts(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<AccountsOptions>().BindConfiguration("Accounts").ValidateDataAnnotations().ValidateOnStart();
        // Before what reads the keys, which is started in this order.
        services.AddSingleton<SharedFolder>().AddHostedService<FirstKey>();
        services.AddIdentityCore<Account>(Configure).AddEntityFrameworkStores<CrowdDxDbContext>().AddSignInManager().AddClaimsPrincipalFactory<AccountClaims>();
        services.AddAuthentication(CookieOrKey)
            .AddPolicyScheme(CookieOrKey, null, scheme => scheme.ForwardDefaultSelector = SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null)
            .AddIdentityCookies();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<AccountsOptions>>(Configure);
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddDataProtection().SetApplicationName("CrowdDx");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<AccountsOptions>>((keys, accounts)
            => keys.XmlRepository = new FileSystemXmlRepository(new(accounts.Value.KeysFolder), NullLoggerFactory.Instance));
        services.AddAuthorization(AddPolicies);
        services.AddScoped<CreateAccounts>().AddScoped<ReadOwnData>().AddScoped<ApiKeys>().AddScoped<EraseAccount>();
        services.AddScoped<PasswordSignIn>().AddScoped<RegisterAccount>();
        services.AddSingleton(provider => new SetupToken(provider.GetRequiredService<SharedFolder>())).AddScoped<CreateFirstOperator>();
        services.AddHostedService<AuditSealer>();
        return builder;
    }

    /// <summary>Maps the routes of people, keys, session and setup.</summary>
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapPeople();
        routes.MapSession();
        routes.MapSetup();
    }

    private static string SchemeOf(HttpContext http)
        => http.Request.Headers.ContainsKey("Authorization") ? ApiKeyAuthentication.SchemeName : IdentityConstants.ApplicationScheme;

    private static void AddPolicies(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        foreach (var (name, scopes) in Policies.Of)
            options.AddPolicy(name, policy => policy.RequireAuthenticatedUser().RequireClaim(Caller.ScopeClaim, scopes));
    }

    private static void Configure(IdentityOptions identity)
    {
        identity.User.RequireUniqueEmail = true;
        identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
        identity.Lockout.MaxFailedAccessAttempts = 5;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
    }

    private static void Configure(CookieAuthenticationOptions cookie, IOptions<AccountsOptions> options)
    {
        cookie.Cookie.Name = "crowddx";
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = options.Value.SessionLifetime;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/sign-in";
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.Events.OnValidatePrincipal = SessionValidation.ValidateAsync;
        cookie.Events.OnRedirectToLogin = ChallengeAsync;
        cookie.Events.OnRedirectToAccessDenied = context => StatusAsync(context.Response, StatusCodes.Status403Forbidden);
    }

    // A person is led to the page where one signs in; a program is told.
    private static Task ChallengeAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || !context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
            return StatusAsync(context.Response, StatusCodes.Status401Unauthorized);
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static Task StatusAsync(HttpResponse response, int status)
    {
        response.StatusCode = status;
        if (status == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = ApiKeyAuthentication.Challenge;
        return Task.CompletedTask;
    }
}
