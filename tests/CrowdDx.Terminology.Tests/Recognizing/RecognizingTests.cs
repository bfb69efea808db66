namespace CrowdDx.Terminology.Tests.Recognizing;

/// <summary>What clinicians and students type, on the real core.</summary>
public class RecognizingTests
{
    [Theory]
    [InlineData("gallstone pancreatitis", "gallstone-pancreatitis")]
    [InlineData("Biliary pancreatitis", "gallstone-pancreatitis")]
    [InlineData("pancreatitis due to gallstones", "gallstone-pancreatitis")]
    [InlineData("gall stones", "cholelithiasis")]
    [InlineData("gallbladder calculi", "cholelithiasis")]
    [InlineData("heart attack", "myocardial-infarction")]
    [InlineData("infarction of the myocardium", "myocardial-infarction")]
    [InlineData("blood clot in the lung", "pulmonary-embolism")]
    [InlineData("PULMONARY EMBOLUS", "pulmonary-embolism")]
    [InlineData("calculi of the kidney", "nephrolithiasis")]
    [InlineData("Lou Gehrig's disease", "amyotrophic-lateral-sclerosis")]
    [InlineData("deep venous thrombosis", "deep-vein-thrombosis")]
    public void Synonym_IsRecognised(string phrase, string id) => Assert.Equal(id, Core.Of(phrase));

    [Theory]
    [InlineData("pancreatitis, acute", "acute-pancreatitis")]
    [InlineData("sclerosis multiple", "multiple-sclerosis")]
    [InlineData("embolism (pulmonary)", "pulmonary-embolism")]
    [InlineData("cancer of the pancreas", "pancreatic-cancer")]
    [InlineData("diabetes type II", "type-2-diabetes-mellitus")]
    [InlineData("diabetes mellitus, type 2", "type-2-diabetes-mellitus")]
    public void WordOrder_DoesNotCount(string phrase, string id) => Assert.Equal(id, Core.Of(phrase));

    [Theory]
    [InlineData("hemorrhoids", "haemorrhoids")]
    [InlineData("celiac disease", "coeliac-disease")]
    [InlineData("subarachnoid hemorrhage", "subarachnoid-haemorrhage")]
    [InlineData("pheochromocytoma", "phaeochromocytoma")]
    [InlineData("gastroesophageal reflux disease", "gastro-oesophageal-reflux-disease")]
    [InlineData("Meniere's disease", "meniere-disease")]
    [InlineData("Crohns disease", "crohn-disease")]
    [InlineData("CROHN’S", "crohn-disease")]
    [InlineData("pre eclampsia", "pre-eclampsia")]
    [InlineData("preeclampsia", "pre-eclampsia")]
    [InlineData("non hodgkins lymphoma", "non-hodgkin-lymphoma")]
    public void Spelling_DoesNotCount(string phrase, string id) => Assert.Equal(id, Core.Of(phrase));

    [Theory]
    [InlineData("Herzinfarkt", "myocardial-infarction")]
    [InlineData("szívinfarktus", "myocardial-infarction")]
    [InlineData("infarto de miocardio", "myocardial-infarction")]
    [InlineData("akute Pankreatitis", "acute-pancreatitis")]
    [InlineData("Kopfschmerzen", "headache")]
    [InlineData("migraine avec aura", "migraine-with-aura")]
    public void OtherLanguage_IsRecognised(string phrase, string id) => Assert.Equal(id, Core.Of(phrase));

    [Theory]
    [InlineData("Gullain Barre", "guillain-barre-syndrome")]
    [InlineData("pulmonery embolism", "pulmonary-embolism")]
    [InlineData("acute pancreatits", "acute-pancreatitis")]
    [InlineData("choledocolithiasis", "choledocholithiasis")]
    [InlineData("cronic pancreatitis", "chronic-pancreatitis")]
    [InlineData("rhuematoid arthritis", "rheumatoid-arthritis")]
    [InlineData("mulitple sclerosis", "multiple-sclerosis")]
    [InlineData("psorasis", "psoriasis")]
    [InlineData("pnuemonia", "pneumonia")]
    [InlineData("siezure", "seizure")]
    [InlineData("Altzheimer's disease", "alzheimer-disease")]
    [InlineData("diabetis mellitus type 2", "type-2-diabetes-mellitus")]
    [InlineData("subaracnoid hemorrage", "subarachnoid-haemorrhage")]
    [InlineData("myocardial infraction", "myocardial-infarction")]
    public void MistypedWord_IsRecognised(string phrase, string id) => Assert.Equal(id, Core.Of(phrase));

    [Theory]
    [InlineData("COPD", "chronic-obstructive-pulmonary-disease")]
    [InlineData("dvt", "deep-vein-thrombosis")]
    [InlineData("T2DM", "type-2-diabetes-mellitus")]
    [InlineData("M.I.", "myocardial-infarction")]
    [InlineData("TIAs", "transient-ischaemic-attack")]
    [InlineData("acute exacerbation of COPD", "copd-exacerbation")]
    [InlineData("type 2 DM", "type-2-diabetes-mellitus")]
    [InlineData("breast ca", "breast-cancer")]
    public void Abbreviation_IsRecognised(string phrase, string id) => Assert.Equal(id, Core.Of(phrase));

    [Theory]
    [InlineData("severe gallstone pancreatitis", "gallstone-pancreatitis")]
    [InlineData("deep vein thrombosis of the leg", "deep-vein-thrombosis")]
    [InlineData("left renal colic", "renal-colic")]
    public void NarrowerPhrase_IsAskedAbout(string phrase, string id) => Assert.Equal($"ask:{id}", Core.Of(phrase));
}
