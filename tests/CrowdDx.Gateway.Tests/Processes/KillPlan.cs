namespace CrowdDx.Gateway.Tests.Processes;

/// <summary>What the clients will do and when the process will be killed: all of it from one seed, decided before anything runs.</summary>
internal sealed record KillPlan(IReadOnlyList<KillRound> Rounds)
{
    private const int CasesOfRound = 2;
    private const int AnswersOfCase = 20;

    private static readonly string[] Diagnoses =
        ["Gout", "Septic arthritis", "Lyme disease", "Reactive arthritis", "Psoriatic arthritis", "Haemarthrosis", "Pseudogout", "Osteomyelitis", "Transient synovitis", "Sarcoidosis"];

    public static KillPlan Make(int kills, int experts, int seed)
    {
        var chance = new Random(seed);
        return new([.. Enumerable.Range(0, kills).Select(round => Round(round, experts, chance))]);
    }

    private static KillRound Round(int number, int experts, Random chance)
        => new(
            number,
            [.. Enumerable.Range(0, CasesOfRound).Select(i => Case($"{number}.{i}", isOfMember: i % 2 == 1, experts, chance))],
            // Half of the kills fall into the first moments, where the wave is planned and written, the others anywhere among the answers.
            KillAfterReplies: chance.Next(2) == 0 ? 0 : chance.Next(1, (CasesOfRound * AnswersOfCase) - 1),
            KillAfter: TimeSpan.FromMilliseconds(chance.Next(120)));

    private static PlannedCase Case(string key, bool isOfMember, int experts, Random chance)
    {
        var chosen = new HashSet<int>();
        while (chosen.Count < AnswersOfCase)
            chosen.Add(chance.Next(experts));
        return new(key, isOfMember, [.. chosen.Select(expert => new PlannedAnswer(expert, [.. Versions(chance)]))]);
    }

    // One expert in four thinks again.
    private static IEnumerable<string[]> Versions(Random chance)
    {
        var first = List(chance);
        yield return first;
        var second = List(chance);
        if (chance.Next(4) == 0 && !second.SequenceEqual(first, StringComparer.Ordinal))
            yield return second;
    }

    /// <summary>Up to five rank groups; a bar separates tied diagnoses.</summary>
    private static string[] List(Random chance)
    {
        var diagnoses = Diagnoses.ToArray();
        chance.Shuffle(diagnoses);
        return [.. diagnoses.Take(chance.Next(1, 5)), $"{diagnoses[5]}|{diagnoses[6]}"];
    }
}

/// <summary>Cases and answers during which the process is killed once.</summary>
/// <param name="Number">0, 1, …</param>
/// <param name="Cases">Posted side by side.</param>
/// <param name="KillAfterReplies">The kill waits until so many requests of the round are acknowledged,</param>
/// <param name="KillAfter">and so long.</param>
internal sealed record KillRound(int Number, IReadOnlyList<PlannedCase> Cases, int KillAfterReplies, TimeSpan KillAfter);

internal sealed record PlannedCase(string IdempotencyKey, bool IsOfMember, IReadOnlyList<PlannedAnswer> Answers);

/// <summary>What one expert answers.</summary>
/// <param name="Expert">Which.</param>
/// <param name="Versions">Rank groups of the answer and, where the expert thinks again, of the next one.</param>
internal sealed record PlannedAnswer(int Expert, IReadOnlyList<string[]> Versions);
