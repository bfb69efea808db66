using System.Text.Json.Nodes;

using CrowdDx.Browser.Tests.Stage;
using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CrowdDx.Browser.Tests.Posting;

/// <summary>Ten published cases, typed into the form as a student would.</summary>
[Collection(BrowserCollection.Name)]
public sealed class RealCasesTests(BrowserStage stage)
{
    private const string File = "clinical-cases/cases.jsonl";
    private const int Cases = 10;

    [SharedDataBrowserFact(File)]
    public async Task Form_WithPublishedCases_PostsEachOfThem()
    {
        var cast = await stage.CastAsync(experts: 0);
        await using var student = await stage.WindowAsync(cast.Student);
        foreach (var sheet in System.IO.File.ReadLines(SharedDataBrowserFactAttribute.PathOf(File)).Where(line => line.Length > 0).Take(Cases).Select(line => Read(JsonNode.Parse(line)!)))
        {
            await student.GoAsync("/cases/new");
            await student.Page.FillAsync(sheet, cast.NetworkName);
            await student.Page.PostAsync();
            await ContentTheScreenAsync(student.Page);
            await student.Page.ArriveAtCaseAsync();
            await Expect(student.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(sheet.Title);
        }

        await student.GoAsync("/cases");
        await Expect(student.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveCountAsync(Cases);
        Assert.Empty(student.Complaints);
    }

    /// <summary>Takes what the screen suggests, and says that the patient is looked after, where it asks for either.</summary>
    private static async Task ContentTheScreenAsync(IPage page)
    {
        if (await page.Button("Take all suggestions").CountAsync() > 0)
        {
            await page.Button("Take all suggestions").ClickAsync();
            await page.PostAsync();
        }
        var emergency = page.GetByLabel("The patient is being looked after");
        if (await emergency.CountAsync() > 0)
        {
            await emergency.CheckAsync();
            await page.PostAsync();
        }
    }

    private static CaseSheet Read(JsonNode line)
    {
        var read = line["OSCE_Examination"]!;
        var patient = read["Patient_Actor"]!;
        var who = (string)patient["Demographics"]!;
        var years = who.Split("-year-old")[0] is var first && int.TryParse(first, out _) ? first : null;
        return new(Cut((string)read["Objective_for_Doctor"]!, 150), (string)patient["History"]!)
        {
            AgeYears = years,
            AgeBand = years is not null ? null : who.Contains("month", StringComparison.Ordinal) ? "infant (under 1 year)" : "newborn (under 28 days)",
            Sex = who.Contains("female", StringComparison.Ordinal) || who.Contains("woman", StringComparison.Ordinal) ? "female" : "male",
            History = $"{Text(patient["Past_Medical_History"])}\n{Text(patient["Social_History"])}\n{Text(patient["Review_of_Systems"])}",
            Examination = Text(read["Physical_Examination_Findings"]),
            Investigations = Text(read["Test_Results"]),
            Question = "What could it be?",
        };
    }

    /// <summary>Nested findings as lines of "Name: value".</summary>
    private static string Text(JsonNode? node)
        => node switch
        {
            JsonObject members => string.Join('\n', members.Select(member => $"{member.Key.Replace('_', ' ')}: {Text(member.Value)}")),
            JsonArray items => string.Join(", ", items.Select(Text)),
            _ => node?.ToString() ?? "",
        };

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..text.LastIndexOf(' ', most)];
}
