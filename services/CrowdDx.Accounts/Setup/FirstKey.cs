using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Hosting;

namespace CrowdDx.Accounts.Setup;

/// <summary>
/// Of gateways that start at once over an empty folder, one makes the key that protects sessions. Else each would make its own, and, as it looks for new keys
/// once a day, would sign out for a day whom the others signed in.
/// </summary>
internal sealed class FirstKey(SharedFolder folder, IDataProtectionProvider protection) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        using var alone = await folder.LockAsync("keys", cancellationToken);
        protection.CreateProtector(nameof(FirstKey)).Protect([]);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
