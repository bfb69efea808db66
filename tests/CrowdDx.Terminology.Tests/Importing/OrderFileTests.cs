namespace CrowdDx.Terminology.Tests.Importing;

public class OrderFileTests
{
    private static readonly string[] Lines =
    [
        Line(1, "K85", 0, "Acute pancreatitis"),
        Line(2, "K851", 0, "Biliary acute pancreatitis"),
        Line(3, "K8510", 1, "Biliary acute pancreatitis without necrosis or infection"),
        Line(4, "K859", 0, "Acute pancreatitis, unspecified"),
        Line(5, "S72001A", 1, "Fracture of unspecified part of neck of right femur, initial encounter"),
        Line(6, "Z000", 1, "Encounter for general examination"),
    ];

    [Fact]
    public void Codes_AreReadWithTheirParents()
    {
        var loaded = Imported.Alone.With("icd10cm-order-2026.txt", string.Join('\n', Lines)).Loaded;
        Assert.Equal(["ICD10CM:K85", "ICD10CM:K85.1", "ICD10CM:K85.10"], loaded.Diagnoses.Select(diagnosis => diagnosis.Id));
        Assert.Equal(["ICD10CM:K85.1"], loaded.Find("ICD10CM:K85.10")!.Parents);
        Assert.Equal("K85", loaded.Find("ICD10CM:K85.10")!.Icd10);
        Assert.Equal(new("ICD-10-CM", "2026", "public domain"), loaded.Sources[0]);
    }

    [Fact]
    public void Line_OutOfItsColumns_IsReported() =>
        Assert.Equal(["order.txt:2: A line is an order number, a code, 0 or 1, a short and a long description, each in its columns."],
            Imported.Alone.With("order.txt", $"{Lines[0]}\n0000 K86 nothing\n{Lines[1]}").Problems);

    private static string Line(int number, string code, int header, string text) => $"{number:00000} {code,-7} {header} {text[..Math.Min(60, text.Length)],-60} {text}";
}
