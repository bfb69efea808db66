using CrowdDx.Testing;

namespace CrowdDx.Browser.Tests.Stage;

/// <summary>A person with a password for the pages, and with an API key for what a test sets up beforehand.</summary>
internal sealed record Actor(Person Person, string Email)
{
    public const string Password = "a long enough password";

    public string Name => Person.Name;
}
