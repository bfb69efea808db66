namespace CrowdDx.Terminology.Tests;

public class CoreTerminologyTests
{
    [Fact]
    public void Core_HasNoContradiction()
    {
        var problems = CoreTerminology.Check();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Fact]
    public void Core_IsOrderly()
    {
        var core = CoreTerminology.Load();
        Assert.All(core.Diagnoses, diagnosis => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", diagnosis.Id));
        Assert.All(core.Diagnoses, diagnosis => Assert.NotEmpty(diagnosis.Specialties));
        Assert.All(core.Diagnoses.SelectMany(diagnosis => diagnosis.Names), name => Assert.Equal(name.Text, name.Text.Trim()));
    }

    [Fact]
    public void Version_OfTheSameCore_IsTheSame() => Assert.Equal(CoreTerminology.Load().Version, CoreTerminology.Load().Version);
}
