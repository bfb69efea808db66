using CrowdDx.Data;

namespace CrowdDx.Testing.Trials;

/// <summary>The service as real processes, however many.</summary>
public interface IRunningService
{
    /// <summary>The first operator.</summary>
    Task<Person> OperatorAsync();

    /// <summary>Accounts of the given roles, each with a key of all the scopes that its roles allow.</summary>
    Task<IReadOnlyList<Person>> CreateAsync(int count, params string[] roles);

    /// <summary>A look into the database, beside the service.</summary>
    CrowdDxDbContext OpenDatabase();
}
