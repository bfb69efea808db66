namespace CrowdDx.Architecture.Tests;

/// <summary>Each rule fails when it is broken, and says enough to mend it.</summary>
public sealed class RulesCatchTests : IDisposable
{
    private readonly BrokenRepository _broken = new();

    public void Dispose() => _broken.Dispose();

    [Fact]
    public void References_WhenNotInTheTable_NamesProjectReferenceAndWhatIsAllowed()
    {
        _broken.Project("services/CrowdDx.FanOut", """
            <ProjectReference Include="..\CrowdDx.Cases\CrowdDx.Cases.csproj" Condition="'$(Sometimes)' == 'true'" />
            <ProjectReference Include="../CrowdDx.Data/CrowdDx.Data.csproj" />
            """);

        Assert.Equal(["CrowdDx.FanOut references CrowdDx.Cases; it may reference CrowdDx.Data, CrowdDx.Contracts."], ProjectRules.References(_broken.Read()));
    }

    [Fact]
    public void References_WhenPureProjectHasOne_SaysThatItMayHaveNone()
    {
        _broken.Project("services/CrowdDx.Ranking", """<ProjectReference Include="../CrowdDx.Contracts/CrowdDx.Contracts.csproj" />""");

        Assert.Equal(["CrowdDx.Ranking references CrowdDx.Contracts; it may reference no project."], ProjectRules.References(_broken.Read()));
    }

    [Theory]
    [InlineData("services/CrowdDx.Cases/CrowdDx.Cases.csproj", true)]
    [InlineData("tests/CrowdDx.Testing/CrowdDx.Testing.csproj", true)]
    [InlineData("tests/CrowdDx.Data.Tests/CrowdDx.Data.Tests.csproj", false)]
    [InlineData("build/Microsoft.SqlServer.Server/Microsoft.SqlServer.Server.csproj", false)]
    public void References_OfATestProject_AreWhatItTestsAndTheSharedFakes(string reference, bool allowed)
    {
        _broken.Project("tests/CrowdDx.Cases.Tests", $"""<ProjectReference Include="../../{reference}" />""");

        Assert.Equal(allowed, !ProjectRules.References(_broken.Read()).Any());
    }

    [Theory]
    [InlineData("services/CrowdDx.Helpers")]
    [InlineData("gateway/CrowdDx.Cases")]
    [InlineData("services/Nested/CrowdDx.Cases")]
    [InlineData("tests/CrowdDx.Things")]
    public void Placement_WhenTheTableHasNoSuchProject_NamesIt(string folder)
    {
        _broken.Project(folder);

        Assert.Contains(folder, Assert.Single(ProjectRules.Placement(_broken.Read())), StringComparison.Ordinal);
    }

