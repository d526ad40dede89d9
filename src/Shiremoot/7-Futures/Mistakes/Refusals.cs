using Shiremoot.Terms;

namespace Shiremoot.Futures.Mistakes;

/// <summary>What the making of mistakes refuses.</summary>
static class Refusals
{
    public static Refusal Faults(string what, IReadOnlyList<string> lines) =>
        new("FUTURES-41", $"{what} has {(lines.Count == 1 ? "a fault" : $"{lines.Count} faults")}.", "Correct the lines named and run the command again.") { Details = lines };
}
