using Shiremoot.Economics.Chances;
using Shiremoot.Terms;

namespace Shiremoot.Economics;

public sealed partial class MonteCarloRuns
{
    /// <summary>The share of the draws in which something holds, with its error.</summary>
    /// <param name="holds">Whether it holds in a draw, by the draw's number.</param>
    public Estimated ShareWhere(Func<int, bool> holds)
    {
        double[] parts = new double[MonteCarlo.Replicates];
        long all = 0;
        for (int r = 0; r < parts.Length; r++)
        {
            (int from, int until) = (MonteCarlo.StartOf(r, Draws), MonteCarlo.StartOf(r + 1, Draws));
            int held = 0;
            for (int n = from; n < until; n++)
                if (holds(n)) held++;
            all += held;
            parts[r] = held / (double)(until - from);
        }
        return new(all / (double)Draws, ReplicatedColumn.ErrorOf(parts));
    }

    /// <summary>The share of the draws in which an outcome is at or above a bar.</summary>
    public Outcome<Estimated> ShareAtLeast(string outcome, double bar) => Values(outcome).Then<Estimated>(values => ShareWhere(n => values.Span[n] >= bar));
}
