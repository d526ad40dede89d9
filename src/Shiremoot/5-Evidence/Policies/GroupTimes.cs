namespace Shiremoot.Evidence.Policies;

/// <summary>The effect on the units that began in one period, in another: their mean change since the period before they began, less that of the controls.</summary>
/// <param name="From">The period they began in.</param>
/// <param name="Period">The period told of.</param>
/// <param name="Effect">In the outcome's unit.</param>
/// <param name="Size">What the treated units behind it count for.</param>
/// <param name="Units">How many they are.</param>
/// <param name="Influence">Of each unit, what it adds to the error.</param>
sealed record GroupTime(int From, int Period, double Effect, double Size, int Units, double[] Influence)
{
    public int Step => Period - From;
}

/// <summary>
/// Effects by group and time (B. Callaway and P. H. C. Sant'Anna, 2021), without covariates: the controls are units never treated, or those not yet treated
/// where there are none. No unit already treated is ever a control. Errors are clustered by unit, sizes of groups taken as given.
/// </summary>
static class GroupTimes
{
    public static List<GroupTime> Of(PanelRows panel, int[] from)
    {
        List<GroupTime> all = [];
        bool anyNever = Array.Exists(from, f => f < 0);
        foreach (int group in from.Where(f => f > 0).Distinct().Order())
            for (int period = 0; period < panel.Periods.Count; period++)
                if (period != group - 1 && One(panel, from, group, period, anyNever) is { } effect) all.Add(effect);
        return all;
    }

    /// <summary>The mean of some of them, by size, with each unit's part in its error; not a number of none.</summary>
    public static (double Value, double[] Influence) Mean(IReadOnlyList<GroupTime> some, int units)
    {
        double size = some.Sum(s => s.Size), value = 0;
        double[] influence = new double[units];
        foreach (GroupTime s in some)
        {
            value += s.Size / size * s.Effect;
            for (int u = 0; u < units; u++) influence[u] += s.Size / size * s.Influence[u];
        }
        return (some.Count == 0 ? double.NaN : value, influence);
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
        int units = from.Length, before = group - 1, count = 0;
        double[] change = new double[units];
        double treated = 0, others = 0, ofTreated = 0, ofOthers = 0;
        bool IsControl(int u) => anyNever ? from[u] < 0 : from[u] > Math.Max(period, before) && from[u] != group;
        for (int u = 0; u < units; u++)
        {
            change[u] = panel.At(u, period) - panel.At(u, before);
            if (double.IsNaN(change[u])) continue;
            double weight = panel.WeightOf(u);
            if (from[u] == group) (treated, ofTreated, count) = (treated + weight, ofTreated + (weight * change[u]), count + 1);
            else if (IsControl(u)) (others, ofOthers) = (others + weight, ofOthers + (weight * change[u]));
        }
        if (count == 0 || others == 0) return null;
        (ofTreated, ofOthers) = (ofTreated / treated, ofOthers / others);
        double[] influence = new double[units];
        for (int u = 0; u < units; u++)
        {
            if (double.IsNaN(change[u])) continue;
            if (from[u] == group) influence[u] = panel.WeightOf(u) / treated * (change[u] - ofTreated);
            else if (IsControl(u)) influence[u] = -panel.WeightOf(u) / others * (change[u] - ofOthers);
        }
        return new(group, period, ofTreated - ofOthers, treated, count, influence);
    }
}
