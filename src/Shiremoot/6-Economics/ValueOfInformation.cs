using Shiremoot.Economics.Chances;
using Shiremoot.Terms;

namespace Shiremoot.Economics;

/// <summary>What it would be worth to know more before choosing. See docs/methods/value-of-information.md.</summary>
/// <param name="Best">The option to choose on what is known now: that with the highest expected net benefit; null if doing nothing is better than any.</param>
/// <param name="Expected">Its expected net benefit; nought for doing nothing.</param>
/// <param name="Perfect">The expected value of perfect information: what knowing everything before the choice would add.</param>
/// <param name="ByInput">The expected value of knowing one input exactly, the greatest first.</param>
/// <param name="BestShares">How often each option is the best in the draws, in the order given; doing nothing last where it may be chosen.</param>
public sealed record ValueOfInformation(
    string? Best, double Expected, Estimated Perfect, IReadOnlyList<(string Input, double Value)> ByInput, IReadOnlyList<(string? Option, double Share)> BestShares);

public sealed partial class MonteCarloRuns
{
    /// <summary>The value of information for a choice between options.</summary>
    /// <param name="options">The outcomes that are the net benefit of each option, in one unit.</param>
    /// <param name="orNothing">True if doing nothing, at no net benefit, may be chosen too.</param>
    public Outcome<ValueOfInformation> InformationFor(IReadOnlyList<string> options, bool orNothing = true)
    {
        if (options.Count == 0) return Chances.Refusals.NoOptions();
        List<int> columns = [];
        foreach (string option in options)
            if (Column(option).Refused(out Refusal? why, out int o)) return why;
            else columns.Add(o);
        Learn([.. columns]);
        List<double[]> benefits = [.. columns.Select(o => outcomes[o])];
        if (orNothing) benefits.Add(new double[Draws]);
        string?[] names = orNothing ? [.. options, null] : [.. options];
        double[] means = [.. benefits.Select(b => b.Average())];
        int best = Array.IndexOf(means, means.Max());

        (Estimated perfect, int[] times) = Perfect(benefits, best);
        double[][][] expected = [.. columns.Select(Expected)];
        double Knowing(int input) => KnowingOne([.. expected.Select(e => e[input])], orNothing);
        return new ValueOfInformation(names[best], means[best], perfect,
            [.. Enumerable.Range(0, curves.Length).Where(i => scores[i].Length > 0).Select(i => (model.Inputs[i].Name, Knowing(i))).OrderByDescending(v => v.Item2)],
            [.. names.Select((n, k) => (n, times[k] / (double)Draws))]);
    }

    // The mean over draws of how far the best option of the draw is above the one best on the whole.
    private (Estimated Perfect, int[] Times) Perfect(List<double[]> benefits, int best)
    {
        int[] times = new int[benefits.Count];
        double[] parts = new double[MonteCarlo.Replicates];
        double all = 0;
        for (int r = 0; r < parts.Length; r++)
        {
            (int from, int until) = (MonteCarlo.StartOf(r, Draws), MonteCarlo.StartOf(r + 1, Draws));
            double sum = 0;
            for (int n = from; n < until; n++)
            {
                int top = best;
                for (int k = 0; k < benefits.Count; k++)
                    if (benefits[k][n] > benefits[top][n]) top = k;
                times[top]++;
                sum += benefits[top][n] - benefits[best][n];
            }
            (parts[r], all) = (sum / (until - from), all + sum);
        }
        return (new(all / Draws, ReplicatedColumn.ErrorOf(parts)), times);
    }

    // Strong, Oakley and Brennan (2014): expected net benefits given the input by regression, the best of them at each value, less the best on the whole.
    private static double KnowingOne(double[][] benefits, bool orNothing)
    {
        double[] sums = new double[benefits.Length];
        double tops = 0;
        for (int n = 0; n < ScoreSpline.Weights.Count; n++)
        {
            double top = orNothing ? 0 : double.NegativeInfinity;
            for (int k = 0; k < sums.Length; k++)
            {
                sums[k] += ScoreSpline.Weights[n] * benefits[k][n];
                top = Math.Max(top, benefits[k][n]);
            }
            tops += ScoreSpline.Weights[n] * top;
        }
        return Math.Max(0, tops - Math.Max(orNothing ? 0 : double.NegativeInfinity, sums.Max()));
    }
}
