using CrowdDx.Terminology.Concepts;

namespace CrowdDx.Terminology.Tests.Loading;

public class CoreFormatReaderTests
{
    private const string Pancreatitis = """
        # A comment.
        pancreatitis
          name          Pancreatitis
          specialty     gastroenterology

        acute-pancreatitis
          name          Acute pancreatitis
          parent        pancreatitis
          specialty     gastroenterology; surgery
          icd10         K85
          dangerous
          also          acute inflammation of the pancreas
          abbreviation  AP
          lay           inflamed pancreas
          de            akute Pankreatitis; akute Bauchspeicheldrüsenentzündung
          code          http://snomed.info/sct|197456007
        """;

    [Fact]
    public void Entry_WithEverything_IsRead()
    {
        var loaded = Draft.Load(Pancreatitis);
        var acute = loaded.Find("acute-pancreatitis")!;

        Assert.Equal("Acute pancreatitis", acute.Label);
        Assert.Equal(["pancreatitis"], acute.Parents);
        Assert.Equal(["acute-pancreatitis"], loaded.Find("pancreatitis")!.Children);
        Assert.Equal(["gastroenterology", "surgery"], acute.Specialties);
        Assert.Equal("K85", acute.Icd10);
        Assert.True(acute.IsDangerous);
        Assert.False(loaded.Find("pancreatitis")!.IsDangerous);
        Assert.Equal(
            [
                ("Acute pancreatitis", NameKind.Preferred, "en"),
                ("acute inflammation of the pancreas", NameKind.Synonym, "en"),
                ("AP", NameKind.Abbreviation, "en"),
                ("inflamed pancreas", NameKind.Lay, "en"),
                ("akute Pankreatitis", NameKind.Synonym, "de"),
                ("akute Bauchspeicheldrüsenentzündung", NameKind.Synonym, "de"),
            ],
            acute.Names.Select(name => (name.Text, name.Kind, name.Language)));
        Assert.Same(acute, loaded.Find(new Coding("http://snomed.info/sct", "197456007")));
        Assert.Equal([new("Test", "1", "none")], loaded.Sources);
    }

    [Fact]
    public void Source_WhenAHeaderNamesIt_IsThatOfTheNamesBelow()
    {
        var loaded = Draft.Load("@source Other; 2026; CC0 1.0\n" + Pancreatitis);
        Assert.Equal([new("Other", "2026", "CC0 1.0")], loaded.Sources);
    }

    [Theory]
    [InlineData("  name  x", "test.txt:1: An indented line needs a diagnosis above it.")]
    [InlineData("a\n  name A\n  nome B", "test.txt:3: 'nome' is no keyword.")]
    [InlineData("a\n  name A\n  also", "test.txt:3: 'also' has no value.")]
    [InlineData("a\n  name A\n  name B", "test.txt:3: A diagnosis has one 'name'.")]
    [InlineData("a\n  name A; B", "test.txt:2: A diagnosis has one 'name'.")]
    [InlineData("a\n  name A\n  dangerous very", "test.txt:3: 'dangerous' has no value.")]
    [InlineData("a\n  name A\n  code 1", "test.txt:3: '1' is no code: 'system|code'.")]
    [InlineData("a\n  name A\n  icd10 K85\n  icd10 K86", "test.txt:4: A diagnosis has at most one 'icd10'.")]
    [InlineData("@source x\na\n  name A", "test.txt:1: A line that starts with @ is '@source name; version; licence'.")]
    public void Line_ThatCannotBeRead_IsReportedWithItsNumber(string text, string problem) => Assert.Equal([problem], Draft.Problems(text));

    [Fact]
    public void Version_WhenANameOrARelationChanges_Changes()
    {
        string[] texts =
        [
            Pancreatitis, Pancreatitis.Replace("inflamed", "sore"), Pancreatitis.Replace("  dangerous\n", ""), Pancreatitis.Replace("  parent        pancreatitis\n", ""),
            "@source Other; 2; x\n" + Pancreatitis,
        ];
        Assert.Equal(texts.Length, texts.Select(text => Draft.Load(text).Version).Distinct().Count());
        Assert.All(texts, text => Assert.InRange(Draft.Load(text).Version.Length, 1, 100));
    }
}
