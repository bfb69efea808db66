namespace CrowdDx.Architecture.Tests;

/// <summary>
/// Which project may reference which. What is not listed is forbidden; a new project gets its row here first.
/// Names are without the "CrowdDx." that all of them share.
/// </summary>
internal static class Table
{
    public const int MaxLines = 250;

    public static readonly ProjectRule[] Projects =
    [
        // Pure: values in, values out.
        Pure("Contracts"),
        Pure("Deidentification"),
        Pure("Terminology"),
        Pure("Ranking") with { Packages = ["MathNet.Numerics"] },

        // Libraries: one writer for each table, one README each.
        Library("Data", "Contracts"),
        Library("Hosting", "Contracts", "Data", "Migrations.Sqlite", "Migrations.SqlServer", "Migrations.PostgreSql"),
        Library("Accounts", "Data", "Contracts"),
        Library("Cases", "Data", "Contracts", "Deidentification"),
        Library("FanOut", "Data", "Contracts"),
        Library("Aggregation", "Data", "Contracts", "Ranking", "Terminology", "Deidentification"),
        Library("Research", "Data", "Contracts", "Ranking", "Terminology"),

        // Generated code.
        Migrations("Migrations.Sqlite", "Data"),
        Migrations("Migrations.SqlServer", "Data", StandIn),
        Migrations("Migrations.PostgreSql", "Data"),

        // Hosts: a page of verbs.
        Host("services", "Worker", "FanOut", "Aggregation", "Hosting"),
        Host("services", "Cli", "Research", "FanOut", "Deidentification", "Terminology", "Ranking", "Hosting"),
        Host("gateway", "Gateway",
            "Contracts", "Deidentification", "Terminology", "Ranking", "Data", "Hosting",
            "Accounts", "Cases", "FanOut", "Aggregation", "Research",
            "Migrations.Sqlite", "Migrations.SqlServer", "Migrations.PostgreSql"),

        new($"build/{StandIn}", Kind.StandIn, []),
    ];

    /// <summary>Besides the tests. The worker and the command line reach the bus through Hosting.</summary>
    public static readonly string[] MayUseMassTransit =
        [.. new[] { "Hosting", "Cases", "FanOut", "Aggregation", "Accounts", "Research", "Gateway" }.Select(Full)];

    /// <summary>What makes a function's result depend on more than its arguments, or leave more than its result behind.</summary>
    public static readonly string[] NotInPureCode =
        ["DbContext", "ILogger", "TimeProvider", "DateTime.UtcNow", "DateTime.Now", "DateTimeOffset.UtcNow", "DateTimeOffset.Now"];

    /// <summary>Files that may be longer than <see cref="MaxLines"/>, each with the reason. An entry that is no longer needed fails too.</summary>
    public static readonly Dictionary<string, string> LongFiles = new(StringComparer.Ordinal);

    /// <summary>Test projects reference whatever they test, and each other only through this one.</summary>
    public static readonly string SharedFakes = Full("Testing");

    private const string StandIn = "Microsoft.SqlServer.Server";

    private static ProjectRule Pure(string name) => Library(name) with { Kind = Kind.Pure };

    private static ProjectRule Library(string name, params string[] references) => Row("services", name, Kind.Library, references);

    private static ProjectRule Migrations(string name, params string[] references) => Row("services", name, Kind.Migrations, references);

    private static ProjectRule Host(string area, string name, params string[] references) => Row(area, name, Kind.Host, references);

    private static ProjectRule Row(string area, string name, Kind kind, string[] references) =>
        new($"{area}/{Full(name)}", kind, [.. references.Select(Full)]);

    private static string Full(string name) => name == StandIn ? name : $"CrowdDx.{name}";
}

internal enum Kind
{
    Pure,
    Library,
    Migrations,
    Host,
    StandIn,
}

/// <param name="Folder">Where the project lives, from the root of the repository.</param>
/// <param name="Kind">What else holds for it.</param>
/// <param name="References">The projects it may reference.</param>
internal sealed record ProjectRule(string Folder, Kind Kind, string[] References)
{
    /// <summary>The packages a pure project may have; the others are free but for MassTransit.</summary>
    public string[] Packages { get; init; } = [];

    public string Name => Path.GetFileName(Folder);
}
