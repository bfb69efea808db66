using CrowdDx.Testing;

namespace CrowdDx.Worker.Tests.Compose;

/// <summary>What docker-compose.yml promises of every container.</summary>
public sealed class ContainersTests
{
    private static readonly string[] Common = ["aggregation", "fanout", "gateway-1", "gateway-2", "nginx", "rabbitmq", "schema"];
    private static readonly string[] Jobs = ["schema", "sqlserver-account"];

    [ComposeTheory]
    [InlineData("SqlServer", "sqlserver", "sqlserver-account")]
    [InlineData("PostgreSql", "postgresql")]
    public async Task Profile_HasOneDatabaseServer_AndAllElse(string profile, params string[] database)
    {
        var compose = await ComposeFile.ReadAsync(profile);

        Assert.Equal([.. Common.Concat(database).Order(StringComparer.Ordinal)], compose.Services.Select(service => service.Name).Order(StringComparer.Ordinal));
        Assert.Single(compose.Services.Where(service => service.Image.Contains("worker", StringComparison.Ordinal)).Select(service => service.Image).Distinct(StringComparer.Ordinal));
    }

    [ComposeTheory]
    [InlineData("SqlServer")]
    [InlineData("PostgreSql")]
    public async Task Container_MayDoLittle(string profile)
    {
        foreach (var service in (await ComposeFile.ReadAsync(profile)).Services)
        {
            Assert.True(service.IsReadOnly, service.Name);
            Assert.True(service.IsOurs ? service.User is null : service.User?.Split(':')[0] is { } user && user is not ("0" or "root"), $"{service.Name} runs as {service.User}.");
            Assert.Equal(["ALL"], service.Strings("cap_drop"));
            var isSqlServer = service.Name.StartsWith("sqlserver", StringComparison.Ordinal);
            Assert.Equal(isSqlServer ? ["NET_BIND_SERVICE"] : [], service.Strings("cap_add"));
            Assert.Equal(isSqlServer ? [] : ["no-new-privileges:true"], service.Strings("security_opt"));
            Assert.Contains("/tmp", service.Strings("tmpfs"));
        }
    }

    [ComposeTheory]
    [InlineData("SqlServer", "sqlserver:/var/opt/mssql")]
    [InlineData("PostgreSql", "postgresql:/var/lib/postgresql/data")]
    public async Task Container_IsSeenFromThisMachineAlone_AndKeepsItsDataInNamedVolumes(string profile, string database)
    {
        var compose = await ComposeFile.ReadAsync(profile);
        var volumes = compose.Services.SelectMany(service => service.Strings("volumes")).ToLookup(volume => compose.Volumes.Contains(volume.Split(':')[0]));

        Assert.All(compose.Services.SelectMany(service => service.Strings("ports")), port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));
        Assert.Equal([.. ((string[])["keys:/keys:rw", "keys:/keys:rw", "rabbitmq:/var/lib/rabbitmq:rw", $"{database}:rw"]).Order(StringComparer.Ordinal)], volumes[true].Order(StringComparer.Ordinal));
        Assert.All(volumes[false], volume => Assert.True(Path.Exists(volume.Split(':')[0]) && volume.EndsWith(":ro", StringComparison.Ordinal), volume));
    }

    [ComposeTheory]
    [InlineData("SqlServer")]
    [InlineData("PostgreSql")]
    public async Task Container_IsWaitedForUntilItIsHealthyOrDone(string profile)
    {
        var compose = await ComposeFile.ReadAsync(profile);

        foreach (var service in compose.Services)
        {
            Assert.Equal(Jobs.Contains(service.Name, StringComparer.Ordinal), service.Health.Count == 0);
            Assert.All(service.DependsOn, dependency => Assert.Equal(Jobs.Contains(dependency.Key, StringComparer.Ordinal) ? "service_completed_successfully" : "service_healthy", dependency.Value));
        }
        foreach (var host in (string[])["gateway-1", "gateway-2", "fanout", "aggregation"])
            Assert.Equal(["rabbitmq", "schema"], compose[host].DependsOn.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["gateway-1", "gateway-2"], compose["nginx"].DependsOn.Keys.Order(StringComparer.Ordinal));
    }

    [ComposeTheory]
    [InlineData("SqlServer")]
    [InlineData("PostgreSql")]
    public async Task Password_IsAFile_AndNowhereElse(string profile)
    {
        using var made = await MadeSecrets.MakeAsync();
        var compose = await ComposeFile.ReadAsync(profile, made.Folder);

        Assert.All(compose.SecretFiles.Values, file => Assert.True(File.Exists(file), $"build/make-secrets.sh makes no {file}."));
        Assert.All(compose.Services.SelectMany(service => service.Secrets.Keys), secret => Assert.Contains(secret, compose.SecretFiles.Keys));
        Assert.All(
            compose.Services.SelectMany(service => service.Environment),
            variable => Assert.False(variable.Key.Contains("PASS", StringComparison.OrdinalIgnoreCase) && !variable.Key.EndsWith("_FILE", StringComparison.Ordinal), variable.Key));
        var text = await File.ReadAllTextAsync(Checkout.PathOf("docker-compose.yml"));
        Assert.All(made.Passwords, password => Assert.DoesNotContain(password, text, StringComparison.Ordinal));
    }
}
