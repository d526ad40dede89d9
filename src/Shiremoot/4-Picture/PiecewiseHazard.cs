using Shiremoot.Picture.Regressing;
using Shiremoot.Picture.Surviving;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>
/// Hazard ratios where the hazard is level within stretches of time and free between them: Poisson regression of the events in each stretch on the time spent in it
/// (T. R. Holford, 1980; N. Laird and D. Olivier, 1981). With no cut it is exponential regression.
/// </summary>
public static class PiecewiseHazard
{
    /// <summary>The model; beside the covariates it has one for each stretch after the first, against the first.</summary>
    /// <param name="times">When follow-up ended and how; cause 1 is the event. Without entry rows are watched from 0.</param>
    /// <param name="cuts">Times at which the hazard may change, rising, above 0.</param>
    /// <param name="columns">The covariates.</param>
    /// <param name="options">A cluster is by row of <paramref name="times"/>.</param>
    public static Outcome<RegressionModel> Fit(TimesToEvent times, double[] cuts, ModelColumns columns, RegressionOptions? options = null)
    {
        options ??= RegressionOptions.Usual;
        TimesToEvent from0 = times.Entry is null ? times with { Entry = new double[times.Time.Length] } : times;
        if (TimesCheck.Refuse(from0) is { } why) return why;
        for (int k = 0; k < cuts.Length; k++)
            if (!(cuts[k] > (k == 0 ? double.NegativeInfinity : cuts[k - 1]))) return RegressionRefusals.CutsNotRising();
        Stretches cut = Stretches.Of(from0, cuts, columns);
        return Poisson.Fit(cut.Events, cut.Spent, cut.Columns, options with
        {
            Weight = times.Weight is null ? null : [.. cut.Row.Select(r => times.Weight[r])],
            Cluster = options.Cluster is null ? null : [.. cut.Row.Select(r => options.Cluster[r])],
        });
    }
}
