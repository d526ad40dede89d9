using Shiremoot.Economics.Chances;

namespace Shiremoot.Economics;

public sealed partial class MonteCarloRuns
{
    private const double MostErrors = 5; // a percentile further than this from that of the draws is not trusted

    /// <summary>
    /// Percentiles, one draw in four standing for its whole line: the draws' own percentile, moved to where the mean share of the lines is the share asked
    /// (one Newton step). Where lines have no common shape, or the two disagree by more than chance allows, the draws' own are kept.
    /// </summary>
    private Percentile[] Percentiles(ReplicatedColumn column, int o, double[] shares)
    {
        Estimated[] plain = [.. shares.Select(column.Percentile)];
        Percentile[] ofDraws = [.. shares.Zip(plain, (share, at) => new Percentile(share, at))];
        if (design?.Value.Fit(columns.ToFirst[o], columns.ToSecond[o]) is not { } terms || LineShape.Of(terms) is not { } shape) return ofDraws;
        double[] values = [.. plain.Select(p => p.Value)], rises = new double[shares.Length], sums = new double[shares.Length], all = new double[shares.Length];
        double[][] below = [.. shares.Select(_ => new double[MonteCarlo.Replicates])];
        for (int r = 0; r < MonteCarlo.Replicates; r++)
        {
            (Range lines, Range draws) = columns.Of(r);
            Array.Clear(sums);
            LineKernel.Add(shape, columns.Along.AsSpan(lines), outcomes[o].AsSpan(draws), columns.ToFirst[o].AsSpan(lines), columns.ToSecond[o].AsSpan(lines), values, sums, rises);
            for (int s = 0; s < sums.Length; s++) (below[s][r], all[s]) = (sums[s] / lines.GetOffsetAndLength(columns.Lines).Length, all[s] + sums[s]);
        }
        Percentile[] ofLines = new Percentile[shares.Length];
        for (int s = 0; s < shares.Length; s++)
        {
            double density = rises[s] / columns.Lines, by = (shares[s] - (all[s] / columns.Lines)) / density;
            if (!(Math.Abs(by) <= MostErrors * plain[s].Error)) return ofDraws;
            ofLines[s] = new(shares[s], new(values[s] + by, ReplicatedColumn.ErrorOf(below[s]) / density));
        }
        return ofLines;
    }
}
