using CrowdDx.Terminology.Concepts;
using CrowdDx.Terminology.Indexing;
using CrowdDx.Terminology.Wording;

namespace CrowdDx.Terminology.Recognizing;

/// <summary>The rules by which a phrase is a name, but for how it is written.</summary>
internal sealed class ExactRules(NameIndex index)
{
    private const int LongestAbbreviation = 24;

    /// <summary>The whole phrase is a name or an abbreviation, with its words as they are.</summary>
    public Finding? AsWritten(Reading reading) => ByWords(reading) ?? ByAbbreviation(reading);

    /// <summary>The first rule that finds anything.</summary>
    public Finding? Find(Reading reading) => AsWritten(reading) ?? ByLetters(reading) ?? ByMeanings(reading) ?? ByCore(reading);

    private Finding? ByWords(Reading reading) => Make(index.ByWords(reading.Texts), 0.99, RecognitionRules.Name);

    /// <summary>Not for single words, and not for what patients say: "carcinoma" is not cancer, nor "gingival disease" gum disease.</summary>
    private Finding? ByMeanings(Reading reading) => reading.Texts.Count < 2 ? null
        : Make(index.ByMeanings(index.Meanings(reading.Texts)).Where(static name => name.Name.Kind != NameKind.Lay), 0.96, RecognitionRules.Equivalent);

    private Finding? ByLetters(Reading reading)
    {
        // "a typical pneumonia" is not atypical.
        if (reading.Texts.Count > 1 && reading.Texts[0].Length == 1 && index.Vocabulary.Find(reading.Texts[1]) >= 0)
            return null;
        var letters = NameIndex.Letters(reading.Words);
        return letters.Length < 5 ? null : Make(index.ByLetters(letters), 0.96, RecognitionRules.Letters);
    }

    private Finding? ByCore(Reading reading)
    {
        var (core, generic) = (Generic.Without(reading.Texts), Generic.In(reading.Texts));
        var names = index.ByCore(core).Where(static found => found.Name.Name.Kind != NameKind.Lay).ToList();
        var sure = names.FindAll(found => Generic.IsSure(generic, found.Generic, core, index.ProperNames.Are));
        return Make(sure.Select(static found => found.Name), 0.93, RecognitionRules.Generic) ?? Make(names.Select(static found => found.Name), 0.8, RecognitionRules.Generic);
    }

    private Finding? ByAbbreviation(Reading reading)
    {
        if (reading.Tokens.Count > 4 || reading.AbbreviationKey is not { Length: > 1 and <= LongestAbbreviation } key || index.Abbreviations.Find(key, reading.Raw) is not { } found)
            return null;
        // "iris" is a part of the eye before it is IRIS.
        var confidence = Lexicon.IsWord(key) && !reading.Raw.ContainsAnyInRange('A', 'Z') ? 0.8 : found.IsCurated ? 0.97 : key.Length > 2 ? 0.9 : 0.8;
        var chosen = found is { Senses.Count: 1, HasOther: false } ? found.Senses : BySpecialty(found, reading.Specialties);
        return chosen.Count == 1
            ? Finding.Of(chosen[0], found.Senses.Count == 1 && !found.HasOther ? confidence : 0.9, found.Senses.Count == 1 && !found.HasOther ? RecognitionRules.Abbreviation : RecognitionRules.BySpecialty, found.Text)
            : new(found.Senses, 0.7, RecognitionRules.Ambiguous, found.Text);
    }

    /// <summary>The senses that a specialty of the case sees, if that is one alone; else all.</summary>
    private static IReadOnlyList<Diagnosis> BySpecialty(AbbreviationSenses found, IReadOnlyCollection<string> specialties)
    {
        var seen = found.Senses.Where(diagnosis => diagnosis.Specialties.Any(specialty => specialty != "general" && specialties.Contains(specialty))).ToList();
        return seen.Count == 1 ? seen : found.Senses.Count > 1 ? found.Senses : [];
    }

    /// <summary>One diagnosis, or several if names of several were found and the name of none is the preferred one alone.</summary>
    private static Finding? Make(IEnumerable<IndexedName> names, double confidence, string rule)
    {
        var found = names.ToList();
        if (found.Count == 0)
            return null;
        var diagnoses = found.Select(name => name.Diagnosis).Distinct().ToList();
        if (diagnoses.Count > 1 && found.Where(name => name.Name.Kind == NameKind.Preferred).Select(name => name.Diagnosis).Distinct().ToList() is [var preferred])
            diagnoses = [preferred];
        return diagnoses.Count == 1 ? new(diagnoses, confidence, rule, found.First(name => name.Diagnosis == diagnoses[0]).Name.Text) : new(diagnoses, 0.7, RecognitionRules.Ambiguous, found[0].Name.Text);
    }
}
