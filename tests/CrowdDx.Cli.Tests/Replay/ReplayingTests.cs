namespace CrowdDx.Cli.Tests.Replay;

/// <summary>The whole command against a service on a real port.</summary>
public sealed class ReplayingTests
{
    private const string Burn = """{"case":"c-1","readers":[[["Burn"]]]}""";
    private const string Rash = """{"case":"c-2","readers":[[["Psoriasis"]],[["Eczema","Xerosis"],["Psoriasis"]],[["Eczema"]]]}""";

    private const string Full = """
        {"case":"c-3","author":"Ada","title":"A swollen knee","patient":{"ageYears":16,"sex":"male"},"presentation":"It swelled overnight.","question":"Which?","specialties":["rheumatology"],"language":"de","answers":[{"expert":"a","diagnoses":[[{"text":"Gout","confidence":0.6,"coding":{"system":"urn:x","code":"g"}}]],"rationale":"Sudden.","nextTest":"Aspiration","assistance":"none"}],"outcome":{"status":"confirmed","basis":"textbook","diagnoses":[{"text":"Gout"}]}}
        """;

    [Fact]
    public async Task Run_WhenAllGoesWell_GivesTheDigest()
    {
        await using var service = await FakeService.StartAsync();
        using var tool = new ReplayTool(service);

        var json = (await tool.With(Burn, Rash, Full).RunAsync()).Ended(0).Json;

        Assert.Equal(3, json.GetProperty("cases").GetInt32());
        Assert.Equal(5, json.GetProperty("answers").GetInt32());
        Assert.Equal(5, json.GetProperty("newAnswers").GetInt32());
        Assert.Equal(1, json.GetProperty("outcomes").GetInt32());
        Assert.True(json.GetProperty("answersPerSecond").GetDouble() > 0);
        Assert.True(json.GetProperty("secondsToAllBoards").GetDouble() >= json.GetProperty("answerSeconds").GetDouble());

        // c-2: Psoriasis 1 + 1/2, Eczema 1 + 1, Xerosis 1.
        var digest = json.GetProperty("digest");
        Assert.Equal(5, digest.GetProperty("answers").GetInt32());
        Assert.Equal((1 + 1 + 2 / 4.5) / 3, digest.GetProperty("meanMaxShare").GetDouble(), 12);
        Assert.Equal(5.0 / 3, digest.GetProperty("meanDistinct").GetDouble(), 12);
        Assert.Equal(0, digest.GetProperty("tied").GetInt32());
        Assert.Equal(2, digest.GetProperty("single").GetInt32());
    }

    [Fact]
    public async Task Run_WhenALineIsShort_PostsFictionAndCodes()
    {
        await using var service = await FakeService.StartAsync();
        using var tool = new ReplayTool(service);

        (await tool.With(Rash).RunAsync("--specialty", "dermatology")).Ended(0);

        var posted = service.Cases.Values.Single();
        Assert.Equal("Replayed case c-2 (fictitious)", posted.Request.Title);
        Assert.Equal(["dermatology"], posted.Request.Specialties);
        Assert.Equal("adult", posted.Request.Patient["ageBand"]!.GetValue<string>());
        Assert.Equal("test:c-2", posted.IdempotencyKey);
        Assert.All(posted.Answers.Values.SelectMany(versions => versions.Single().Diagnoses).SelectMany(group => group),
            diagnosis => Assert.Equal(new("urn:crowddx:replay", diagnosis.Text), diagnosis.Coding));
        Assert.Equal(3, service.Members.Count);
        Assert.Contains("Replay test", service.Networks.Keys);
    }

    [Fact]
    public async Task Run_WhenALineIsFull_PostsWhatItSays()
    {
        await using var service = await FakeService.StartAsync();
        using var tool = new ReplayTool(service);

        (await tool.With(Burn, Full).RunAsync("--no-coding")).Ended(0);

        var posted = service.Cases.Values.Single(posted => posted.Request.Title == "A swollen knee");
        Assert.NotEqual(posted.Author, service.Cases.Values.Single(other => other != posted).Author);
        Assert.Equal("""{"ageYears":16,"sex":"male"}""", posted.Request.Patient.ToJsonString());
        Assert.Equal("de", posted.Request.Language);
        var answer = posted.Answers.Values.Single().Single();
        Assert.Equal(new FakeDiagnosis("Gout", new("urn:x", "g"), 0.6), answer.Diagnoses.Single().Single());
        Assert.Equal(("Sudden.", "Aspiration", "none"), (answer.Rationale, answer.NextTest, answer.Assistance));
        Assert.Equal(new FakeDiagnosis("Gout"), posted.Outcomes.Single().Diagnoses!.Single());
    }

