using System.Net;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Processes;

/// <summary>Gateways that share a folder of keys; each has a database of its own, since what they share here is the folder alone.</summary>
[Collection("Processes")]
public sealed class SharingKeysTests : IDisposable
{
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("crowddx-shared-keys-");

    [Fact]
    public async Task SetupLink_OfOneGateway_WorksOnceAtAnother_AndNotAfterARestart()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        var lost = TokenOf(one);
        await one.KillAsync();
        await one.StartAgainAsync();

        await SetUpAsync(two, lost, HttpStatusCode.NotFound);
        await SetUpAsync(two, TokenOf(one), HttpStatusCode.Created);
        // One alone would still take it: it has no account, and this is its own link.
        await SetUpAsync(one, TokenOf(one), HttpStatusCode.NotFound);
        await SetUpAsync(one, TokenOf(two), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Folder_ThatCannotBeMade_IsRefusedAtStart()
    {
        var file = Path.Combine(_keys.FullName, "file");
        await File.WriteAllTextAsync(file, "");
        var (code, output) = await GatewayProcess.RefusalAsync($"Accounts:KeysFolder={file}");

        Assert.NotEqual(0, code);
        Assert.Contains($"Accounts:KeysFolder is {file}", output, StringComparison.Ordinal);
    }

    public void Dispose() => _keys.Delete(recursive: true);

    private Task<GatewayProcess> StartAsync() => GatewayProcess.StartAsync($"Accounts:KeysFolder={_keys.FullName}");

    private static string TokenOf(GatewayProcess gateway) => gateway.SetupLinks[0].Split("token=")[1];

    private static async Task SetUpAsync(GatewayProcess gateway, string token, HttpStatusCode expected)
    {
        using var anonymous = gateway.Client();
        var request = new { token, email = "operator@example.org", displayName = "Olga Operator", password = "a long enough password" };
        await anonymous.PostJsonAsync("/api/v1/setup", request).ExpectAsync(expected);
    }
}
