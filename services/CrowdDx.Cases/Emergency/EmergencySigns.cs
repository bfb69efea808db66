using System.Text.RegularExpressions;

namespace CrowdDx.Cases.Emergency;

/// <summary>Words of a case that read like an emergency going on now.</summary>
/// <param name="Offset">Where they start, in UTF-16 code units.</param>
/// <param name="Length">How long they are, in UTF-16 code units.</param>
/// <param name="Sign">
/// What they are a sign of: <c>airway</c>, <c>anaphylaxis</c>, <c>bleeding</c>, <c>breathing</c>, <c>cardiacArrest</c>, <c>overdose</c>, <c>seizure</c>, <c>shock</c>,
/// <c>suicide</c> or <c>unresponsive</c>.
/// </param>
public sealed record EmergencySign(int Offset, int Length, string Sign);

/// <summary>
/// Finds signs of a present emergency, so that the author is told to call the senior or the emergency number before waiting for answers.
/// A sign too many costs an acknowledgement, a sign missed may cost more: only plain negations and plain history are left out.
/// </summary>
internal static class EmergencySigns
{
    private const int Reach = 90;

    private static readonly (string Sign, Regex Words)[] Signs =
    [
        ("cardiacArrest", Words(@"cardiac arrest|cardiorespiratory arrest|cardiopulmonary arrest|peri-?\s?arrest(ing)?|in (full )?arrest|(has|just) arrested|pulseless(ness)?|no (palpable )?(central )?pulse|asystole|asystolic|ventricular fibrillation|vf arrest|pea arrest|cpr (is )?(in progress|ongoing|started)|respiratory arrest|(not|stopped|isn['’]t) breathing")),
        ("shock", Words(@"in shock|(septic|h(a)?emorrhagic|hypovol(a)?emic|cardiogenic|distributive|obstructive|decompensated|toxic) shock|(is|looks|appears|clinically|peripherally) shocked|(h(a)?emo|h(a)?emo-)dynamic(ally)? (unstable|instability|compromised?|collapse|decompensat(ion|ing))|(clinically|vitally) unstable|unstable vital( sign)?s|vital( sign)?s (are )?unstable|(circulatory|cardiovascular) collapse|(is|are|patient|pt|now|currently|he['’]s|she['’]s) crashing|crashing (patient|now)")),
        ("airway", Words(@"stridor(ous)?|(airway|laryngeal|tracheal) (is )?(compromised?|obstruct(ed|ion)|threatened|closing|swelling|o?edema|loss)|(threatened|compromised|obstructed|unprotected|difficult to maintain) airway|(is|now|currently|actively|still) choking|choking (now|on)|can(not|['’]?t| not) (maintain|protect) (his|her|their|the|own)( own)? airway")),
        ("breathing", Words(@"(severe|extreme|acute) respiratory distress(?<not> syndrome)?|can(not|['’]?t| not) breathe|unable to breathe|gasping( for (air|breath))?|agonal (breathing|respirations?|breaths)|cyanos(ed|is) and (drowsy|exhausted|gasping)|silent chest|tension pneumothorax")),
        ("anaphylaxis", Words(@"anaphyla(xis|ctic (shock|reaction))|anaphylaxing")),
        ("suicide", Words(@"suicidal(ity)?|actively suicidal|suicide (attempt|plan|note|intent)|attempted suicide|(wants?|wanting|wish(es)?|going|plans?|planning|intends?|threaten(s|ing)) to (die|kill (him|her|my|them)sel(f|ves)|end (his|her|my|their) (own )?li(fe|ves)|take (his|her|my|their) (own )?li(fe|ves))")),
        ("overdose", Words(@"overdos(e|ed|ing)|(took|taken|swallowed|ingested) (a |an )?(handful|bottle|box|packet|whole (box|bottle|packet)|large (amount|quantity)) of|(took|taken|swallowed|ingested) (3|4|5|6|7|8|9|1\d)\d (tablets|pills|capsules|paracetamol)")),
        ("seizure", Words(@"status epilepticus|convulsive status|(is|are|still|currently|now|actively|keeps|continuously) (seizing|fitting|convulsing)|(seizing|fitting|convulsing) (now|continuously|again)|(ongoing|continuous|prolonged|uncontrolled|incessant) (seizures?|convulsions?|seizure activity)|seizure (is )?(still )?(ongoing|not stopping)|(back-to-back|back to back) seizures")),
        ("bleeding", Words(@"(massive|torrential|uncontroll(ed|able)|catastrophic|life-threatening|arterial|profuse|exsanguinating) (upper gi |lower gi |gi |variceal |postpartum |post-partum |obstetric |rectal |vaginal |internal |active )?(h(a)?emorrhag(e|ing)|bleed(s|ing)?|blood loss|h(a)?ematemesis|h(a)?emoptysis|epistaxis|mel(a)?ena)|exsanguinat(ing|ion|ed)|bleeding (out|profusely|heavily now|uncontrollably)|massive (transfusion|h(a)?emorrhage) protocol")),
        ("unresponsive", Words(@"unresponsive|comatose|in (a )?coma|(is|now|remains|found|patient|currently|deeply) unconscious|unrousable|unarousable|gcs( (is|of|was))?[ :=]{0,2}[3-8]\b")),
    ];

