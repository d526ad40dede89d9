using Shiremoot.Economics.Chances;

namespace Shiremoot.Economics;

/// <summary>What each input tells of an outcome: fitted once, whoever asks.</summary>
public sealed partial class MonteCarloRuns
{
    private readonly Dictionary<int, double[][]> learned = [];
    private readonly Lock learning = new();

    /// <summary>Fits outcomes on every input. Several at once cost little more than one.</summary>
    internal void Learn(params int[] columns)
    {
        lock (learning)
        {
            int[] asked = [.. columns.Distinct().Where(o => !learned.ContainsKey(o))];
            if (asked.Length == 0) return;
            double[][][] found = [.. asked.Select(_ => new double[curves.Length][])];
            double[][] right = [.. asked.Select(o => outcomes[o])];
            Parallel.For(0, curves.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, i =>
            {
                ScoreSpline? fit = scores[i].Length == 0 ? null : ScoreSpline.Fit(scores[i], right);
                for (int k = 0; k < asked.Length; k++) found[k][i] = fit?.OverScores(k) ?? [];
            });
            for (int k = 0; k < asked.Length; k++) learned[asked[k]] = found[k];
        }
    }

    // By input, at evenly spaced scores; empty for one that is fixed.
    private double[][] Expected(int column)
    {
        Learn(column);
        lock (learning) return learned[column];
    }
}
