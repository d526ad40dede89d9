using Shiremoot.Picture.Regressing;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>
/// What goes with a rate: counts over exposure, the log of their rate being linear. Of 0 and 1 with each row its own cluster it gives ratios of shares
/// (G. Zou, 2004); of follow-up cut into pieces, hazard ratios (T. R. Holford, 1980). It knows no person, only columns.
/// </summary>
public static class Poisson
{
    /// <summary>The model of greatest likelihood, or why there is none.</summary>
    /// <param name="events">At least 0; not all 0.</param>
    /// <param name="exposure">Time, or people, at risk of them: above 0. Null where each row is one.</param>
    /// <param name="columns">The covariates.</param>
    /// <param name="options">Firth's likelihood is not for counts and is not used.</param>
    public static Outcome<RegressionModel> Fit(double[] events, double[]? exposure, ModelColumns columns, RegressionOptions? options = null)
    {
        options = (options ?? RegressionOptions.Usual) with { Firth = false };
        if (columns.Values.Any(v => v.Length != events.Length)) throw new ArgumentException("Covariates and outcomes differ in length.", nameof(columns));
        if (events.Length <= columns.Count) return RegressionRefusals.FewRows(events.Length, columns.Count);
        if (Array.FindIndex(events, e => !(e >= 0 && double.IsFinite(e))) is >= 0 and var row) return RegressionRefusals.NotFinite("events", row);
        if (Array.TrueForAll(events, e => e == 0)) return RegressionRefusals.OneOutcome("nought");
        if (exposure is not null && Array.FindIndex(exposure, e => !(e > 0 && double.IsFinite(e))) is >= 0 and var none) return RegressionRefusals.NotFinite("exposure", none);
        if (StandardColumns.Of(columns, [.. Enumerable.Range(0, events.Length)]).Refused(out Refusal? why, out StandardColumns? standard)) return why;
        return RegressionFit.Of(new(OutcomeFamily.Poisson, events, standard, exposure is null ? null : Array.ConvertAll(exposure, Math.Log), options.Weight), options);
    }
}
