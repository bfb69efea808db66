using CrowdDx.Hosting.Database;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CrowdDx.Hosting.Messaging;

/// <summary>Refuses settings that cannot work together. All that is wrong is said at once, so that nobody has to start five times to learn it.</summary>
internal static class MessagingSettings
{
    /// <summary>The transport.</summary>
    /// <exception cref="OptionsValidationException">Names each key that is wrong, and what it may be.</exception>
    public static MessageTransport Check(IConfiguration configuration, IHostEnvironment environment)
    {
        var failures = new List<string>();
        var embedded = HostingOptions.Of(configuration).Embedded;
        var transport = Read(configuration, "Messaging:Transport", MessageTransport.InMemory, failures);
        var provider = Read(configuration, "Database:Provider", DatabaseProvider.Sqlite, failures);
        if (transport == MessageTransport.RabbitMq)
            failures.AddRange(WrongWithCredentials(configuration, environment));
        if (!embedded && transport == MessageTransport.InMemory)
            failures.Add("Hosting:Embedded is false and Messaging:Transport is InMemory: no worker could hear this process. Set Messaging:Transport to RabbitMq.");
        if (!embedded && provider == DatabaseProvider.Sqlite)
            failures.Add("Hosting:Embedded is false and Database:Provider is Sqlite: a file serves one process. Set Database:Provider to SqlServer or PostgreSql.");
        if (failures.Count > 0)
            throw new OptionsValidationException("Hosting", typeof(HostingOptions), failures);
        return transport!.Value;
    }

    private static IEnumerable<string> WrongWithCredentials(IConfiguration configuration, IHostEnvironment environment)
    {
        var options = configuration.GetSection("Messaging:RabbitMq").Get<RabbitMqOptions>() ?? new();
        if (string.IsNullOrEmpty(options.Username))
            yield return "Messaging:RabbitMq:Username is missing. Messaging:Transport is RabbitMq, which wants an account of the broker.";
        if (string.IsNullOrEmpty(options.Password))
            yield return "Messaging:RabbitMq:Password is missing. Give it as a file of Hosting:SecretsFolder or in the environment.";
        if (options.Username == "guest" && !environment.IsDevelopment())
            yield return "Messaging:RabbitMq:Username is guest, whom every broker knows. Create an account of the broker for this service.";
    }

    private static TEnum? Read<TEnum>(IConfiguration configuration, string key, TEnum byDefault, List<string> failures) where TEnum : struct, Enum
    {
        if (configuration[key] is not { } text)
            return byDefault;
        if (Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) && Enum.IsDefined(value))
            return value;
        failures.Add($"{key} is {text}; it may be {string.Join(", ", Enum.GetNames<TEnum>())}.");
        return null;
    }
}
