using System.Text.RegularExpressions;

namespace CrowdDx.Architecture.Tests;

/// <summary>What the project files may say. Each rule returns its violations as sentences.</summary>
internal static partial class ProjectRules
{
    public static IEnumerable<string> Placement(Repository repository) =>
        from project in repository.Projects
        let known = project.IsTest
            ? project.Folder == $"tests/{project.Name}" && TestName().IsMatch(project.Name)
            : project.Rule?.Folder == project.Folder
        where !known
        select project.IsTest
            ? $"{project.Path}: a project under tests/ is tests/CrowdDx.<X>.Tests, tests/CrowdDx.Testing, tests/CrowdDx.Benchmarks or tests/CrowdDx.Screenshots."
            : $"{project.Path}: the table has no such project there. Give it a row in Table.cs, with what it may reference.";

    public static IEnumerable<string> References(Repository repository) =>
        from project in repository.Projects
        let allowed = Allowed(project)
        from reference in project.ProjectReferences
        where !allowed.Contains(reference, StringComparer.Ordinal)
        select $"{project.Name} references {reference}; it may reference {(allowed.Length == 0 ? "no project" : string.Join(", ", allowed))}.";

    /// <summary>The ways around the table: an inherited reference, an assembly by its path, a door into another's internals.</summary>
    public static IEnumerable<string> BackDoors(Repository repository) =>
    [
        .. from file in repository.Inherited
           from reference in file.ProjectReferences
           select $"{file.Path} gives every project a reference to {reference}; references belong in the project that needs them.",
        .. from project in repository.Projects
           where !project.IsTest
           from assembly in project.Includes("Reference")
           select $"{project.Name} references the assembly {assembly}; only projects and packages may be referenced.",
        .. from project in repository.Projects
           from friend in project.Includes("InternalsVisibleTo")
           where !TestName().IsMatch(friend)
           select $"{project.Name} shows its internals to {friend}; only tests may see them.",
    ];

    public static IEnumerable<string> PureProjects(Repository repository) =>
        from project in repository.Projects
        where project.Rule is { Kind: Kind.Pure }
        from dependency in project.Includes("PackageReference").Except(project.Rule!.Packages, StringComparer.Ordinal)
            .Concat(project.Includes("FrameworkReference"))
        select $"{project.Name} is pure and references {dependency}; it may have "
            + (project.Rule!.Packages.Length == 0 ? "no package and no framework." : $"only {string.Join(", ", project.Rule.Packages)} and no framework.");

    public static IEnumerable<string> MassTransit(Repository repository) =>
        from project in repository.Projects
        where !project.IsTest && !Table.MayUseMassTransit.Contains(project.Name, StringComparer.Ordinal)
        from package in project.Includes("PackageReference")
        where package.StartsWith("MassTransit", StringComparison.OrdinalIgnoreCase)
        select $"{project.Name} references {package}; besides the tests only {string.Join(", ", Table.MayUseMassTransit)} may.";

    public static IEnumerable<string> CentralVersions(Repository repository) =>
        from file in repository.Projects.Concat(repository.Inherited)
        from package in file.Items("PackageReference")
        where package.Attributes().Select(attribute => attribute.Name.LocalName)
            .Concat(package.Elements().Select(element => element.Name.LocalName))
            .Any(name => name is "Version" or "VersionOverride")
        select $"{file.Path} gives a version to {(string?)package.Attribute("Include") ?? (string?)package.Attribute("Update")}; "
            + "versions are in Directory.Packages.props alone.";

    public static IEnumerable<string> ExactVersions(Repository repository) =>
        from file in repository.Inherited
        from package in file.Items("PackageVersion")
        let name = (string?)package.Attribute("Include")
        let version = (string?)package.Attribute("Version") ?? ""
        let licensed = name?.StartsWith("MassTransit", StringComparison.OrdinalIgnoreCase) == true
        where !(licensed ? ExactMassTransit() : ExactVersion()).IsMatch(version)
        select licensed
            ? $"{name} has the version '{version}' in {file.Path}; it is an exact 8.x in brackets (ADR 0003)."
            : $"{name} has the version '{version}' in {file.Path}; versions are exact.";

    public static IEnumerable<string> Solution(Repository repository)
    {
        if (!File.Exists(repository.SolutionPath))
            return ["There is no CrowdDx.sln at the root: dotnet new sln --format sln --name CrowdDx."];

        var listed = SolutionProject().Matches(File.ReadAllText(repository.SolutionPath))
            .Select(match => match.Groups["path"].Value.Replace('\\', '/')).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from project in repository.Projects
               where !project.Path.StartsWith("build/", StringComparison.Ordinal) && !listed.Contains(project.Path)
               select $"{project.Path} is not in CrowdDx.sln: dotnet sln CrowdDx.sln add {project.Path}.",
            .. from path in listed
               where !repository.Exists(path)
               select $"CrowdDx.sln lists {path}, which does not exist.",
            .. repository.Exists("CrowdDx.slnx") ? ["CrowdDx.slnx beside CrowdDx.sln: keep the .sln alone."] : Array.Empty<string>(),
        ];
    }

    private static string[] Allowed(ProjectFile project) => project.IsTest
        ? [.. Table.Projects.Where(rule => rule.Kind != Kind.StandIn).Select(rule => rule.Name), Table.SharedFakes]
        : project.Rule?.References ?? [];

    [GeneratedRegex(@"^CrowdDx\.(Testing|Benchmarks|Screenshots|[\w.]+\.Tests)$|^\$\(MSBuildProjectName\)\.Tests$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TestName();

    [GeneratedRegex(@"^(\d+\.\d+\.\d+(\.\d+)?(-[\w.]+)?|\[\d+\.\d+\.\d+(\.\d+)?(-[\w.]+)?\])$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ExactVersion();

    [GeneratedRegex(@"^\[8\.\d+\.\d+\]$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ExactMassTransit();

    [GeneratedRegex(@"^Project\(.*?\) = "".*?"", ""(?<path>.*?proj)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex SolutionProject();
}
