using Shiremoot.Terms;

namespace Shiremoot.Futures.Identities;

/// <summary>What the stocks of names and homes refuse.</summary>
static class Refusals
{
    public static Refusal Faults(string what, IReadOnlyList<string> lines) =>
        new("FUTURES-40", $"{what} {(lines.Count == 1 ? "has a fault" : $"have {lines.Count} faults")}.", "Correct the lines named and run the command again.") { Details = lines };
}
