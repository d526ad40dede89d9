using Shiremoot.Terms;

namespace Shiremoot.Futures.Simulating;

/// <summary>Values of a scenario's numbers, drawn from what is known of them: one set for each world.</summary>
internal static class Worlds
{
    private const uint Purpose = 0x30_71D5;

    /// <summary>The numbers of one world. With one world they are at their likeliest; with more, each number's draws are spread evenly over its own range (McKay and others, 1979).</summary>
    public static IReadOnlyDictionary<string, double> Numbers(Scenario scenario, int worlds, int world, ulong seed)
    {
        Dictionary<string, double> drawn = new(StringComparer.Ordinal);
        for (int n = 0; n < scenario.Numbers.Count; n++)
        {
            ScenarioNumber number = scenario.Numbers[n];
            if (worlds == 1)
            {
                drawn[number.Name] = number.Value;
                continue;
            }
            Chance order = new(seed, (ulong)n, Purpose);
            int[] strata = [.. Enumerable.Range(0, worlds)];
            for (int i = worlds - 1; i > 0; i--)
            {
                int with = order.Below(i + 1);
                (strata[i], strata[with]) = (strata[with], strata[i]);
            }
            Chance inside = new(seed, ((ulong)n << 32) | (uint)world, Purpose + 1);
            drawn[number.Name] = number.At(NormalQuantile.At((strata[world] + inside.Share()) / worlds));
        }
        return drawn;
    }
}
