using System.Collections.Frozen;

namespace CrowdDx.Terminology;

/// <summary>
/// What a lower-case letter or digit is folded to. Under invariant globalisation <see cref="string.Normalize()"/> leaves everything beyond ASCII as it is, so the
/// part of Unicode's compatibility decomposition (UAX #15, Unicode 14) that clinical text uses stands here: Latin with marks, Greek by name (so that
/// "α-thalassemia" is "alpha thalassemia"), Cyrillic with marks, superscripts, subscripts, fractions, Roman numerals, ligatures, full width.
/// </summary>
internal static class FoldTable
{
    // Target, colon, sources.
    private const string Table = """
        0:⁰₀０
        1:¹₁１
        2:²₂２
        3:³₃３
        4:⁴₄４
        5:⁵₅５
        6:⁶₆６
        7:⁷₇７
        8:⁸₈８
        9:⁹₉９
        a:ªàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặₐａ
        b:ƀḃḅḇｂ
        c:çćĉċčḉⅽｃ
        d:ðďđḋḍḏḑḓⅾｄ
        e:èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệₑｅ
        f:ƒḟｆ
        g:ĝğġģǥǧǵḡｇ
        h:ĥħȟḣḥḧḩḫẖₕｈ
        i:ìíîïĩīĭįİıǐȉȋḭḯỉịⁱⅰｉ
        j:ĵǰｊ
        k:ķĸǩḱḳḵₖｋ
        l:ĺļľłḷḹḻḽₗⅼｌ
        m:ḿṁṃₘⅿｍ
        n:ñńņňŋǹṅṇṉṋⁿₙｎ
        o:ºòóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợₒｏ
        p:ṕṗₚｐ
        q:ｑ
        r:ŕŗřȑȓṙṛṝṟｒ
        s:śŝşšſșṡṣṥṧṩẛₛｓ
        t:ţťŧțṫṭṯṱẗₜｔ
        u:ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữựｕ
        v:ṽṿⅴｖ
        w:ŵẁẃẅẇẉẘｗ
        x:ẋẍₓⅹｘ
        y:ýÿŷȳẏẙỳỵỷỹｙ
        z:źżžƶẑẓẕｚ
        ə:ₔ
        ʒ:ǯ
        а:ӑӓ
        г:ѓ
        е:ѐёӗ
        ж:ӂӝ
        з:ӟ
        и:йѝӣӥ
        к:ќ
        о:ӧ
        у:ўӯӱӳ
        ч:ӵ
        ы:ӹ
        э:ӭ
        і:ї
        ѵ:ѷ
        ә:ӛ
        ө:ӫ
         1  :⅟
         1 10 :⅒
         1 2 :½
         1 3 :⅓
         1 4 :¼
         1 5 :⅕
         1 6 :⅙
         1 7 :⅐
         1 8 :⅛
         1 9 :⅑
         2 3 :⅔
         2 5 :⅖
         3 4 :¾
         3 5 :⅗
         3 8 :⅜
         4 5 :⅘
         5 6 :⅚
         5 8 :⅝
         7 8 :⅞
        ae:æǣǽ
        alpha:άαἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ
        beta:βϐ
        chi:χ
        delta:δ
        dz:ǆǳ
        epsilon:έεϵἐἑἒἓἔἕὲέ
        eta:ήηἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ
        ff:ﬀ
        ffi:ﬃ
        ffl:ﬄ
        fi:ﬁ
        fl:ﬂ
        gamma:γ
        ii:ⅱ
        iii:ⅲ
        ij:ĳ
        iota:ΐίιϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ
        iv:ⅳ
        ix:ⅸ
        kappa:κϰ
        lambda:λ
        lj:ǉ
        mu:µμ
        nj:ǌ
        nu:ν
        oe:œ
        omega:ωώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ
        omicron:οόὀὁὂὃὄὅὸό
        phi:φϕ
        pi:πϖ
        psi:ψ
        rho:ρϱῤῥ
        sigma:ςσϲ
        ss:ß
        st:ﬅﬆ
        tau:τ
        th:þ
        theta:θϑ
        upsilon:ΰυϋύϒϓϔὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ
        vi:ⅵ
        vii:ⅶ
        viii:ⅷ
        xi:ξⅺ
        xii:ⅻ
        zeta:ζ
        """;

    private static readonly FrozenDictionary<char, string> Targets = Table.Split('\n')
        .Select(static line => line.TrimEnd('\r').Split(':'))
        .SelectMany(static line => line[1].Select(source => KeyValuePair.Create(source, line[0])))
        .ToFrozenDictionary();

    /// <summary>What the letter becomes; null where it stays.</summary>
    public static string? Of(char lowerCase) => lowerCase < '\u0080' ? null : Targets.GetValueOrDefault(lowerCase);

    /// <summary>True for the combining marks (U+0300–036F and the later blocks) that are dropped, so that composed and decomposed letters are the same.</summary>
    public static bool IsDroppedMark(char c) =>
        c is (>= '\u0300' and <= '\u036F') or (>= '\u1AB0' and <= '\u1AFF') or (>= '\u1DC0' and <= '\u1DFF')
            or (>= '\u20D0' and <= '\u20FF') or (>= '\uFE20' and <= '\uFE2F');
}
