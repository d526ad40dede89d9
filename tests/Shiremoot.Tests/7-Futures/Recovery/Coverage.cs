using Shiremoot.Futures.Learning;

namespace Shiremoot.Tests.Futures.Recovery;

/// <summary>How many intervals hold the number that made the stories.</summary>
/// <param name="Seeds">Of the runs.</param>
/// <param name="Rows">For each number, what made the stories and what each run's records say of it.</param>
sealed record Coverage(IReadOnlyList<ulong> Seeds, IReadOnlyList<CoverageRow> Rows)
{
    public int Intervals => Seeds.Count * Rows.Count;

    public int Held => Rows.Sum(r => r.Held);

    public double Share => (double)Held / Intervals;

    /// <summary>Numbers that no run's interval holds: a fault, not chance.</summary>
    public IEnumerable<CoverageRow> NeverHeld => Rows.Where(r => r.Held == 0);

    /// <summary>Makes people of a place with each seed, one run after another, and looks for the numbers in their records.</summary>
    public static Coverage Of(string root, string place, int people, int years, IReadOnlyList<ulong> seeds, IReadOnlyList<Recoverable> wanted, Action<ulong>? done = null)
    {
        List<Estimated>[] found = [.. wanted.Select(_ => new List<Estimated>())];
        double[] truth = new double[wanted.Count];
        foreach (ulong seed in seeds)
        {
            MadeRun run = MadeRun.Of(root, place, people, years, seed);
            for (int w = 0; w < wanted.Count; w++)
            {
                truth[w] = run[wanted[w].Name];
                found[w].Add(wanted[w].By(run));
            }
            done?.Invoke(seed);
        }
        return new(seeds, [.. wanted.Select((w, i) => new CoverageRow(w, truth[i], found[i]))]);
    }
}

/// <summary>One number.</summary>
sealed record CoverageRow(Recoverable Of, double Truth, IReadOnlyList<Estimated> Found)
{
    public int Held => Found.Count(f => f.Holds(Truth));

    /// <summary>The difference from the truth in units of an interval's half width, over the runs: 0 where there is no bias; over five runs within ±0.46 nineteen times in twenty by chance.</summary>
    public double MeanOff => Found.Average(f => f.Value >= Truth ? (f.Value - Truth) / (f.Value - f.Lower) : (f.Value - Truth) / (f.Upper - f.Value));
}
