using CrowdDx.Terminology.Importing;
using CrowdDx.Terminology.Recognizing;

namespace CrowdDx.Terminology.Tests.Importing;

public class MergingTests
{
    private const string First = "id,name,kind,code\na1,Haemorrhoids,,\na1,piles,lay,\nb1,Myocardial infarction,,http://snomed.info/sct|22298006\nb1,MI,abbreviation,\n";

    [Fact]
    public void Diagnosis_WithAKnownName_IsTheSameAndBringsItsNames()
    {
        var imported = Imported.Alone.With("one.csv", First).With("two.csv", "id,name\nz9,hemorrhoid\nz9,emerods\nz8,Itch\n");
        Assert.Equal(["Haemorrhoids", "piles", "hemorrhoid", "emerods"], imported.Names("a1"));
        Assert.Equal(["one", "one", "two", "two"], imported.Loaded.Find("a1")!.Names.Select(name => name.Source.Name));
        Assert.Null(imported.Loaded.Find("z9"));
        Assert.Equal((1, 1), (imported.Reports[1].Merged, imported.Reports[1].Added));
    }

    [Fact]
    public void Diagnosis_WithAKnownCode_IsTheSame() =>
        Assert.Contains("cardiac infarct", Imported.Alone.With("one.csv", First).With("two.csv", "name,code\ncardiac infarct,http://snomed.info/sct|22298006\n").Names("b1"));

    [Fact]
    public void Name_OfAnother_StaysWithWhomItWasFirst()
    {
        var imported = Imported.Alone.With("one.csv", First).With("two.csv", "id,name\nz1,Prostate pain\nz1,Piles\n");
        Assert.Equal(["Prostate pain"], imported.Names("z1"));
        Assert.Equal("two.csv:3: 'Piles' of z1 is left out: it is a name of a1.", Assert.Single(imported.Reports[1].LeftOut).ToString());
    }

    [Fact]
    public void Relation_ThatWouldMakeACircle_IsLeftOut()
    {
        var imported = Imported.Alone.With("one.csv", "id,name,parent\na,Ulcer,\nb,Gastric ulcer,a\n").With("two.csv", "id,name,parent\na,Ulcer,\nx,gastric ulcer,\ny,ulcer,x\n");
        Assert.Empty(imported.Loaded.Find("a")!.Parents);
        Assert.Contains("is a kind of", Assert.Single(imported.Reports[1].LeftOut).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Abbreviation_OfTheCore_IsNotMadeAmbiguousByAnImport()
    {
        var imported = Imported.UponCore.With("more.csv", "id,name,kind\nq1,Quite another thing,\nq1,DVT,abbreviation\n");
        Assert.Equal("deep-vein-thrombosis", Core.Of(new PhraseRecognizer(imported.Loaded), "DVT"));
    }

    [Fact]
    public void Version_OfTheCoreAlone_IsTheCores()
    {
        Assert.Equal(CoreTerminology.Load().Version, new TerminologyImport().Build().Version);
        Assert.NotEqual(CoreTerminology.Load().Version, Imported.UponCore.With("x.csv", "name\nA new disease\n").Loaded.Version);
    }

    [Fact]
    public void Convert_ThenLoad_IsTheSame()
    {
        const string Text = "id,name,kind,language,parent,specialty,icd10,dangerous,code,source,version,licence\n"
            + "a,Alpha disease,,,,cardiology;surgery,I21,yes,urn:x|1,S,1,CC0\na,AD,abbreviation,,,,,,,S,1,CC0\na,Alphakrankheit,,de,,,,,,S,1,CC0\nb,Beta; disease,,,a,,,,,S,1,CC0\n";
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Text));
        using var output = new StringWriter();
        var (written, problems) = TerminologyImport.Convert("x.csv", content, [], output);
        Assert.Equal((2, 0), (written, problems.Count));

        var loaded = Imported.Alone.With("x.txt", output.ToString()).Loaded;
        var direct = Imported.Alone.With("x.csv", Text.Replace("Beta;", "Beta,", StringComparison.Ordinal).Replace("Beta, disease", "\"Beta, disease\"", StringComparison.Ordinal)).Loaded;
        Assert.Equal(direct.Version, loaded.Version);
    }

    [Fact]
    public void Convert_WithARoot_WritesItAndItsKinds()
    {
        using var content = new MemoryStream("id,name,parent\na,Alpha,\nb,Beta,a\nc,Gamma,b\nd,Delta,\n"u8.ToArray());
        using var output = new StringWriter();
        Assert.Equal(2, TerminologyImport.Convert("x.csv", content, ["b"], output).Written);
        Assert.DoesNotContain("Delta", output.ToString(), StringComparison.Ordinal);
    }
}
