using CrowdDx.Benchmarks.Answers;
using CrowdDx.Benchmarks.Events;
using CrowdDx.Benchmarks.FanOut;
using CrowdDx.Benchmarks.ManyProcesses;
using CrowdDx.Benchmarks.Measuring;
using CrowdDx.Benchmarks.Pooling;
using CrowdDx.Benchmarks.Recognition;

(string Name, Func<Report, Task> RunAsync)[] scenarios =
[
    ("fanout", FanOutScenario.RunAsync),
    ("answers", AnswersScenario.RunAsync),
    ("events", EventsScenario.RunAsync),
    ("pooling", PoolingScenario.RunAsync),
    ("recognition", RecognitionScenario.RunAsync),
    ("spread", SpreadScenario.RunAsync),
    ("aggregators", AggregatorsScenario.RunAsync),
    ("huge", HugeNetworkScenario.RunAsync),
    ("idle", IdleScenario.RunAsync),
];

var names = args.Where(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToList();
var json = Option("--json=");
var rounds = Option("--rounds=") ?? "7";
if (names.Except(scenarios.Select(scenario => scenario.Name)).Any() || args.Except([.. names, $"--json={json}", $"--rounds={rounds}"]).Any() || !int.TryParse(rounds, out var count) || count < 1)
{
    Console.Error.WriteLine($"Usage: CrowdDx.Benchmarks [{string.Join("] [", scenarios.Select(scenario => scenario.Name))}] [--rounds=7] [--json=FILE]");
    return 2;
}

var report = new Report { Rounds = count };
foreach (var (name, runAsync) in scenarios.Where(scenario => names.Count == 0 || names.Contains(scenario.Name)))
{
    report.Scenario = name;
    await runAsync(report);
}
report.PrintTable(Console.Out);
if (json is not null)
    report.WriteJson(json);
return 0;

string? Option(string name) => args.FirstOrDefault(arg => arg.StartsWith(name, StringComparison.Ordinal))?[name.Length..];