    private static readonly Regex BloodPressure = Words(@"(bp|blood pressure|rr)( (is|of|was|now))?[ :=]{0,2}(?<systolic>\d{2,3})\s?/\s?(\d{2,3}|palp)");

    // What must not follow: these are other things that begin with the same words.
    private static readonly Regex OtherThing = Anchored(
        @"^\s*(unresponsive|refractory)?\s*(to (steroid|corticosteroid|prednis|antibiotic|treatment|therap|standard|conventional|medic|oral|first|fluid(s)? alone|topical|antihist|nsaid|analges|multiple|all|any|iv |intravenous|a course|several|diuretic|ppi|proton|anti)|(headache|pain|chest pain)|airways? disease|episodes? (as|in) (a )?(child|teen))");

    private static readonly Regex NegatedBefore = Anchored(
        @"\b(no|not|without|never|nor|non|n['’]t|absent|neither|absence of|rather than|excluded|ruled out|rules out|free of|no (evidence|signs?|features|history|episodes?|symptoms) of)(\s+(an?|any|the|in|current(ly)?|active(ly)?|acute|overt|audible|inspiratory|frank|obvious|clear|been|is|was|further|new|more|present|h(a)?emodynamically|clinically|had|has|having|be|being|of|are|were|to|felt|thought|considered|immediate|appears?|looks?|seem)){0,4}\s*$");

    private static readonly Regex NegatedListBefore = Anchored(@"\b(no|without|nor)\b[^.;:!?\n]*\b(or|nor|and/or)\s+(\w+\s+){0,2}$");

    private static readonly Regex DeniedBefore = Anchored(
        @"\b(denies|denied|denying|denial of|negative for|(does|did) not (have|report|endorse|express|describe)|no (evidence|signs?|features|history|episodes?) of)\b(?<between>[^.;:!?\n]*)$");

    private static readonly Regex HistoryBefore = Anchored(
        @"\b(history (of|includes|included|significant for|notable for)|h/o|hx( of)?|pmh|fhx|medical history:|allergies|allergy|allergic( reaction)? to|at risk (of|for)|risk of|in case of|(mother|father|brother|sister|son|daughter|uncle|aunt|cousin) (who )?(had|with|died|suffered|attempted)|recovered from|surviv(ed|or of)|(years?|months?) after)\b(?<between>[^.;!?\n]*)$|\b(previous|prior|remote|past|childhood)\s+(\w+\s+){0,2}$|\bpreviously\s+(had\s+)?(an?\s+)?$|\b(epipen|auto-?injector) (for|because of)\s+$");

    // Between a denial or an old illness and the sign, these say that something new begins.
    private static readonly Regex Begins = Anchored(
        @"\b(now|currently|today|tonight|this (morning|evening|afternoon)|presents?|presenting|presented|arriv(es|ed)|but|however|is|are|was|who|found|brought|became|becomes|collapsed?|went|goes|developed|develops|with|in|suddenly|since|looks|appears|then)\b");

