using CrowdDx.Terminology.Indexing;

namespace CrowdDx.Terminology.Recognizing;

/// <summary>What a phrase that is no known diagnosis is pooled under.</summary>
internal static class Keys
{
    /// <summary>A form that is the same for all ways to write the words, in whatever order where the order says nothing.</summary>
    public static string Canonical(NameIndex index, Reading reading) => string.Join(' ', Arrangement.Of(index.Meanings(reading.Texts)));

    /// <summary>The key of a form; null for an empty one.</summary>
    public static DiagnosisKey? OfText(string form) => form.Length == 0 ? null : DiagnosisKey.OfNormalForm(form);

    public static PhraseRecognition Unrecognized(string rule, string form, string understood) => new() { Rule = rule, Key = OfText(form), Understood = understood };
}
