namespace CrowdDx.Architecture.Tests;

/// <summary>The rules on this repository.</summary>
public sealed class ArchitectureTests
{
    [Fact]
    public void Projects_AreWhereTheTableSays() => None(ProjectRules.Placement(Repository.Here));

    [Fact]
    public void Projects_ReferenceOnlyWhatTheTableAllows() => None(ProjectRules.References(Repository.Here));

    [Fact]
    public void Projects_HaveNoWayAroundTheTable() => None(ProjectRules.BackDoors(Repository.Here));

    [Fact]
    public void PureProjects_HaveNoPackagesAndNoFramework() => None(ProjectRules.PureProjects(Repository.Here));

    [Fact]
    public void MassTransit_IsReferencedOnlyWhereMessagesAreHandled() => None(ProjectRules.MassTransit(Repository.Here));

    [Fact]
    public void PackageVersions_AreCentral() => None(ProjectRules.CentralVersions(Repository.Here));

    [Fact]
    public void PackageVersions_AreExact() => None(ProjectRules.ExactVersions(Repository.Here));

    [Fact]
    public void Solution_ListsEveryProject() => None(ProjectRules.Solution(Repository.Here));

    [Fact]
    public void PureCode_HasNoDatabaseLoggerOrClock() => None(SourceRules.PureCode(Repository.Here));

    [Fact]
    public void ServiceLibraries_HaveAReadme() => None(SourceRules.Readmes(Repository.Here));

    [Fact]
    public void Files_AreShort() => None(SourceRules.FileSizes(Repository.Here, Table.LongFiles));

    [Fact]
    public void Namespaces_FollowFolders() => None(SourceRules.Namespaces(Repository.Here));

    [Fact]
    public void Table_NamesOnlyProjectsThatHaveARow() =>
        None(Table.Projects.SelectMany(rule => rule.References).Concat(Table.MayUseMassTransit)
            .Except(Table.Projects.Select(rule => rule.Name), StringComparer.Ordinal));

    private static void None(IEnumerable<string> violations)
    {
        var all = violations.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}
