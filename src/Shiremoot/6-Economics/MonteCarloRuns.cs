using Shiremoot.Economics.Chances;
using Shiremoot.Terms;

namespace Shiremoot.Economics;

/// <summary>A figure of a run and its standard error: how far another seed's would typically be.</summary>
public readonly record struct Estimated(double Value, double Error);

/// <summary>The value below which a share of the draws lies.</summary>
public sealed record Percentile(double Share, Estimated At);

/// <summary>What a run says of one outcome.</summary>
/// <param name="Outcome">Its name.</param>
/// <param name="Mean">The expected value.</param>
/// <param name="Deviation">The standard deviation between draws.</param>
/// <param name="Percentiles">In the order asked for.</param>
/// <param name="ShareAboveZero">The share of the draws in which it is above zero: for a net benefit, that it pays.</param>
public sealed record OutcomeSummary(string Outcome, Estimated Mean, double Deviation, IReadOnlyList<Percentile> Percentiles, Estimated ShareAboveZero);

/// <summary>What was known after so many draws.</summary>
public sealed record SoFar(int Draws, Estimated Mean, double P5, double Median, double P95);

/// <summary>The draws of a model and what followed.</summary>
public sealed partial class MonteCarloRuns
{
    private static readonly double[] UsualShares = [0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975];

    private readonly UncertainModel model;
    private readonly MonteCarloOptions options;
    private readonly QuantileCurve[] curves;
    private readonly DrawnColumns columns;
    private readonly Lazy<LineDesign>? design;
    private readonly float[][] scores;
    private readonly double[][] outcomes;

    internal MonteCarloRuns(UncertainModel model, MonteCarloOptions options, QuantileCurve[] curves, DrawnColumns columns)
    {
        (this.model, this.options, this.curves, this.columns, scores, outcomes) = (model, options, curves, columns, columns.Scores, columns.Outcomes);
        design = columns.Lines == 0 ? null : new(() => new LineDesign(columns.Along));
    }

    public int Draws => options.Draws;

    public ulong Seed => options.Seed;

    public Sampling Sampling => options.Sampling;

    internal int Threads => options.Threads;

    /// <summary>The names of the outcomes.</summary>
    public IReadOnlyList<string> Outcomes => model.Outcomes;

    /// <summary>Every draw's value of an outcome, in the order drawn.</summary>
    public Outcome<ReadOnlyMemory<double>> Values(string outcome) => Column(outcome).Then<ReadOnlyMemory<double>>(o => (ReadOnlyMemory<double>)outcomes[o]);

    /// <summary>Mean, percentiles and the share above zero of one outcome, each with its error. Shares are between 0 and 1; the usual seven if none are given.</summary>
    public Outcome<OutcomeSummary> Summary(string outcome, params double[] shares)
    {
        if (Column(outcome).Refused(out Refusal? why, out int o)) return why;
        if (shares.Length == 0) shares = UsualShares;
        ReplicatedColumn column = new(outcomes[o]);
        return new OutcomeSummary(outcome, column.Mean, column.Deviation, Percentiles(column, o, shares), column.ShareAboveZero);
    }

    /// <summary>Summaries of outcomes that follow one another, year after year: the fan of a chart.</summary>
    public Outcome<IReadOnlyList<OutcomeSummary>> Fan(IReadOnlyList<string> years, params double[] shares)
    {
        List<OutcomeSummary> fan = [];
        foreach (string year in years)
            if (Summary(year, shares).Refused(out Refusal? why, out OutcomeSummary? summary)) return why;
            else fan.Add(summary);
        return fan;
    }

    /// <summary>What was known after 2, 4, 8, 16 and 32 of the replicates: whether the answer has settled.</summary>
    public Outcome<IReadOnlyList<SoFar>> Convergence(string outcome)
    {
        if (Column(outcome).Refused(out Refusal? why, out int o)) return why;
        List<SoFar> steps = [];
        for (int replicates = 2; replicates <= MonteCarlo.Replicates; replicates *= 2)
        {
            ReplicatedColumn column = new(outcomes[o], replicates);
            steps.Add(new(column.Draws, column.Mean, column.Percentile(0.05).Value, column.Percentile(0.5).Value, column.Percentile(0.95).Value));
        }
        return steps;
    }

    /// <summary>The rank correlations asked for, each with that of the draws.</summary>
    public IReadOnlyList<(RankCorrelation Asked, double Got)> Correlations()
    {
        double Got(RankCorrelation pair)
        {
            (float[] one, float[] other) = (scores[Place(pair.One)], scores[Place(pair.Other)]);
            return RankKernel.Correlation(one, other);
        }
        return [.. model.Correlations.Select(c => (c, Got(c)))];
    }

    private int Place(string input) => model.Inputs.Select(i => i.Name).ToList().IndexOf(input);

    private Outcome<int> Column(string outcome)
    {
        for (int o = 0; o < model.Outcomes.Count; o++)
            if (model.Outcomes[o] == outcome) return o;
        return Chances.Refusals.NoSuchOutcome(outcome, model.Outcomes);
    }
}
