namespace Shiremoot.Evidence.Policies;

/// <summary>The effect on the units that began in one period, in another: their mean change since the period before they began, less that of the controls.</summary>
/// <param name="From">The period they began in.</param>
/// <param name="Period">The period told of.</param>
/// <param name="OfTreated">Mean change of the treated units.</param>
/// <param name="OfControls">Mean change of the controls.</param>
/// <param name="Size">What the treated units behind it count for.</param>
/// <param name="ControlSize">What the controls count for.</param>
/// <param name="Units">How many treated units there are.</param>
readonly record struct GroupTime(int From, int Period, double OfTreated, double OfControls, double Size, double ControlSize, int Units)
{
    public double Effect => OfTreated - OfControls;

    /// <summary>Periods since the start: 0 is the first, -1 the last before.</summary>
    public int Step => Period - From;
}

/// <summary>
/// Effects by group and time (B. Callaway and P. H. C. Sant'Anna, 2021), without covariates: the controls are units never treated, or those not yet treated
/// where there are none. No unit already treated is ever a control. Errors are clustered by unit, sizes of groups taken as given.
/// </summary>
static class GroupTimes
{
    public static List<GroupTime> Effects(PanelRows panel, int[] from)
    {
        List<GroupTime> all = [];
        bool anyNever = Array.IndexOf(from, -1) >= 0;
        foreach (int group in from.Where(f => f > 0).Distinct().Order())
            for (int period = 0; period < panel.Periods.Count; period++)
                if (period != group - 1 && One(panel, from, group, period, anyNever) is { } effect) all.Add(effect);
        return all;
    }

    /// <summary>The mean of some of them, by size; not a number of none.</summary>
    public static double Mean(IEnumerable<GroupTime> some)
    {
        double sum = 0, size = 0;
        foreach (GroupTime s in some) (sum, size) = (sum + (s.Size * s.Effect), size + s.Size);
        return sum / size;
    }

    /// <summary>What each unit adds to the error of that mean.</summary>
    public static double[] Influence(PanelRows panel, int[] from, IReadOnlyList<GroupTime> some)
    {
        double[] influence = new double[from.Length];
        double size = some.Sum(s => s.Size);
        bool anyNever = Array.IndexOf(from, -1) >= 0;
        foreach (GroupTime s in some)
            for (int u = 0; u < from.Length; u++)
            {
                double change = panel.At(u, s.Period) - panel.At(u, s.From - 1), share = panel.WeightOf(u) * s.Size / size;
                if (double.IsNaN(change)) continue;
                if (from[u] == s.From) influence[u] += share / s.Size * (change - s.OfTreated);
                else if (IsControl(from[u], s.From, s.Period, anyNever)) influence[u] -= share / s.ControlSize * (change - s.OfControls);
            }
        return influence;
    }

    /// <summary>CR1: the sum over units of the products of their parts, with units / (units − 1).</summary>
    public static double Covariance(double[] a, double[] b)
    {
        double sum = 0;
        for (int u = 0; u < a.Length; u++) sum += a[u] * b[u];
        return sum * a.Length / (a.Length - 1);
    }

    private static GroupTime? One(PanelRows panel, int[] from, int group, int period, bool anyNever)
    {
        int before = group - 1, count = 0;
        double treated = 0, controls = 0, ofTreated = 0, ofControls = 0;
        for (int u = 0; u < from.Length; u++)
        {
            double change = panel.At(u, period) - panel.At(u, before), weight = panel.WeightOf(u);
            if (double.IsNaN(change)) continue;
            if (from[u] == group) (treated, ofTreated, count) = (treated + weight, ofTreated + (weight * change), count + 1);
            else if (IsControl(from[u], group, period, anyNever)) (controls, ofControls) = (controls + weight, ofControls + (weight * change));
        }
        return count == 0 || controls == 0 ? null : new(group, period, ofTreated / treated, ofControls / controls, treated, controls, count);
    }

    private static bool IsControl(int from, int group, int period, bool anyNever) => anyNever ? from < 0 : from > Math.Max(period, group - 1) && from != group;
}