    [Fact]
    public void BackDoors_WhenOpened_AreNamed()
    {
        _broken.With("services/Directory.Build.props", """<Project><ItemGroup><ProjectReference Include="CrowdDx.Cases/CrowdDx.Cases.csproj" /></ItemGroup></Project>""");
        _broken.Project("services/CrowdDx.Cases", """<Reference Include="Some.Library" /><InternalsVisibleTo Include="CrowdDx.FanOut" />""");

        Assert.Collection(
            ProjectRules.BackDoors(_broken.Read()),
            inherited => Assert.Contains("services/Directory.Build.props", inherited, StringComparison.Ordinal),
            assembly => Assert.Contains("Some.Library", assembly, StringComparison.Ordinal),
            friend => Assert.Contains("CrowdDx.FanOut", friend, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CrowdDx.Terminology", """<PackageReference Include="CsvHelper" />""", "CsvHelper")]
    [InlineData("CrowdDx.Contracts", """<FrameworkReference Include="Microsoft.AspNetCore.App" />""", "Microsoft.AspNetCore.App")]
    [InlineData("CrowdDx.Ranking", """<PackageReference Include="MathNet.Numerics;CsvHelper" />""", "references CsvHelper")]
    public void PureProjects_WhenTheyDependOnSomething_AreNamed(string project, string item, string named)
    {
        _broken.Project($"services/{project}", item);

        var violation = Assert.Single(ProjectRules.PureProjects(_broken.Read()));
        Assert.Contains(project, violation, StringComparison.Ordinal);
        Assert.Contains(named, violation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("services/CrowdDx.Data", 1)]
    [InlineData("services/CrowdDx.Worker", 1)]
    [InlineData("services/CrowdDx.FanOut", 0)]
    [InlineData("tests/CrowdDx.Testing", 0)]
    public void MassTransit_IsCaughtWhereItDoesNotBelong(string folder, int violations)
    {
        _broken.Project(folder, """<PackageReference Include="MassTransit.RabbitMQ" />""");

        Assert.Equal(violations, ProjectRules.MassTransit(_broken.Read()).Count());
    }

    [Theory]
    [InlineData("""<PackageReference Include="CsvHelper" Version="34.0.0" />""")]
    [InlineData("""<PackageReference Include="CsvHelper" VersionOverride="34.0.0" />""")]
    [InlineData("""<PackageReference Include="CsvHelper"><Version>34.0.0</Version></PackageReference>""")]
    public void CentralVersions_WhenAProjectHasItsOwn_NamesThePackage(string item)
    {
        _broken.Project("services/CrowdDx.Research", item);

        Assert.Contains("CsvHelper", Assert.Single(ProjectRules.CentralVersions(_broken.Read())), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CsvHelper", "34.0.0", 0)]
    [InlineData("CsvHelper", "34.*", 1)]
    [InlineData("CsvHelper", "[34.0.0,)", 1)]
    [InlineData("MassTransit", "[8.4.0]", 0)]
    [InlineData("MassTransit", "8.4.0", 1)]
    [InlineData("MassTransit.RabbitMQ", "[9.0.0]", 1)]
    public void ExactVersions_WhenAVersionCouldFloat_NamesIt(string package, string version, int violations)
    {
        _broken.With("Directory.Packages.props", $"""<Project><ItemGroup><PackageVersion Include="{package}" Version="{version}" /></ItemGroup></Project>""");

        Assert.Equal(violations, ProjectRules.ExactVersions(_broken.Read()).Count());
    }

    [Fact]
    public void Solution_WhenMissing_SaysSo() =>
        Assert.Contains("no CrowdDx.sln", Assert.Single(ProjectRules.Solution(_broken.Read())), StringComparison.Ordinal);

    [Fact]
    public void Solution_WhenItAndTheDiskDiffer_NamesTheProjects()
    {
        _broken.Project("services/CrowdDx.Data").Project("services/CrowdDx.Cases").With("CrowdDx.sln", """
            Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "CrowdDx.Data", "services\CrowdDx.Data\CrowdDx.Data.csproj", "{9A19103F-16F7-4668-BE54-9A1E7A4F7556}"
            EndProject
            Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "CrowdDx.Gone", "services\CrowdDx.Gone\CrowdDx.Gone.csproj", "{9A19103F-16F7-4668-BE54-9A1E7A4F7557}"
            EndProject
            """);

        Assert.Collection(
            ProjectRules.Solution(_broken.Read()),
            missing => Assert.StartsWith("services/CrowdDx.Cases/CrowdDx.Cases.csproj is not in", missing, StringComparison.Ordinal),
            gone => Assert.Contains("services/CrowdDx.Gone", gone, StringComparison.Ordinal));
    }

    [Fact]
    public void PureCode_WhenItReadsTheClock_NamesFileLineAndWord()
    {
        _broken.With("services/CrowdDx.Ranking/Pool.cs", """
            // No TimeProvider here.
            var now = DateTime.UtcNow;
            """);

        Assert.Equal(
            ["services/CrowdDx.Ranking/Pool.cs:2 mentions DateTime.UtcNow; CrowdDx.Ranking is pure: take a value instead."],
            SourceRules.PureCode(_broken.Read()));
    }

    [Fact]
    public void Readmes_WhenMissing_AreNamedForLibrariesOnly()
    {
        _broken.Project("services/CrowdDx.Cases").Project("services/CrowdDx.Worker").Project("services/CrowdDx.Migrations.Sqlite");

        Assert.StartsWith("services/CrowdDx.Cases/README.md", Assert.Single(SourceRules.Readmes(_broken.Read())), StringComparison.Ordinal);
    }

    [Fact]
    public void FileSizes_WhenTooLong_NamesFileAndLength()
    {
        var lines = string.Concat(Enumerable.Repeat("\n", Table.MaxLines + 1));
        _broken.With("gateway/CrowdDx.Gateway/Long.cs", lines)
            .With("gateway/CrowdDx.Gateway/Allowed.cs", lines)
            .With("gateway/CrowdDx.Gateway/Short.cs", lines[1..])
            .With("services/CrowdDx.Migrations.Sqlite/Migrations/20260101000000_Initial.cs", lines)
            .With("services/CrowdDx.Migrations.Sqlite/Migrations/CrowdDxDbContextModelSnapshot.cs", lines);

        Assert.Equal(
            ["gateway/CrowdDx.Gateway/Long.cs has 251 lines; at most 250, or an entry with a reason in Table.LongFiles."],
            SourceRules.FileSizes(_broken.Read(), new Dictionary<string, string>(StringComparer.Ordinal) { ["gateway/CrowdDx.Gateway/Allowed.cs"] = "a table" }));
    }

    [Fact]
    public void FileSizes_WhenAnExceptionIsNoLongerNeeded_NamesIt()
    {
        _broken.With("services/CrowdDx.Cases/Short.cs", "");

        Assert.Contains("remove the entry", Assert.Single(SourceRules.FileSizes(
            _broken.Read(), new Dictionary<string, string>(StringComparer.Ordinal) { ["services/CrowdDx.Cases/Short.cs"] = "it was long" })), StringComparison.Ordinal);
    }

    [Fact]
    public void Namespaces_WhenTheyDoNotFollowFolders_AreNamed()
    {
        _broken.With("services/CrowdDx.Cases/Submission/SubmitCase.cs", "namespace CrowdDx.Cases.Submission;")
            .With("services/CrowdDx.Cases/Submission/Wrong.cs", "namespace CrowdDx.Cases;")
            .With("services/CrowdDx.Cases/None.cs", "class None;")
            .With("gateway/CrowdDx.Gateway/Program.cs", "return 0;");

        Assert.Equal(
            [
                "services/CrowdDx.Cases/None.cs has no namespace; its folder says CrowdDx.Cases.",
                "services/CrowdDx.Cases/Submission/Wrong.cs has the namespace CrowdDx.Cases; its folder says CrowdDx.Cases.Submission.",
            ],
            SourceRules.Namespaces(_broken.Read()));
    }
}
