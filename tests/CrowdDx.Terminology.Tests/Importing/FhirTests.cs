namespace CrowdDx.Terminology.Tests.Importing;

public class FhirTests
{
    [Fact]
    public void ValueSetOfSnomed_IsReadWithoutWhatIsNoDisorder()
    {
        var imported = Imported.Alone.With("gps.json", """
            { "resourceType": "ValueSet", "title": "Global Patient Set", "version": "2026", "copyright": "see https://creativecommons.org/licenses/by/4.0/",
              "compose": { "include": [ { "system": "http://snomed.info/sct", "concept": [
                { "code": "22298006", "display": "Myocardial infarction (disorder)" }, { "code": "80891009", "display": "Heart structure (body structure)" } ] } ] } }
            """);
        var loaded = Assert.Single(imported.Loaded.Diagnoses);
        Assert.Equal(("SCT:22298006", "Myocardial infarction"), (loaded.Id, loaded.Label));
        Assert.Equal(new Coding("http://snomed.info/sct", "22298006"), Assert.Single(loaded.Codings));
        Assert.Equal(new("Global Patient Set", "2026", "CC BY 4.0"), loaded.Names[0].Source);
    }

    [Fact]
    public void CodeSystem_IsReadWithDesignationsAndParents()
    {
        var loaded = Imported.Alone.With("cs.json", """
            { "resourceType": "CodeSystem", "url": "http://example.org/cs/lung", "name": "Lung", "concept": [
              { "code": "1", "display": "Pneumonia", "designation": [ { "language": "de-AT", "value": "Lungenentzündung" } ], "concept": [ { "code": "2", "display": "Lobar pneumonia" } ] },
              { "code": "3", "display": "Viral pneumonia", "property": [ { "code": "parent", "valueCode": "1" } ] } ] }
            """).Loaded;
        Assert.Equal(["lung:2", "lung:3"], loaded.Find("lung:1")!.Children);
        Assert.Equal(("Lungenentzündung", "de"), (loaded.Find("lung:1")!.Names[1].Text, loaded.Find("lung:1")!.Names[1].Language));
    }

    [Theory]
    [InlineData("{ \"resourceType\": \"CodeSystem\",\n \"concept\": [ { ", "cs.json:2: This is no JSON.")]
    [InlineData("{ \"resourceType\": \"Patient\" }", "cs.json:1: A FHIR file holds a CodeSystem or a ValueSet.")]
    [InlineData("[]", "cs.json:1: A FHIR file holds a CodeSystem or a ValueSet.")]
    [InlineData("{ \"resourceType\": \"CodeSystem\", \"concept\": [ { \"code\": \"1\" } ] }", "cs.json: concept[0] has no code or no display.")]
    public void BadFile_IsReported(string json, string problem) => Assert.Equal([problem], Imported.Alone.With("cs.json", json).Problems);
}
