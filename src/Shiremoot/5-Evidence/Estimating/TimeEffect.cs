using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Evidence.Estimating;

/// <summary>How much sooner or later something first happens: a proportional hazards model of the weighted rows, errors by matched set or by row (D. Y. Lin and L. J. Wei, 1989).</summary>
static class TimeEffect
{
    /// <summary>The log hazard ratio of the service, alone or beside other columns.</summary>
    /// <param name="rows">People with times.</param>
    /// <param name="weight">Of each row; those of 0 are left out.</param>
    /// <param name="set">Matched sets, or null.</param>
    /// <param name="beside">Covariates to hold fixed, or null.</param>
    /// <param name="threads">At most so many.</param>
    public static Outcome<Coefficient> Of(EvaluationRows rows, double[] weight, int[]? set, ModelColumns? beside, int threads)
    {
        int[] kept = [.. Enumerable.Range(0, rows.Kept).Where(r => weight[r] > 0)];
        Dictionary<int, int> number = [];
        int[] cluster = new int[kept.Length];
        for (int k = 0; k < kept.Length; k++)
        {
            int own = set is not null && set[kept[k]] >= 0 ? set[kept[k]] : -1 - kept[k];
            cluster[k] = number.TryGetValue(own, out int known) ? known : number[own] = number.Count;
        }
        TimesToEvent times = new([.. kept.Select(r => rows.Time![r])], [.. kept.Select(r => rows.Outcome[r] > 0 ? 1 : 0)]) { Weight = [.. kept.Select(r => weight[r])] };
        double[] treated = [.. kept.Select(r => rows.Treated[r] ? 1.0 : 0)];
        ModelColumns columns = beside is null ? new(["treated"], [treated]) : new(["treated", .. beside.Names], [treated, .. beside.Values.Select(v => kept.Select(r => v[r]).ToArray())]);
        return Cox.Fit(times, columns, new() { Cluster = cluster, Threads = threads }).Then<Coefficient>(model => model.Coefficients[0]);
    }
}
