using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CrowdDx.Accounts.Tests.Keys;

/// <summary>Gateways that start at the same moment over one empty folder.</summary>
public sealed class FirstKeyTests : IDisposable
{
    private const int Gateways = 12;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crowddx-first-key-");
    private readonly List<ServiceProvider> _gateways = [];

    [Fact]
    public async Task Gateways_StartedAtOnce_MakeOneKey_AndReadWhatTheOthersProtect()
    {
        _gateways.AddRange(Enumerable.Range(0, Gateways).Select(_ => Gateway()));
        using var together = new Barrier(Gateways);
        await Task.WhenAll(_gateways.Select(gateway => Task.Factory.StartNew(() => StartAsync(gateway, together), TaskCreationOptions.LongRunning).Unwrap()));

        Assert.Single(_folder.GetFiles("key-*.xml"));
        foreach (var protector in _gateways.Select(ProtectorOf))
            Assert.All(_gateways, other => Assert.Equal("session", ProtectorOf(other).Unprotect(protector.Protect("session"))));
    }

    public void Dispose()
    {
        _gateways.ForEach(gateway => gateway.Dispose());
        _folder.Delete(recursive: true);
    }

    private ServiceProvider Gateway()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection([new("Accounts:KeysFolder", _folder.FullName)]);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddAccounts();
        return builder.Services.BuildServiceProvider();
    }

    /// <summary>Starts what has to do with keys, in the order in which the host would.</summary>
    private static async Task StartAsync(ServiceProvider gateway, Barrier together)
    {
        var starts = gateway.GetServices<IHostedService>().Where(service => service.GetType().Name is "FirstKey" or "DataProtectionHostedService").ToList();
        together.SignalAndWait();
        foreach (var start in starts)
            await start.StartAsync(CancellationToken.None);
    }

    private static IDataProtector ProtectorOf(ServiceProvider gateway) => gateway.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
}
