using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace CrowdDx.Terminology.Tests;

public class NormalFormTests
{
    [Theory]
    [InlineData("Acute  Pancreatitis", "acute pancreatitis")]
    [InlineData("  ?Possible PE??", "pe")]
    [InlineData("? probable query MI", "mi")]
    [InlineData("r/o sepsis", "sepsis")]
    [InlineData("R/O: rule-out DVT", "dvt")]
    [InlineData("Query fever", "query fever")] // Q fever
    [InlineData("query fever of unknown origin", "fever of unknown origin")]
    [InlineData("R.O.P.", "r o p")] // retinopathy of prematurity, not "rule out P"
    [InlineData("Crohn's disease", "crohn disease")]
    [InlineData("Crohn’s disease", "crohn disease")]
    [InlineData("Graves' disease", "graves disease")]
    [InlineData("Ménière’s disease", "meniere disease")]
    [InlineData("Me\u0301nie\u0300re disease", "meniere disease")]
    [InlineData("Sjögren syndrome", "sjogren syndrome")]
    [InlineData("Guillain–Barré syndrome", "guillain barre syndrome")]
    [InlineData("α-thalassaemia", "alpha thalassemia")]
    [InlineData("ﬁbromyalgia", "fibromyalgia")]
    [InlineData("ｄｉａｂｅｔｅｓ　２", "diabetes 2")]
    [InlineData("Haemolytic anaemia", "hemolytic anemia")]
    [InlineData("hæmorrhoids", "hemorrhoids")]
    [InlineData("Hyperkalaemia", "hyperkalemia")]
    [InlineData("pulmonary oedema", "pulmonary edema")]
    [InlineData("Oesophagitis", "esophagitis")]
    [InlineData("travellers' diarrhoea", "travellers diarrhea")]
    [InlineData("Paediatric sleep apnoea", "pediatric sleep apnea")]
    [InlineData("phaeochromocytoma", "pheochromocytoma")]
    [InlineData("Coeliac disease", "celiac disease")]
    [InlineData("brain tumour", "brain tumor")]
    [InlineData("Generalised seizure", "generalized seizure")]
    [InlineData("leucocytoclastic vasculitis", "leukocytoclastic vasculitis")]
    [InlineData("HER2+ carcinoma", "her2+ carcinoma")]
    [InlineData("nausea/vomiting", "nausea vomiting")]
    [InlineData("MI & stroke", "mi and stroke")]
    [InlineData("#NOF", "#nof")]
    [InlineData("1½ fingers", "1 1 2 fingers")]
    [InlineData("CO₂ narcosis", "co2 narcosis")]
    [InlineData("soft\u00ADhyphen", "softhyphen")]
    [InlineData("???", "")]
    [InlineData("rule out", "")]
    [InlineData("+ - /", "")]
    [InlineData("", "")]
    public void Of_APhrase_IsThis(string phrase, string expected) => Assert.Equal(expected, NormalForm.Of(phrase));

    [Theory]
    [InlineData("type 1 diabetes", "type 2 diabetes")]
    [InlineData("acute cholecystitis", "chronic cholecystitis")]
    [InlineData("hypokalaemia", "hyperkalaemia")]
    [InlineData("left MCA stroke", "right MCA stroke")]
    [InlineData("HER2+ breast cancer", "HER2- breast cancer")]
    [InlineData("HER2 breast cancer", "HER2- breast cancer")]
    [InlineData("HER2− breast cancer", "HER2 breast cancer")]
    [InlineData("eGFR <15", "eGFR >15")]
    [InlineData("α-thalassemia", "β-thalassemia")]
    [InlineData("#NOF", "NOF")]
    [InlineData("type 1.5 diabetes", "type 15 diabetes")]
    [InlineData("hepatitis B", "hepatitis C")]
    [InlineData("factor V deficiency", "factor VI deficiency")]
    [InlineData("query fever", "fever")]
    [InlineData("1° hyperparathyroidism", "2° hyperparathyroidism")]
    [InlineData("probably not sepsis", "sepsis")]
    [InlineData("Менингит", "Гепатит")]
    public void Of_DifferentDiseases_StayApart(string one, string other) => Assert.NotEqual(NormalForm.Of(one), NormalForm.Of(other));

    [Fact]
    public void Of_AnyText_IsIdempotent() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(3000),
            Prop.ForAll(Gen.OneOf(Pieces(), ArbMap.Default.GeneratorFor<string>().Where(s => s is not null)).ToArbitrary(), text =>
            {
                var once = NormalForm.Of(text);
                return NormalForm.Of(once) == once;
            }));

    [Fact]
    public void Of_AnyText_IsWordsBetweenSingleSpaces() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1000),
            Prop.ForAll(Pieces().ToArbitrary(), text =>
            {
                var form = NormalForm.Of(text);
                return form == form.Trim() && !form.Contains("  ", StringComparison.Ordinal)
                    && form.All(c => char.ToLowerInvariant(c) == c) && !form.Contains('~', StringComparison.Ordinal);
            }));

    [Fact]
    public void Of_AnyText_IgnoresCaseAndSurroundings() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1000),
            Prop.ForAll(
                Gen.Elements("Crohn's disease", "HER2+ x", "R/O PE", "Haemo-philia A", "#NOF left").ToArbitrary(),
                Gen.Elements("", " ", "?", "??  ", "(", "\t").ToArbitrary(),
                (text, around) => NormalForm.Of(around + text.ToUpperInvariant() + around) == NormalForm.Of(text)));

    [Fact]
    public void Of_EveryCharacterAlone_IsIdempotent()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            foreach (var text in new[] { ((char)c).ToString(), $"a{(char)c}", $"#{(char)c}", $"#{(char)c}a", $"er-{(char)c}b", $"s{(char)c}s b" })
            {
                var once = NormalForm.Of(text);
                Assert.Equal(once, NormalForm.Of(once));
            }
        }
    }

    [Fact]
    public void Of_VeryLongText_TakesTimeInProportion()
    {
        foreach (var unit in new[] { "haaem", "r/o ", "possible ", "'s", "é", "#-+", "a' " })
        {
            var small = Ticks(Repeat(unit, 20_000));
            var large = Ticks(Repeat(unit, 200_000));
            Assert.True(large < 100 * Math.Max(small, TimeSpan.TicksPerMillisecond), $"'{unit}': {small} and {large} ticks");
        }

        static string Repeat(string unit, int times) => new StringBuilder().Insert(0, unit, times).ToString();

        static long Ticks(string text)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            _ = NormalForm.Of(text);
            return watch.Elapsed.Ticks;
        }
    }

    private static Gen<string> Pieces() =>
        Gen.Elements(
            "r", "o", "/", " ", "?", "-", "+", "#", "'", "’", "s", "S", "<", "≥", "&", "~", ".", "1", "a", "h", "er",
            "possible", "query", "fever", "rule", "out", "haem", "ha", "em", "aem", "oe", "dem", "rrhoe", "leuco", "alis", "ed",
            "É", "ß", "½", "ﬁ", "α", "\u0301", "\u00AD", "ʼ", "İ", "𝒜", "😀", "\uD800", "５", "．", "（", "ǆ", "Σ", "й")
            .ListOf().Select(pieces => string.Concat(pieces));
}
