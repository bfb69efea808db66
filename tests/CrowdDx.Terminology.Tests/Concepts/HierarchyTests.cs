using CrowdDx.Terminology.Concepts;

namespace CrowdDx.Terminology.Tests.Concepts;

public class HierarchyTests
{
    private readonly Hierarchy _biliary = Draft.Load("""
        biliary
          name Biliary disease
        gallstones
          name Gallstone disease
          parent biliary
        sludge
          name Biliary sludge
          parent gallstones
        microlithiasis
          name Biliary microlithiasis
          parent gallstones
        cholangitis
          name Cholangitis
          parent biliary
        asthma
          name Asthma
        """).Hierarchy;

    [Theory]
    [InlineData("sludge", "sludge", Relation.Same)]
    [InlineData("sludge", "biliary", Relation.Narrower)]
    [InlineData("biliary", "sludge", Relation.Broader)]
    [InlineData("sludge", "microlithiasis", Relation.Other)]
    [InlineData("sludge", "unknown", Relation.Other)]
    public void Relate_OfTwo_IsThis(string first, string second, Relation expected) => Assert.Equal(expected, _biliary.Relate(first, second));

    [Fact]
    public void Families_WhenSiblingsSplitTheVote_NameTheirClosestParentFirst()
    {
        var families = _biliary.Families(["sludge", "asthma", "microlithiasis", "cholangitis", "unknown"]);
        Assert.Equal(["gallstones", "biliary"], families.Select(family => family.Of.Id));
        Assert.Equal(["sludge", "microlithiasis"], families[0].Members);
        Assert.Equal(["sludge", "microlithiasis", "cholangitis"], families[1].Members);
    }

    [Fact]
    public void Families_WhenAParentIsSuggestedBesideItsKind_AreOfIt() =>
        Assert.Equal(["gallstones", "sludge"], Assert.Single(_biliary.Families(["gallstones", "sludge"])).Members);

    [Fact]
    public void Families_WhenAllMembersAreInACloserOne_AreLeftOut() =>
        Assert.Equal(["gallstones"], _biliary.Families(["sludge", "microlithiasis"]).Select(family => family.Of.Id));
}
