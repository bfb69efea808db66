using System.Net;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Networks;

public sealed class HandingOverNetworksTests(CrowdDxApplication app) : IClassFixture<CrowdDxApplication>
{
    [Fact]
    public async Task InviteOnlyNetwork_WhenItIsMadeForAnotherCurator_IsGivenBackOnce()
    {
        var (maker, keeper) = (await app.CuratorAsync(), await app.CuratorAsync());
        var request = new { name = "For another", description = "x", specialties = new[] { "general" }, joinPolicy = "inviteOnly", curators = new[] { keeper.Id } };

        var network = await maker.PostAsync("networks", request).ReadAsync(HttpStatusCode.Created);

        Assert.False((bool)network["curator"]!);
        Assert.True((bool)(await keeper.ReadAsync($"networks/{network["id"]}"))["curator"]!);
        await maker.GetAsync($"networks/{network["id"]}").ExpectAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task InviteOnlyNetwork_WhenItsCuratorHandsItOver_IsGivenBackOnce()
    {
        var (maker, keeper) = (await app.CuratorAsync(), await app.CuratorAsync());
        var id = await app.CreateNetworkAsync(maker, joinPolicy: "inviteOnly");

        var network = await maker.PatchAsync($"networks/{id}", new { curators = new[] { keeper.Id } }).ReadAsync(HttpStatusCode.OK);

        Assert.Equal(id, (Guid)network["id"]!);
        await maker.PatchAsync($"networks/{id}", new { rules = "None." }).ExpectAsync(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("""{"specialties":[]}""", "specialties")]
    [InlineData("""{"languages":[]}""", "languages")]
    public async Task Network_WhenAChangeLeavesNone_KeepsWhatItHas(string change, string field)
    {
        var curator = await app.CuratorAsync();
        var id = await app.CreateNetworkAsync(curator);

        var problem = await curator.PatchAsync($"networks/{id}", change).ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request");

        Assert.NotNull(problem["errors"]![field]);
        Assert.Single((await curator.ReadAsync($"networks/{id}"))[field]!.AsArray());
    }
}
