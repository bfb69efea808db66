using CrowdDx.Terminology.Importing;
using CrowdDx.Terminology.Wording;
using FsCheck;
using FsCheck.Fluent;

namespace CrowdDx.Terminology.Tests.Wording;

public class WordingTests
{
    [Theory]
    [InlineData("type II diabetes", "2 diabete")]
    [InlineData("diabetes type two", "diabete 2")]
    [InlineData("third-degree heart block", "degree3 heart block")]
    [InlineData("3° heart block", "degree3 heart block")]
    [InlineData("2° hyperparathyroidism", "secondary hyperparathyroidism")]
    [InlineData("factor V Leiden", "factor5 leiden")]
    [InlineData("MEN IIa", "men 2a")]
    [InlineData("hepatitis C", "hepatitis c")]
    [InlineData("CN VI palsy", "cn 6 palsy")]
    [InlineData("HER2+ tumour", "her2 positive tumor")]
    [InlineData("ER- tumour", "er negative tumor")]
    [InlineData("acute - severe", "acute severe")]
    [InlineData("#NOF", "fracture nof")]
    [InlineData("M.I.", "mi")]
    [InlineData("C. diff", "c diff")]
    [InlineData("migraine w/o aura", "migraine without aura")]
    [InlineData("w/ aura", "with aura")]
    [InlineData("non-Hodgkin lymphoma", "nonhodgkin lymphoma")]
    [InlineData("hernia of the groin", "hernia groin")]
    [InlineData("LA thrombus", "la thrombus")]
    [InlineData("cancer de la vessie", "cancer vessie")]
    [InlineData("crise d'épilepsie", "crise epilepsie")]
    [InlineData("Crohn’s", "crohn")]
    [InlineData("1.5 cm stone", "1.5 cm stone")]
    [InlineData("心筋梗塞", "心筋梗塞")]
    [InlineData("Инфаркт миокарда", "инфаркт миокарда")]
    public void Phrase_IsReadAsTheseWords(string phrase, string words) => Assert.Equal(words, string.Join(' ', Phrasing.Of(phrase).Select(word => word.Text)));

    [Theory]
    [InlineData("haemorrhages", "hemorrhage")]
    [InlineData("oesophagus", "esophagus")]
    [InlineData("gastrooesophageal", "gastroesophageal")]
    [InlineData("lymphoedema", "lymphedema")]
    [InlineData("angioedema", "angioedema")]
    [InlineData("diarrhoea", "diarrhea")]
    [InlineData("tumours", "tumor")]
    [InlineData("necrotising", "necrotizing")]
    [InlineData("generalised", "generalized")]
    [InlineData("leucocytosis", "leukocytosis")]
    [InlineData("abscesses", "abscess")]
    [InlineData("metastases", "metastasis")]
    [InlineData("biopsies", "biopsy")]
    [InlineData("calculi", "calculus")]
    [InlineData("vertebrae", "vertebra")]
    [InlineData("carcinomata", "carcinoma")]
    [InlineData("vasculitides", "vasculitis")]
    [InlineData("goitre", "goiter")]
    [InlineData("pelvis", "pelvis")]
    [InlineData("lupus", "lupus")]
    public void Word_HasThisForm(string word, string form) => Assert.Equal(form, WordForm.Of(word));

    [Fact]
    public void Form_OfAnyWord_IsIdempotent() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(5000),
            Prop.ForAll(
                Gen.Elements("haem", "oed", "oes", "ae", "s", "es", "ies", "ses", "oses", "mata", "itides", "ise", "ising", "isation", "phoe", "our", "leuc", "emia", "t", "a", "i", "xes", "sh")
                    .NonEmptyListOf().Select(parts => string.Concat(parts)).ToArbitrary(),
                word => WordForm.Of(WordForm.Of(word)) == WordForm.Of(word)));

    [Fact]
    public void Form_OfEveryNameOfTheCore_IsTheSameInWhateverOrderItsWordsAre() =>
        Assert.All(
            Core.Recognizer.Terminology.Diagnoses.SelectMany(diagnosis => diagnosis.Names).Where(name => name.Text.Split(' ').Length == 2 && name.Language == "en" && name.Text.Split(' ').All(word => word.Length > 3 && word.All(char.IsLetter))),
            name => Assert.Equal(NameOwners.Form(name.Text), NameOwners.Form(string.Join(", ", name.Text.Split(' ').Reverse()))));

    [Theory]
    [InlineData("cholecystitis", true)]
    [InlineData("hypermagnesemia", true)]
    [InlineData("gastroenteritis", true)]
    [InlineData("bronchospasm", true)]
    [InlineData("appendictis", false)]
    [InlineData("bronchoitis", false)]
    [InlineData("encephalpathy", false)]
    [InlineData("meningcoccal", false)]
    [InlineData("psorasis", false)]
    [InlineData("xyzitis", false)]
    public void Morphology_BuildsWordsAndNotSlips(string word, bool builds) => Assert.Equal(builds, Morphology.Builds(word));

    [Fact]
    public void Morphology_OfAnyText_NeverThrows() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(ArbMap.Default.GeneratorFor<string>().Where(text => text is not null).ToArbitrary(), text => Morphology.Builds(text) || true));
}
