using Shiremoot.Futures.Mistakes;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Tests.Futures.Mistakes;

/// <summary>Sections of mistakes made for tests.</summary>
static class RateFiles
{
    /// <summary>Every rate the same, for every agency.</summary>
    public static string All(string share) =>
        "mistakes:\n  every:\n" + string.Concat(MistakeRates.Keys.Select(k => $"    {k}: {share}\n")) + "    second_reference_times: 3\n" + string.Concat(MistakeRates.Agencies.Select(a => $"  {a}: {{}}\n"));

    public static Outcome<MistakeRates> Read(string yaml) => PlaceFile.ReadText(yaml, "generate.yaml", map => MistakeRates.Read(map.MapOr("mistakes")!, MistakeRates.Agencies));
}
