using Shiremoot.Evidence;
using Shiremoot.Trust;

namespace Shiremoot.Cli;

/// <summary>How people come to a service and stay, as text.</summary>
static class EngagementText
{
    public static void Tell(EngagementPicture picture)
    {
        Console.Out.WriteLine($"  Who comes to it, and who stays: {picture.Sentence}");
        foreach (StepReached step in picture.Steps)
            Console.Out.WriteLine(FormattableString.Invariant($"    {step.Name,-40} {Short(step.People),8} {step.OfAll,7} {Range(step.OfAll),-16} {(step.MedianDays.IsWithheld ? "" : FormattableString.Invariant($"middle day {step.MedianDays.Shown:0.#} ({step.MedianLower.Shown:0.#} to {step.MedianUpper.Shown:0.#})"))}"));
        foreach (GroupReached group in picture.Groups)
            Console.Out.WriteLine($"    {$"{group.By}: {group.Group}",-40} {Short(group.Reached[0].Whole),8} {string.Join("  ", group.Reached.Skip(1).Select(r => r.IsWithheld ? ProtectedCount.Mark : $"{r} {Range(r)}"))}");
        Console.Out.WriteLine($"    {picture.FactorsSay}");
        foreach (EngagementFactor factor in picture.Factors)
            Console.Out.WriteLine($"    {factor.Name,-40} {(factor.Effect.OddsRatio.IsWithheld ? "" : factor.Effect.Odds),-24} {factor.Effect.Says}");
        foreach (string note in picture.Notes) Console.Out.WriteLine($"    Note: {note}");
    }

    private static string Short(ProtectedCount count) => count.IsWithheld ? ProtectedCount.Mark : $"{count}";

    private static string Range(ProtectedShare share) => share.Interval is { } i ? FormattableString.Invariant($"({i.Lower * 100:0.0} to {i.Upper * 100:0.0})") : "";
}
