using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Recognizing;

namespace CrowdDx.Terminology.Tests.Importing;

public class OboTests
{
    private const string Header = "format-version: 1.2\ndata-version: releases/2026-01-01\nontology: doid\n\n";

    private const string Cholecystitis = Header + """
        [Term]
        id: DOID:1949
        name: cholecystitis
        def: "Inflammation, \"so to speak\"." [url:x]
        synonym: "inflammation of gallbladder" EXACT []
        synonym: "acute cholecystitis" EXACT [ICD:1]
        synonym: "chronic cholecystitis" EXACT []
        synonym: "gallbladder trouble" RELATED []
        synonym: "CCX" EXACT OMO:0003012 []
        xref: SNOMEDCT_US_2021_09_01:76581006
        xref: ICD10CM:K81
        is_a: DOID:1 ! disease {source="x"}

        [Term]
        id: DOID:1
        name: disease

        [Term]
        id: DOID:2
        name: old thing
        is_obsolete: true

        [Typedef]
        id: part_of
        name: part of
        """;

    [Fact]
    public void Term_IsReadWithItsSource()
    {
        var loaded = Imported.Alone.With("doid.obo", Cholecystitis).Loaded;
        var read = loaded.Find("DOID:1949")!;

        Assert.Equal(["cholecystitis", "inflammation of gallbladder", "CCX"], read.Names.Select(name => name.Text));
        Assert.Equal([NameKind.Preferred, NameKind.Synonym, NameKind.Abbreviation], read.Names.Select(name => name.Kind));
        Assert.Equal(["DOID:1"], read.Parents);
        Assert.All(read.Names, name => Assert.Equal(new("Human Disease Ontology", "releases/2026-01-01", "CC0 1.0"), name.Source));
        Assert.Same(read, loaded.Find(new Coding("http://snomed.info/sct", "76581006")));
        Assert.Same(read, loaded.Find(new Coding("http://purl.obolibrary.org/obo/doid.owl", "DOID:1949")));
        Assert.Null(loaded.Find("DOID:2"));
        Assert.Null(loaded.Find("part_of"));
    }

    [Fact]
    public void ExactSynonym_ThatAddsAModifier_IsAChild()
    {
        var imported = Imported.Alone.With("doid.obo", Cholecystitis);
        Assert.Equal(["DOID:1949#acute-cholecystitis", "DOID:1949#chronic-cholecystitis"], imported.Loaded.Find("DOID:1949")!.Children);
        Assert.Equal("acute cholecystitis", imported.Loaded.Find("DOID:1949#acute-cholecystitis")!.Label);
        Assert.Equal(2, imported.Reports[0].Children);
        Assert.Equal("DOID:1949#acute-cholecystitis", Core.Of(new PhraseRecognizer(imported.Loaded), "cholecystitis, acute"));
        Assert.Equal("DOID:1949", Core.Of(new PhraseRecognizer(imported.Loaded), "cholecystitis"));
    }

    [Fact]
    public void ExactSynonym_ThatTakesAModifierAway_IsLeftOut()
    {
        var imported = Imported.Alone.With("x.obo", Header + "[Term]\nid: X:1\nname: acute cholangitis\nsynonym: \"cholangitis\" EXACT []\n");
        Assert.Equal(["acute cholangitis"], imported.Names("X:1"));
        Assert.Equal(1, imported.Reports[0].Broader);
    }

    [Theory]
    [InlineData("[Term]\nid: X:1\nname: a\nsynonym: b EXACT []\n", "x.obo:8: 'b EXACT []' is no synonym: \"text\" SCOPE [references].")]
    [InlineData("[Term]\nid: X:1\nname: a\n\n[Term]\nid: X:2\n", "x.obo:9: A term needs an id and a name.")]
    [InlineData("[Term]\nname: a\nid: X:1\nname: b\n", "x.obo:6: 'name' stands before the id of its term.")]
    [InlineData("[Term]\nid: X:1\nname: a\nnonsense\n", "x.obo:8: A line is a tag, a colon and a value.")]
    [InlineData("[Term\n", "x.obo:5: '[Term' is no stanza.")]
    public void BadLine_IsReportedWithItsNumberAndSkipped(string terms, string problem)
    {
        var imported = Imported.Alone.With("x.obo", Header + terms + "\n[Term]\nid: X:9\nname: good\n");
        Assert.Equal([problem], imported.Problems);
        Assert.NotNull(imported.Loaded.Find("X:9"));
    }

    [SharedDataFact]
    public void HumanDiseaseOntology_UponTheCore_KeepsWhatTheCoreSays()
    {
        var imported = Imported.UponCore.With("doid-composite.obo", File.ReadAllText(SharedDataFactAttribute.HumanDiseaseOntology));
        Assert.Empty(imported.Problems);
        Assert.True(imported.Reports[0].Merged > 1000);
        Assert.True(imported.Loaded.Diagnoses.Count > 12_000);

        var recognizer = new PhraseRecognizer(imported.Loaded);
        Assert.All(Core.Recognizer.Terminology.Diagnoses, diagnosis => Assert.Equal(diagnosis.Id, recognizer.Recognize(diagnosis.Label).Diagnosis?.Id));
        Assert.Equal("DOID:3413", Core.Of(recognizer, "Alpha Mannosidosis"));
    }
}
