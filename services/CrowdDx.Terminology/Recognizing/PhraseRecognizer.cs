using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Indexing;
using CrowdDx.Terminology.Typing;
using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Recognizing;

/// <summary>
/// Says which diagnosis a phrase means. A sieve, most precise rule first; what no rule is sure of is asked about or left alone, because one false merge ruins a board.
/// Deterministic; never throws but for a null; safe for use by many threads.
/// </summary>
public sealed class PhraseRecognizer
{
    /// <summary>A longer phrase is not recognised: 200 UTF-16 code units, white space around it not counted.</summary>
    public const int LongestPhrase = 200;

    private static readonly string[] NoSpecialties = [];

    private readonly FastTable _fast;
    private readonly ExactRules _exact;
    private readonly AbbreviationsInside _inside;
    private readonly CompoundRules _compound;
    private readonly ShortenedRule _shortened;
    private readonly TypingRule _typing;
    private readonly SimilarRule _similar;

    /// <summary>Indexes a terminology.</summary>
    public PhraseRecognizer(LoadedTerminology terminology)
    {
        ArgumentNullException.ThrowIfNull(terminology);
        Terminology = terminology;
        Index = NameIndex.Of(terminology);
        _exact = new(Index);
        _inside = new(Index, _exact);
        _compound = new(terminology, _exact, _inside);
        _shortened = new(Index, _exact);
        Known = new(Index.Vocabulary);
        _typing = new(Index, Known, _exact);
        _similar = new(Index, new(Index), Known);
        _fast = new(Index);
    }

    /// <summary>What it knows.</summary>
    public LoadedTerminology Terminology { get; }

    internal NameIndex Index { get; }

    internal KnownWords Known { get; }

    /// <summary>Recognises a phrase.</summary>
    /// <param name="phrase">What was typed: any Unicode.</param>
    /// <param name="specialties">Those of the case, which may choose between the senses of an abbreviation; null for none.</param>
    public PhraseRecognition Recognize(string phrase, IReadOnlyCollection<string>? specialties = null)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        if (_fast.Find(phrase) is { } known)
            return known;
        if (phrase.Length > LongestPhrase && phrase.AsSpan().Trim().Length > LongestPhrase)
            return Keys.Unrecognized(RecognitionRules.TooLong, NormalForm.Of(phrase), "");
        // First of all: "1. Multiple endocrine neoplasia" is not its type 1.
        var tokens = ListMark.Drop(phrase, Tokenizer.Read(phrase));
        if (tokens.Count == 0)
            return Keys.Unrecognized(RecognitionRules.Empty, NormalForm.Of(phrase), "");
        var whole = new Reading(phrase, tokens, specialties ?? NoSpecialties);
        return _exact.AsWritten(whole) is { } finding ? Make(whole, _compound.Listed(whole, finding) ?? finding, new(Questioned(phrase), Standing.Present)) : InContext(whole);
    }

    private PhraseRecognition InContext(Reading whole)
    {
        var (words, context) = ContextReader.Read(whole.Tokens, named => _exact.AsWritten(whole.Part(named)) is not null);
        if (context.Certainty == Certainty.Unstated)
            context = context with { Certainty = Questioned(whole.Phrase) };
        var reading = whole.Part(words);
        // "clinical deprepsion" is a mistyped name before it is "clinical" and a mistyped rest.
        var found = FindWritten(reading) ?? (words.Count < whole.Tokens.Count ? _typing.Find(whole) : null) ?? _typing.Find(reading) ?? _shortened.Find(reading);
        return context.Standing == Standing.Present ? Make(reading, found, context) : NotPresent(whole, found, context);
    }

    private static Certainty Questioned(string phrase) => phrase.AsSpan().ContainsAny('?', '？') ? Certainty.Possible : Certainty.Unstated;

    private Finding? FindWritten(Reading reading) =>
        (_exact.Find(reading) ?? _inside.Find(reading)) is { } name ? _compound.Listed(reading, name) ?? name : _compound.Find(reading);

    private PhraseRecognition Make(Reading reading, Finding? finding, PhraseContext context)
    {
        if (finding is null)
            return Similar(reading) with { Context = context };
        var isOne = finding.Rule != RecognitionRules.Compound;
        var isAccepted = finding.IsOne && finding.Confidence >= PhraseRecognition.Accepted;
        return new()
        {
            Diagnosis = isOne ? finding.Diagnoses[0] : null,
            Confidence = isOne ? finding.Confidence : 0,
            Rule = finding.Rule,
            Understood = finding.Understood,
            Key = isAccepted ? DiagnosisKey.OfDiagnosis(finding.Diagnoses[0].Id) : Keys.OfText(Keys.Canonical(Index, reading)),
            Context = context,
            Alternatives = [.. finding.Diagnoses.Skip(isOne ? 1 : 0).Take(5).Select(diagnosis => new Alternative(diagnosis, Math.Round(finding.Confidence * (isOne ? 0.8 : 1), 2)))],
        };
    }

    private PhraseRecognition Similar(Reading reading)
    {
        var like = _similar.Find(_inside.WrittenOut(reading));
        var found = Keys.Unrecognized(RecognitionRules.Unknown, Keys.Canonical(Index, reading), string.Join(' ', reading.Texts)) with { Alternatives = [.. like.Take(5)] };
        return like is not [{ Confidence: >= PhraseRecognition.Asked } first, ..] || Parts.Are(reading.Tokens) ? found
            : found with { Diagnosis = first.Diagnosis, Confidence = first.Confidence, Rule = RecognitionRules.Similar, Alternatives = [.. like.Skip(1)] };
    }

    /// <summary>The disease that the phrase speaks of is not what the patient has: it is named, and never merged.</summary>
    private static PhraseRecognition NotPresent(Reading whole, Finding? found, PhraseContext context) =>
        Keys.Unrecognized(
            context.Standing switch
            {
                Standing.Denied => RecognitionRules.Denied,
                Standing.Family => RecognitionRules.Family,
                Standing.Past => RecognitionRules.Past,
                Standing.Risk or Standing.Present => RecognitionRules.Risk,
            },
            NormalForm.Of(whole.Phrase),
            found?.Understood ?? string.Join(' ', whole.Texts)) with
        {
            Context = context,
            Alternatives = found is null ? [] : [.. found.Diagnoses.Take(5).Select(diagnosis => new Alternative(diagnosis, found.Confidence))],
        };
}
