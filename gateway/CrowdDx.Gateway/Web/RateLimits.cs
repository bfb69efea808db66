using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using CrowdDx.Data.Requests;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace CrowdDx.Gateway.Web;

/// <summary>A token bucket for each account, and one for each address that does not say who it is.</summary>
internal static class RateLimits
{
    private static readonly Problem TooMany = new(
        StatusCodes.Status429TooManyRequests, "too-many-requests", "Too many requests.", "Wait as many seconds as Retry-After says.");

    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddOptions<RateLimitOptions>().BindConfiguration("RateLimits").ValidateDataAnnotations().ValidateOnStart();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimitOptions>>((limiter, options) =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => PartitionOf(http, options.Value));
            limiter.OnRejected = RejectAsync;
        });
    }

    private static RateLimitPartition<string> PartitionOf(HttpContext http, RateLimitOptions options)
    {
        if (http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
            return RateLimitPartition.GetNoLimiter("health");
        return http.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } account
            ? RateLimitPartition.GetTokenBucketLimiter($"account {account}", _ => Bucket(options.AccountBurst, options.AccountPerSecond))
            : RateLimitPartition.GetTokenBucketLimiter($"address {http.Connection.RemoteIpAddress}", _ => Bucket(options.AddressBurst, options.AddressPerSecond));
    }

    private static TokenBucketRateLimiterOptions Bucket(int burst, int perSecond)
        => new() { TokenLimit = burst, TokensPerPeriod = perSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0 };

    private static async ValueTask RejectAsync(OnRejectedContext context, CancellationToken cancellationToken)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(Math.Max(1, wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await TooMany.ToResult().ExecuteAsync(context.HttpContext);
    }
}
