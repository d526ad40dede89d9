using Shiremoot.Picture.Regressing;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>What goes with an outcome that is or is not. Source: D. R. Cox (1958), The regression analysis of binary sequences. It knows no person, only columns.</summary>
public static class Logistic
{
    /// <summary>
    /// The model of greatest likelihood, or of Firth's; or why there is none: an outcome that is the same for all, a column that is constant, follows from
    /// others, or tells the outcome apart without a mistake (which Firth's likelihood allows).
    /// </summary>
    public static Outcome<RegressionModel> Fit(bool[] outcome, ModelColumns columns, RegressionOptions? options = null) => Fit(outcome, columns, options ?? RegressionOptions.Usual, null);

    internal static Outcome<RegressionModel> Fit(bool[] outcome, ModelColumns columns, RegressionOptions options, double[]? offset)
    {
        if (columns.Values.Any(v => v.Length != outcome.Length)) throw new ArgumentException("Covariates and outcomes differ in length.", nameof(columns));
        if (Outcomes.Refuse(outcome, columns.Count) is { } alike) return alike;
        if (StandardColumns.Of(columns, [.. Enumerable.Range(0, outcome.Length)]).Refused(out Refusal? why, out StandardColumns? standard)) return why;
        return RegressionFit.Of(new(OutcomeFamily.Logistic, Outcomes.Numbers(outcome), standard, offset, options.Weight), options);
    }
}