    [Fact]
    public async Task Reader_WhenInSeveralCases_IsOneAccount()
    {
        await using var service = await FakeService.StartAsync();
        using var tool = new ReplayTool(service);

        (await tool.With(Burn, Rash).RunAsync()).Ended(0);

        Assert.Equal(3, service.Accounts.Values.Count(account => account.Role == "expert"));
        Assert.Equal(1, service.Accounts.Values.Count(account => account.Role == "student"));
        var first = service.Cases.Values.Select(posted => posted.Answers.Keys.First()).Distinct(StringComparer.Ordinal);
        Assert.Single(first);
    }

    [Fact]
    public async Task Outcome_WhenPosted_ComesBeforeAnybodyReadsTheBoard()
    {
        await using var service = await FakeService.StartAsync();
        using var tool = new ReplayTool(service);
        service.Disturb("POST", "/outcome", 1, async (_, handle) =>
        {
            Assert.Equal(0, service.Count("GET /differential"));
            await handle();
        });

        (await tool.With(Full).RunAsync()).Ended(0);

        Assert.Single(service.Cases.Values.Single().Outcomes);
    }

    [Fact]
    public async Task Run_WhenNotChecked_ReadsNoBoard()
    {
        await using var service = await FakeService.StartAsync();
        using var tool = new ReplayTool(service);

        var ran = (await tool.With(Burn).RunAsync("--check", "false")).Ended(0);

        Assert.Equal(0, service.Count("GET /differential"));
        Assert.False(ran.Json.TryGetProperty("digest", out _));
    }

    [Fact]
    public async Task Run_WhenACaseIsRefused_NamesItsLineAndGoesOn()
    {
        await using var service = await FakeService.StartAsync();
        using var tool = new ReplayTool(service);
        var refused = Full.Replace("A swollen knee", "refuse me", StringComparison.Ordinal);

        var ran = (await tool.With(Burn, "", refused, Rash).RunAsync()).Ended(1);

        Assert.Contains("line 3, c-3: 400 One or more validation errors occurred. title: Say something else.", ran.Error, StringComparison.Ordinal);
        var error = Assert.Single(ran.Json.GetProperty("errors").EnumerateArray());
        Assert.Equal(3, error.GetProperty("line").GetInt32());
        Assert.Equal(2, ran.Json.GetProperty("digest").GetProperty("cases").GetInt32());
    }

    [Fact]
    public async Task Run_WhenTheInputIsWrong_SendsNothing()
    {
        await using var service = await FakeService.StartAsync();
        using var tool = new ReplayTool(service);

        var ran = (await tool.With(Burn, """{"case":"c-9","readers":[[["A"],["A"]]]}""").RunAsync()).Ended(2);

        Assert.Contains("cases.jsonl:2: readers[0][1][0]: 'A' stands in this list before.", ran.Error, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
        Assert.False(File.Exists(tool.State));
    }

    [Fact]
    public async Task Run_WhenLimited_ReadsNoFurther()
    {
        await using var service = await FakeService.StartAsync();
        using var tool = new ReplayTool(service);

        (await tool.With(Burn, Rash, "not JSON").RunAsync("--limit", "2")).Ended(0);

        Assert.Equal(2, service.Cases.Count);
    }

    /// <summary>Through HTTP and back, to the last digit of the anchors that come with the data.</summary>
    [SharedDataFact]
    public async Task Dermatology_WhenReplayed_GivesTheAnchors()
    {
        await using var service = await FakeService.StartAsync();
        using var tool = new ReplayTool(service).With(await File.ReadAllLinesAsync(SharedDataFactAttribute.Dermatology));

        var digest = (await tool.RunAsync("--specialty", "dermatology")).Ended(0).Json.GetProperty("digest");

        Assert.Equal((974, 4_761), (digest.GetProperty("cases").GetInt32(), digest.GetProperty("answers").GetInt32()));
        Assert.Equal((115, 74), (digest.GetProperty("tied").GetInt32(), digest.GetProperty("single").GetInt32()));
        Assert.Equal(0.583266, digest.GetProperty("meanMaxShare").GetDouble(), 6);
        Assert.Equal(0.999365, digest.GetProperty("meanEntropyNats").GetDouble(), 6);
        Assert.Equal(3.8819, digest.GetProperty("meanDistinct").GetDouble(), 4);
    }

    [Theory]
    [InlineData("replay")]
    [InlineData("replay", "--url", "ftp://x", "--key", "k", "--input", "f")]
    [InlineData("replay", "--url", "http://x", "--key", "k", "--input", "/nowhere/at/all.jsonl")]
    [InlineData("replay", "--url", "http://x", "--key", "k", "--input", "f", "--run", "Not a name")]
    [InlineData("replay", "--url", "http://x", "--key", "k", "--input", "f", "--concurrency", "0")]
    [InlineData("nonsense")]
    public async Task CommandLine_WhenWrong_EndsWithTwo(params string[] arguments)
    {
        var ran = (await ReplayTool.RunAsync(arguments, default)).Ended(2);
        Assert.NotEmpty(ran.Error);
    }
}
