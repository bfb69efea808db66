using CrowdDx.Terminology.Concepts;

namespace CrowdDx.Terminology.Tests.Importing;

public class DelimitedTests
{
    [Fact]
    public void Rows_OfOneId_AreNamesOfOneDiagnosis()
    {
        var loaded = Imported.Alone.With("local.csv", """"
            id,name,kind,language,parent,dangerous,source,licence
            x1,"Fever, relapsing",,,,yes,Ward list,CC0
            x1,"the ""hop""",lay,,,,,
            x1,Rückfallfieber,,de,,,,
            x2,Tick-borne relapsing fever,,,x1,,,
            """").Loaded;
        var fever = loaded.Find("x1")!;
        Assert.Equal([("Fever, relapsing", NameKind.Preferred, "en"), ("the \"hop\"", NameKind.Lay, "en"), ("Rückfallfieber", NameKind.Synonym, "de")], fever.Names.Select(name => (name.Text, name.Kind, name.Language)));
        Assert.True(fever.IsDangerous);
        Assert.Equal(["x2"], fever.Children);
        Assert.Equal(new("Ward list", "", "CC0"), fever.Names[0].Source);
    }

    [Fact]
    public void Id_WhenThereIsNone_IsMadeOfTheName() =>
        Assert.Equal("Q fever", Imported.Alone.With("x.tsv", "name\tkind\nQ fever\t\n").Loaded.Find("q-fever")!.Label);

    [Theory]
    [InlineData("name,colour\nx,y\n", "x.csv:1: The first row names the columns: 'name', and of id, name, kind, language, parent, specialty, icd10, dangerous, code, source, version, licence what is wanted, each once.")]
    [InlineData("name,id\nx,1\n,2\nz,3\n", "x.csv:3: The row has no name.")]
    [InlineData("name,id\nx,1\ny,1,2,3\n", "x.csv:3: The row has 4 fields; the header has 2.")]
    [InlineData("name,id,kind\nx,1,\ny,1,nick\n", "x.csv:3: 'nick' is no kind of name: preferred, synonym, abbreviation, lay, eponym.")]
    [InlineData("name,id\nx,1\n\"y,2\n", "x.csv:3: A quote is not closed.")]
    public void BadRow_IsReportedWithItsLine(string text, string problem) => Assert.Equal([problem], Imported.Alone.With("x.csv", text).Problems);
}
