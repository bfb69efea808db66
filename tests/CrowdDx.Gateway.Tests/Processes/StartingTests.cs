using System.Net;

using CrowdDx.Testing;

namespace CrowdDx.Gateway.Tests.Processes;

[Collection("Processes")]
public sealed class StartingTests
{
    [Fact]
    public async Task SetupLink_WhenServiceIsFresh_IsPrintedOnceAndWorksOnce()
    {
        await using var gateway = await GatewayProcess.StartAsIsAsync();
        var link = Assert.Single(gateway.SetupLinks);
        Assert.StartsWith($"{gateway.Url}/setup?token=", link, StringComparison.Ordinal);
        using var anonymous = gateway.Client();
        Assert.Contains("<form", await anonymous.GetAsync(link).ReadTextAsync(HttpStatusCode.OK), StringComparison.Ordinal);

        await gateway.OperatorAsync();
        var again = new { token = link.Split("token=")[1], email = "second@example.org", displayName = "Second", password = "another long password" };
        await anonymous.PostJsonAsync("/api/v1/setup", again).ExpectAsync(HttpStatusCode.NotFound);

        await gateway.KillAsync();
        await gateway.StartAgainAsync();
        await (await gateway.OperatorAsync()).GetAsync("me").ExpectAsync(HttpStatusCode.OK);
        Assert.Empty(gateway.SetupLinks);
    }

    [Fact]
    public async Task SetupLink_WhenServiceRestartsUnused_IsReplaced()
    {
        await using var gateway = await GatewayProcess.StartAsIsAsync();
        var first = gateway.SetupLinks[0];
        await gateway.KillAsync();
        await gateway.StartAgainAsync();

        Assert.NotEqual(first, Assert.Single(gateway.SetupLinks));
        using var anonymous = gateway.Client();
        var late = new { token = first.Split("token=")[1], email = "late@example.org", displayName = "Late", password = "another long password" };
        await anonymous.PostJsonAsync("/api/v1/setup", late).ExpectAsync(HttpStatusCode.NotFound);
        await gateway.OperatorAsync();
    }

    [Theory]
    [InlineData(new[] { "Hosting:Embedded=false" }, "Hosting:Embedded", "Messaging:Transport", "RabbitMq")]
    [InlineData(new[] { "Hosting:Embedded=false", "Database:Provider=Sqlite" }, "Hosting:Embedded", "Database:Provider", "SqlServer", "PostgreSql")]
    [InlineData(new[] { "Database:Provider=Oracle" }, "Database:Provider", "Oracle", "Sqlite")]
    [InlineData(new[] { "Database:Provider=7" }, "Database:Provider", "7", "Sqlite")]
    [InlineData(new[] { "Database:Provider=PostgreSql" }, "Database:Provider", "PostgreSql", "Database:ConnectionString")]
    [InlineData(new[] { "Messaging:Transport=RabbitMq" }, "Messaging:Transport", "Messaging:RabbitMq:Username", "Messaging:RabbitMq:Password")]
    [InlineData(new[] { "Messaging:Transport=RabbitMq", "Messaging:RabbitMq:Username=guest", "Messaging:RabbitMq:Password=guest" }, "Messaging:RabbitMq:Username", "guest")]
    [InlineData(new[] { "Telemetry:OtlpEndpoint=localhost:4318" }, "Telemetry:OtlpEndpoint", "http://localhost:4318")]
    [InlineData(new[] { "Telemetry:SampleRatio=2" }, "SampleRatio", "1")]
    [InlineData(new[] { "Messaging:Transport=Pigeon" }, "Messaging:Transport", "Pigeon", "InMemory")]
    [InlineData(new[] { "Accounts:MinimumPasswordLength=3" }, "MinimumPasswordLength", "8")]
    public async Task Configuration_WhenImpossible_FailsAtStartAndNamesTheKeys(string[] settings, params string[] named)
    {
        var (code, output) = await GatewayProcess.RefusalAsync(settings);

        Assert.NotEqual(0, code);
        Assert.DoesNotContain("CrowdDx listens", output, StringComparison.Ordinal);
        Assert.All(named, name => Assert.Contains(name, output, StringComparison.Ordinal));
    }
}
