using System.ComponentModel.DataAnnotations;
using System.Reflection;

using CrowdDx.Testing;
using Microsoft.Extensions.Configuration;

namespace CrowdDx.Worker.Tests.Compose;

/// <summary>Every variable and secret of a host in docker-compose.yml is an option that exists, with a value that it takes.</summary>
public sealed class SettingsTests
{
    // Of the framework.
    private static readonly string[] Foreign = ["AllowedHosts"];

    private static readonly Dictionary<string, Type> Options = OptionsBySection();

    [ComposeTheory]
    [InlineData("SqlServer")]
    [InlineData("PostgreSql")]
    public async Task Keys_AreThoseOfOptions_AndValuesAreTaken(string profile)
    {
        using var made = await MadeSecrets.MakeAsync();
        var compose = await ComposeFile.ReadAsync(profile, made.Folder);
        var hosts = compose.Services.Where(service => service.IsOurs).ToList();

        Assert.Equal(5, hosts.Count);
        foreach (var host in hosts)
        {
            var settings = compose.SettingsOf(host);
            Assert.All(settings.Keys.Except(Foreign), key => Assert.NotNull(PropertyOf(key)));
            var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
            foreach (var section in settings.Keys.Except(Foreign).Select(SectionOf).Distinct(StringComparer.Ordinal))
            {
                // The section of RabbitMQ lies within that of messaging, which has no such member.
                var options = configuration.GetSection(section).Get(Options[section], binder => binder.ErrorOnUnknownConfiguration = section != "Messaging")!;
                Validator.ValidateObject(options, new(options), validateAllProperties: true);
            }
            Assert.Equal((profile, "RabbitMq", "crowddx"), (configuration["Database:Provider"], configuration["Messaging:Transport"], configuration["Messaging:RabbitMq:Username"]));
            Assert.Equal(made.Read("Messaging__RabbitMq__Password"), configuration["Messaging:RabbitMq:Password"]);
            // One job migrates, whatever this says.
            Assert.False(configuration.GetValue<bool>("Database:Migrate"));
        }
    }

    [Theory]
    [InlineData("Database:Conection")]
    [InlineData("Databse:Provider")]
    [InlineData("Worker:Role")]
    public void Key_ThatIsMisspelt_IsNoOption(string key) => Assert.Null(PropertyOf(key));

    private static string SectionOf(string key) => key[..Math.Max(0, key.LastIndexOf(':'))];

    private static PropertyInfo? PropertyOf(string key) => Options.GetValueOrDefault(SectionOf(key))?.GetProperty(key[(key.LastIndexOf(':') + 1)..]);

    /// <summary>By their names: RabbitMqOptions are Messaging:RabbitMq, the others the section that they are named after.</summary>
    private static Dictionary<string, Type> OptionsBySection()
    {
        string[] files = [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "CrowdDx.*.dll"), Checkout.BuiltFile("services/CrowdDx.Worker", "CrowdDx.Worker.dll")];
        return files.Where(file => !Path.GetFileName(file).Contains("Test", StringComparison.Ordinal))
            .SelectMany(file => Assembly.LoadFrom(file).GetExportedTypes())
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal))
            .ToDictionary(type => type.Name[..^"Options".Length].Replace("RabbitMq", "Messaging:RabbitMq", StringComparison.Ordinal), StringComparer.Ordinal);
    }
}