    private static readonly Regex LastsDays = Anchored(
        @"\b(\d{1,3}|one|two|three|four|five|six|few|several|short|brief|acute|recent)[\s-]*(h|hr|hrs|hours?|days?|mins?|minutes?|weeks?)?['’]?s?[\s-]+$");

    private static readonly Regex NowAfter = Anchored(@"^[\s,]*(now|currently|today|tonight|at present)\b");

    private static readonly Regex NegatedAfter = Anchored(
        @"^\s*(ideation|intent|thoughts?|ideas|symptoms|reaction)?\s*(([:=–-]|(is|was|were|has been|have been|had been))?\s*\(?(absent|denied|excluded|ruled out|none|nil|negative|not present|not heard|resolved|unlikely)|[:=]\s*no\s*([.,;)\n]|$))");

    private static readonly Regex HistoryAfter = Anchored(
        @"^[^.,;!?\n]{0,25}\b(in (19|20)\d{2}|(years?|months?|decades?) (ago|earlier|before|previously|prior)|in (the past|childhood|adolescence|infancy)|as a (child|teenager|baby)|during childhood)\b");

    private static readonly Regex Started = Anchored(@"^[^.;!?\n]{0,25}\b(began|started|since|for|worsening|progressing)\b");

    /// <summary>Finds the signs in a text.</summary>
    /// <param name="text">Any free text of a case.</param>
    /// <returns>Signs in ascending offset that do not overlap.</returns>
    public static IReadOnlyList<EmergencySign> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var signs = new List<EmergencySign>();
        foreach (var (sign, words) in Signs)
        {
            for (var match = words.Match(text); match.Success; match = match.NextMatch())
            {
                if (IsPresent(text, match))
                    signs.Add(new(match.Index, match.Length, sign));
            }
        }

        for (var match = BloodPressure.Match(text); match.Success; match = match.NextMatch())
        {
            // Below 70 even a toddler is in trouble (Pediatric Advanced Life Support: 70 + 2 × years).
            if (int.Parse(match.Groups["systolic"].ValueSpan) is >= 30 and < 70)
                signs.Add(new(match.Index, match.Length, "shock"));
        }

        return Apart(signs);
    }

    private static bool IsPresent(string text, Match match)
    {
        if (match.Groups["not"].Success)
            return false;
        var before = text[Math.Max(0, match.Index - Reach)..match.Index];
        var after = text[(match.Index + match.Length)..Math.Min(text.Length, match.Index + match.Length + Reach)];
        if (OtherThing.IsMatch(after) || NegatedAfter.IsMatch(after) || HistoryAfter.IsMatch(after) && !Started.IsMatch(after))
            return false;
        if (NegatedBefore.IsMatch(before) || NegatedListBefore.IsMatch(before) || Governing(DeniedBefore, before) is not null)
            return false;
        var history = Governing(HistoryBefore, before);
        return history is null || NowAfter.IsMatch(after) || LastsDays.IsMatch(before[..history.Index]);
    }

    // A denial or a history that still speaks of the sign, with nothing new begun in between.
    private static Match? Governing(Regex words, string before)
    {
        for (var match = words.Match(before); match.Success; match = words.Match(before, match.Index + 1))
        {
            if (!Begins.IsMatch(match.Groups["between"].ValueSpan))
                return match;
        }

        return null;
    }

    private static List<EmergencySign> Apart(List<EmergencySign> signs)
    {
        var apart = new List<EmergencySign>();
        foreach (var sign in signs.OrderBy(sign => sign.Offset).ThenByDescending(sign => sign.Length).ThenBy(sign => sign.Sign, StringComparer.Ordinal))
        {
            if (apart.Count == 0 || sign.Offset >= apart[^1].Offset + apart[^1].Length)
                apart.Add(sign);
        }

        return apart;
    }

    private static Regex Words(string alternatives) => Anchored($@"\b({alternatives})(\b|$)");

    private static Regex Anchored(string expression) =>
        new(expression, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
}
