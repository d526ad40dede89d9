using Shiremoot.Futures;

namespace Shiremoot.Tests.Futures;

/// <summary>The ten stages whose exact answers are known, and the same with diversion.</summary>
static class JusticeNetwork
{
    public static SystemModel Baseline { get; } = Read(null);

    public static SystemModel Diversion { get; } = Read(Text("justice-network-diversion.yaml"));

    public static ModelSource Source { get; } = new([Text("justice-network.yaml")], "justice-network.yaml", new Dictionary<string, double>(), null);

    /// <summary>From the third year, over a year, half of those who went into short custody go on orders.</summary>
    public static Scenario Halved { get; } = ScenarioFile.ReadText("""
        id: halved
        title: Short custody halved
        source: a test
        from_year: 2
        ramp_years: 1
        numbers: [{ name: short, value: 0.04, low: 0.038, high: 0.042, scale: share, source: "assumption: a test" }, { name: short-crown, value: 0.05, known: true, source: "assumption: a test" }]
        model:
          stages:
            - { id: magistrates, to: [{ stage: short-custody, probability: { number: short } }, { stage: community-order, probability: 0.24 }] }
            - { id: crown, to: [{ stage: short-custody, probability: { number: short-crown } }, { stage: community-order, probability: 0.35 }] }
        """, "halved.yaml").Value;

    public static SystemModel Read(string? over) => SystemModelFile.Read(Text("justice-network.yaml"), over, "justice-network.yaml", new Dictionary<string, double>()).Value;

    /// <summary>The network's own text.</summary>
    public static string Plain { get; } = Text("justice-network.yaml");

    public static SystemModel Of(string text) => SystemModelFile.Read(text, null, "model.yaml", new Dictionary<string, double>()).Value;

    private static string Text(string name) => File.ReadAllText(Path.Combine(TestData.Root, "vocabulary", "models", name));
}
