using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Evidence.Estimating;

/// <summary>
/// Shares by a day of the weighted rows: Kaplan-Meier's, or where something else may come first Aalen and Johansen's (J. Xie and C. Liu, 2005, of weighted curves). Errors by what each row, or each matched set, does to the difference, the weights held fixed.
/// </summary>
static class TimeShares
{
    private const string Way = "difference of weighted shares";

    public static Outcome<IReadOnlyList<TimeShare>> Of(EvaluationRows rows, EvaluationQuestion q, AdjustedRows adjusted)
    {
        int[] mine = Taking(rows, adjusted, true), others = Taking(rows, adjusted, false);
        double[] at = q.At.Count > 0 ? [.. q.At] : [Math.Min(mine.Max(r => rows.Time![r]), others.Max(r => rows.Time![r]))];
        List<TimeShare> shares = [];
        foreach (double by in at)
        {
            if (Survival.ShareBy(Times(rows, adjusted.Weight, mine), by).Refused(out Refusal? why, out IncidenceShare? with)) return why;
            if (Survival.ShareBy(Times(rows, adjusted.Weight, others), by).Refused(out why, out IncidenceShare? without)) return why;
            Dictionary<int, double> pulls = [];
            void Add(int[] kept, IncidenceShare share, int sign)
            {
                for (int k = 0; k < kept.Length; k++)
                {
                    int own = adjusted.Set is { } set && set[kept[k]] >= 0 ? set[kept[k]] : -1 - kept[k];
                    pulls[own] = pulls.GetValueOrDefault(own) + (sign * share.Pull[k]);
                }
            }
            Add(mine, with, 1);
            Add(others, without, -1);
            double difference = with.Share - without.Share, error = double.IsNaN(difference) ? double.NaN : Math.Sqrt(pulls.Values.Sum(p => p * p));
            shares.Add(new(by, with.Share, without.Share, EffectEstimate.By(Way, difference, error, q.Confidence)));
        }
        return Outcome.Of<IReadOnlyList<TimeShare>>(shares);
    }

    private static int[] Taking(EvaluationRows rows, AdjustedRows adjusted, bool those) => [.. Enumerable.Range(0, rows.Kept).Where(r => rows.Treated[r] == those && adjusted.Weight[r] > 0)];

    private static TimesToEvent Times(EvaluationRows rows, double[] weight, int[] kept) =>
        new([.. kept.Select(r => rows.Time![r])], [.. kept.Select(r => rows.Outcome[r] > 0 ? 1 : rows.Ended is { } ended && ended[r] ? 2 : 0)]) { Weight = [.. kept.Select(r => weight[r])] };
}
