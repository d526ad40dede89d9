using Shiremoot.Futures;

namespace Shiremoot.Tests.Futures;

/// <summary>The ten stages whose exact answers are known, and the same with diversion.</summary>
static class JusticeNetwork
{
    public static SystemModel Baseline { get; } = Read(null);

    public static SystemModel Diversion { get; } = Read(Text("justice-network-diversion.yaml"));

    public static SystemModel Read(string? over) => SystemModelFile.Read(Text("justice-network.yaml"), over, "justice-network.yaml", new Dictionary<string, double>()).Value;

    private static string Text(string name) => File.ReadAllText(Path.Combine(TestData.Root, "vocabulary", "models", name));
}
