namespace CrowdDx.Terminology.Recognizing;

/// <summary>The rules by which a phrase is recognised, most precise first, and the reasons for which it is not. The names are stored, so they never change their meaning.</summary>
public static class RecognitionRules
{
    /// <summary>A name of the diagnosis, but for case, accents, spelling, plural and order of the words.</summary>
    public const string Name = "name";

    /// <summary>An abbreviation with one sense.</summary>
    public const string Abbreviation = "abbreviation";

    /// <summary>A name but for equivalent words: kidney, renal.</summary>
    public const string Equivalent = "equivalent";

    /// <summary>A name's letters in their order, with the words ending elsewhere: "gall stones".</summary>
    public const string Letters = "letters";

    /// <summary>A name but for "disease" or "syndrome": "Crohn".</summary>
    public const string Generic = "generic";

    /// <summary>A name with an abbreviation in it: "acute MI".</summary>
    public const string WrittenOut = "writtenOut";

    /// <summary>A name with a word cut short: "mitral regurg", "biliary panc.".</summary>
    public const string Shortened = "shortened";

    /// <summary>A name and an explanation of it: "PE (pulmonary embolism)".</summary>
    public const string Explained = "explained";

    /// <summary>An abbreviation with several senses, of which the specialties of the case leave one.</summary>
    public const string BySpecialty = "abbreviationBySpecialty";

    /// <summary>An abbreviation with several senses, of which the other answers on the board name one.</summary>
    public const string ByBoard = "abbreviationByBoard";

    /// <summary>A name but for slips of the pen.</summary>
    public const string Typing = "typing";

    /// <summary>Like a name, not surely it.</summary>
    public const string Similar = "similar";

    /// <summary>Several senses, and nothing to choose by.</summary>
    public const string Ambiguous = "ambiguous";

    /// <summary>Several diagnoses in one phrase.</summary>
    public const string Compound = "compound";

    /// <summary>The disease is denied: "no evidence of PE".</summary>
    public const string Denied = "denied";

    /// <summary>The disease is a relative's.</summary>
    public const string Family = "familyHistory";

    /// <summary>The disease is past.</summary>
    public const string Past = "pastHistory";

    /// <summary>The disease is a risk, not there.</summary>
    public const string Risk = "risk";

    /// <summary>Nothing like it is known.</summary>
    public const string Unknown = "unknown";

    /// <summary>The phrase names nothing.</summary>
    public const string Empty = "empty";

    /// <summary>The phrase has more than 200 characters.</summary>
    public const string TooLong = "tooLong";
}
