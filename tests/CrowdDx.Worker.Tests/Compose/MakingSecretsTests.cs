using System.Runtime.Versioning;

using Microsoft.Data.SqlClient;
using Npgsql;

namespace CrowdDx.Worker.Tests.Compose;

/// <summary>The script that makes passwords, so that there is none that everybody knows.</summary>
public sealed class MakingSecretsTests
{
    [Fact]
    public async Task Passwords_AreLong_AndNoTwoAlike()
    {
        using var one = await MadeSecrets.MakeAsync();
        using var two = await MadeSecrets.MakeAsync();
        string[] all = [.. one.Passwords, .. two.Passwords];

        Assert.Equal(8, all.Distinct(StringComparer.Ordinal).Count());
        Assert.All(all, password => Assert.Matches("^(?=.*[A-Z])(?=.*[a-z])(?=.*[0-9])[A-Za-z0-9]{30,}$", password));
    }

    [Fact]
    public async Task Servers_AndTheService_KnowTheSamePasswords()
    {
        using var made = await MadeSecrets.MakeAsync();

        Assert.Equal(made.Read("sqlserver_password"), new SqlConnectionStringBuilder(made.Read("Database__ConnectionString.SqlServer")).Password);
        Assert.Equal(made.Read("postgresql_password"), new NpgsqlConnectionStringBuilder(made.Read("Database__ConnectionString.PostgreSql")).Password);
        Assert.Equal($"default_user = crowddx\ndefault_pass = {made.Read("Messaging__RabbitMq__Password")}", made.Read("rabbitmq.conf"));
    }

    [Fact]
    public async Task Secrets_ThatAreThere_Stay()
    {
        using var made = await MadeSecrets.MakeAsync();
        var before = made.Passwords.ToList();

        await made.MakeAgainAsync();

        Assert.Equal(before, made.Passwords);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Folder_IsForItsOwner_AndFilesForTheContainers()
    {
        using var made = await MadeSecrets.MakeAsync();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(made.Folder));
        Assert.All(Directory.EnumerateFiles(made.Folder), file => Assert.True(File.GetUnixFileMode(file).HasFlag(UnixFileMode.OtherRead), file));
    }
}
