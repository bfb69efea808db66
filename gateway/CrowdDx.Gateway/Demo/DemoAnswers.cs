using CrowdDx.Aggregation.Answering;

namespace CrowdDx.Gateway.Demo;

/// <summary>What the simulated experts answer to the case of the seed story: lists that physicians might give, coming round to biliary microlithiasis.</summary>
internal static class DemoAnswers
{
    public static IReadOnlyList<AnswerRequest> All { get; } =
    [
        Answer("MRCP", "Young and recurrent: think of genes first.", ["Hereditary pancreatitis"], ["Pancreas divisum"], ["Biliary microlithiasis"]),
        Answer("Endoscopic ultrasound", "Ultrasound misses small stones.", ["Biliary microlithiasis"], ["Sphincter of Oddi dysfunction"]),
        Answer("Fasting triglycerides", null, ["Hypertriglyceridaemia"], ["Hereditary pancreatitis"]),
        Answer("Endoscopic ultrasound", "The transaminases rise and fall with each attack.", ["Biliary microlithiasis"], ["Hereditary pancreatitis", "Pancreas divisum"]),
        Answer("IgG4", null, ["Autoimmune pancreatitis"], ["Biliary microlithiasis"]),
        Answer("MRCP", "A duct variant explains six attacks.", ["Pancreas divisum"], ["Biliary microlithiasis"], ["Choledochal cyst!"]),
        Answer("Endoscopic ultrasound", "Normal imaging between attacks fits.", ["biliary microlithiasis"], ["Cystic fibrosis"]),
        Answer("Endoscopic ultrasound", null, ["Probable biliary microlithiasis", "Biliary sludge"], ["Hereditary pancreatitis"]),
        Answer("Sweat test", null, ["Cystic fibrosis!"], ["Biliary microlithiasis"]),
        Answer("Bile microscopy", "Look for crystals.", ["Biliary microlithiasis"]),
        Answer("Endoscopic ultrasound", null, ["Biliary microlithiasis"], ["Pancreas divisum"], ["Primary hyperparathyroidism"]),
        Answer("Endoscopic ultrasound", "Common, treatable, and not yet excluded.", ["Biliary microlithiasis"], ["Hereditary pancreatitis"]),
        Answer("MRCP", null, ["?Biliary microlithiasis"], ["Choledochal cyst!"]),
        Answer("Endoscopic ultrasound", null, ["Biliary microlithiasis"], ["Autoimmune pancreatitis"]),
    ];

    // An exclamation mark: must not be missed.
    private static AnswerRequest Answer(string nextTest, string? rationale, params string[][] groups)
        => new([.. groups.Select(group => group.Select(text => new DiagnosisRequest(text.TrimEnd('!'), Dangerous: text.EndsWith('!'))).ToList())], rationale, nextTest);
}
