namespace CrowdDx.Testing.Trials;

/// <summary>What the clients will do and when something will break: all of it from one seed, decided before anything runs.</summary>
public sealed record TrialPlan(IReadOnlyList<TrialRound> Rounds)
{
    private const int CasesOfRound = 2;
    private const int AnswersOfCase = 20;

    private static readonly string[] Diagnoses =
        ["Gout", "Septic arthritis", "Lyme disease", "Reactive arthritis", "Psoriatic arthritis", "Haemarthrosis", "Pseudogout", "Osteomyelitis", "Transient synovitis", "Sarcoidosis"];

    /// <param name="rounds">How often something breaks.</param>
    /// <param name="experts">How many may answer.</param>
    /// <param name="seed">Of all chance.</param>
    public static TrialPlan Make(int rounds, int experts, int seed)
    {
        var chance = new Random(seed);
        return new([.. Enumerable.Range(0, rounds).Select(round => Round(round, experts, chance))]);
    }

    private static TrialRound Round(int number, int experts, Random chance)
        => new(
            number,
            [.. Enumerable.Range(0, CasesOfRound).Select(i => Case($"{number}.{i}", isOfMember: i % 2 == 1, experts, chance))],
            // Half of the faults fall into the first moments, where the wave is planned and written, the others anywhere among the answers.
            FaultAfterReplies: chance.Next(2) == 0 ? 0 : chance.Next(1, (CasesOfRound * AnswersOfCase) - 1),
            FaultAfter: TimeSpan.FromMilliseconds(chance.Next(120)));

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

/// <summary>Cases and answers during which something breaks once.</summary>
/// <param name="Number">0, 1, …</param>
/// <param name="Cases">Posted side by side.</param>
/// <param name="FaultAfterReplies">The fault waits until so many requests of the round are acknowledged,</param>
/// <param name="FaultAfter">and so long.</param>
public sealed record TrialRound(int Number, IReadOnlyList<PlannedCase> Cases, int FaultAfterReplies, TimeSpan FaultAfter);

/// <summary>One case and who answers it.</summary>
public sealed record PlannedCase(string IdempotencyKey, bool IsOfMember, IReadOnlyList<PlannedAnswer> Answers);

/// <summary>What one expert answers.</summary>
/// <param name="Expert">Which.</param>
/// <param name="Versions">Rank groups of the answer and, where the expert thinks again, of the next one.</param>
public sealed record PlannedAnswer(int Expert, IReadOnlyList<string[]> Versions);
