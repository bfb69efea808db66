using System.Diagnostics;
using System.Text;
using CrowdDx.Benchmarks.Measuring;
using CrowdDx.Terminology;
using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Importing;
using CrowdDx.Terminology.Recognizing;

namespace CrowdDx.Benchmarks.Recognition;

/// <summary>
/// Recognising phrases, for accuracy and time, beside the name with the greatest trigram cosine and beside FuzzySharp: on the core, and with made-up diseases
/// that bring it to 30,000.
/// </summary>
internal static class RecognitionScenario
{
    private const int Concepts = 30_000;
    private const int Sample = 400;
    private const int SlowSample = 100;
    private const int Seed = 20260101;

    public static Task RunAsync(Report report)
    {
        Report.Say("recognition: loading …");
        var load = new Samples();
        for (var round = 0; round < report.Rounds; round++)
            load.Add(Milliseconds(() => new PhraseRecognizer(CoreTerminology.Load())));
        report.AddTimes("loading the core", load, goal: "≤ 1 s");

        var core = CoreTerminology.Load();
        AddAccuracy(report, core);
        AddTimes(report, core);
        return Task.CompletedTask;
    }

    private static void AddAccuracy(Report report, LoadedTerminology core)
    {
        Report.Say("recognition: accuracy …");
        var phrases = new Phrases(core);
        (string Kind, List<Phrase> Phrases)[] kinds = [("mistyped", phrases.Mistyped(Sample, Seed)), ("reordered", phrases.Reordered(Sample, Seed)), ("hedged", phrases.Hedged(Sample, Seed))];
        foreach (var recognizer in new IRecognizer[] { new Sieve(new(core)), new TrigramCosine(core), new FuzzyRatio(core) })
        {
            foreach (var (kind, some) in kinds)
            {
                var found = some[..(recognizer is FuzzyRatio ? SlowSample : Sample)].ConvertAll(phrase => (phrase.Id, Found: recognizer.Recognize(phrase.Text)));
                report.AddNumber($"{kind}: right, {recognizer.Name}", 100.0 * found.Count(one => one.Found.Id == one.Id) / found.Count, "%");
                report.AddNumber($"{kind}: silently wrong, {recognizer.Name}", 100.0 * found.Count(one => one.Found.IsSilent && one.Found.Id != one.Id) / found.Count, "%");
            }
        }

        AddFalseMerges(report, core, phrases);
    }

    /// <summary>Every tenth diagnosis is taken out of the terminology: what its names are silently taken for is wrong.</summary>
    private static void AddFalseMerges(Report report, LoadedTerminology core, Phrases phrases)
    {
        var left = core.Diagnoses.Where((_, i) => i % 10 == 0).Select(diagnosis => diagnosis.Id).ToHashSet(StringComparer.Ordinal);
        var without = new LoadedTerminology("without a tenth", [.. core.Diagnoses.Where(diagnosis => !left.Contains(diagnosis.Id))], []);
        var unknown = phrases.Preferred(int.MaxValue, Seed).Where(phrase => left.Contains(phrase.Id)).Take(Sample).ToList();
        foreach (var recognizer in new IRecognizer[] { new Sieve(new(without)), new TrigramCosine(without), new FuzzyRatio(without) })
        {
            var some = unknown[..(recognizer is FuzzyRatio ? SlowSample : Sample)];
            report.AddNumber($"unknown diseases silently taken for others, {recognizer.Name}", 100.0 * some.Count(phrase => recognizer.Recognize(phrase.Text).IsSilent) / some.Count, "%");
        }
    }

    private static void AddTimes(Report report, LoadedTerminology core)
    {
        Report.Say($"recognition: {Concepts:N0} concepts …");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var many = Many(core);
        var sieve = new PhraseRecognizer(many);
        report.AddNumber($"memory of {Concepts:N0} concepts and their index", (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6, "MB", "≤ 100 MB");

        var names = many.Diagnoses.SelectMany(diagnosis => diagnosis.Names).Select(name => name.Text).ToArray();
        var lowered = names.Select(name => name.ToLowerInvariant()).Distinct().ToHashSet(StringComparer.Ordinal);
        var (exact, floor) = (new Samples(), new Samples());
        for (var round = -2; round < report.Rounds; round++)
        {
            var sieveTook = Milliseconds(() => Array.TrueForAll(names, name => sieve.Recognize(name) is not null));
            var floorTook = Milliseconds(() => Array.TrueForAll(names, name => lowered.Contains(name.ToLowerInvariant())));
            if (round < 0)
                continue;
            exact.Add(names.Length / sieveTook * 1000);
            floor.Add(names.Length / floorTook * 1000);
        }

        report.AddRates("exact phrases (floor: a hash set of lowered names)", exact, floor, "≥ 500,000/s");
        AddMistyped(report, new Sieve(sieve), new TrigramCosine(many), new FuzzyRatio(many), new Phrases(core).Mistyped(Sample, Seed + 1));
    }

    private static void AddMistyped(Report report, Sieve sieve, TrigramCosine cosine, FuzzyRatio ratio, List<Phrase> mistyped)
    {
        var (sieveTimes, cosineTimes, ratioTimes) = (new Samples(), new Samples(), new Samples());
        for (var round = -1; round < report.Rounds; round++)
        {
            foreach (var phrase in mistyped)
            {
                var (sieveTook, cosineTook) = (Milliseconds(() => sieve.Recognize(phrase.Text)), Milliseconds(() => cosine.Recognize(phrase.Text)));
                if (round < 0)
                    continue;
                sieveTimes.Add(sieveTook);
                cosineTimes.Add(cosineTook);
            }
        }

        foreach (var phrase in mistyped.Take(20))
            ratioTimes.Add(Milliseconds(() => ratio.Recognize(phrase.Text)));
        report.AddTimes("a mistyped phrase (floor: trigram cosine)", sieveTimes, cosineTimes, "p99 ≤ 5 ms");
        report.AddNumber("a mistyped phrase, mean", sieveTimes.Mean, "ms", "≤ 0.3 ms");
        report.AddTimes("a mistyped phrase, FuzzySharp", ratioTimes);
    }

    private static LoadedTerminology Many(LoadedTerminology core)
    {
        string[] places = ["Ruritanian", "Zemblan", "Graustarkian", "Syldavian", "Freedonian", "Bordurian", "Krakozhian", "Latverian"];
        var rows = new StringBuilder("id,name\n");
        foreach (var (label, i) in places.SelectMany(place => core.Diagnoses.Select(diagnosis => $"{place} {diagnosis.Label}")).Take(Concepts - core.Diagnoses.Count).Select((label, i) => (label, i)))
            rows.Append($"made-up-{i},\"{label}\"\n");
        var import = new TerminologyImport();
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(rows.ToString()));
        import.Add("made-up.csv", content);
        return import.Build();
    }

    private static double Milliseconds<T>(Func<T> act)
    {
        var started = Stopwatch.GetTimestamp();
        GC.KeepAlive(act());
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
