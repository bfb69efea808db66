using CrowdDx.Terminology.Recognizing;

namespace CrowdDx.Terminology.Tests;

/// <summary>The real core, loaded once.</summary>
internal static class Core
{
    private static readonly Lazy<PhraseRecognizer> Loaded = new(() => new(CoreTerminology.Load()));

    public static PhraseRecognizer Recognizer => Loaded.Value;

    /// <summary>The id that is accepted, or what else: "ask:id", or the rule that says why not.</summary>
    public static string Of(string phrase, params string[] specialties) => Of(Recognizer, phrase, specialties);

    public static string Of(PhraseRecognizer recognizer, string phrase, params string[] specialties)
    {
        var found = recognizer.Recognize(phrase, specialties);
        return found.IsAccepted ? found.Diagnosis!.Id : found.IsAsked ? $"ask:{found.Diagnosis!.Id}" : found.Rule;
    }

    /// <summary>Whether a board would merge two phrases without asking.</summary>
    public static bool Merges(string one, string other)
    {
        var board = BoardSenses.Resolve([Recognizer.Recognize(one), Recognizer.Recognize(other)]);
        return board[0].Key is { } key && key == board[1].Key;
    }
}
