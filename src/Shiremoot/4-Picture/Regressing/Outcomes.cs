using Shiremoot.Terms;

namespace Shiremoot.Picture.Regressing;

/// <summary>Outcomes that are or are not, as numbers.</summary>
static class Outcomes
{
    public static double[] Numbers(bool[] outcome) => [.. outcome.Select(o => o ? 1.0 : 0)];

    /// <summary>Refused where all are alike or there are no more rows than columns.</summary>
    public static Refusal? Refuse(bool[] outcome, int columns)
    {
        if (outcome.Length <= columns + 1) return RegressionRefusals.FewRows(outcome.Length, columns);
        return Array.TrueForAll(outcome, o => o) ? RegressionRefusals.OneOutcome("yes") : Array.TrueForAll(outcome, o => !o) ? RegressionRefusals.OneOutcome("no") : null;
    }
}
