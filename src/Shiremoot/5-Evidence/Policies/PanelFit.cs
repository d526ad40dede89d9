namespace Shiremoot.Evidence.Policies;

/// <summary>
/// Least squares with an effect of each unit and of each period, and one of the policy that begins in one period for all treated units. What units and
/// periods explain is taken out of outcome and policy (R. Frisch and F. V. Waugh, 1933). Each unit's own "treated since" lies in its own cells alone, so that
/// the estimate of any choice of treated units is made of sums by unit.
/// </summary>
sealed class PanelFit
{
    private readonly TwoWayMeans means;
    private readonly double[] own, along;
    private readonly double[][] byPeriod;
    private readonly int[] treated;

    private PanelFit(TwoWayMeans means, int units, int from, int[] treated)
    {
        (this.means, this.treated, own, along) = (means, treated, new double[units], new double[units]);
        double[] policy = means.WithoutUnits([.. means.Cells.Select(c => c.Period >= from ? 1.0 : 0)]), outcome = means.Without(means.Outcome);
        byPeriod = means.ByUnit(policy, units);
        for (int c = 0; c < policy.Length; c++)
        {
            own[means.Cells[c].Unit] += means.Cells[c].Weight * policy[c] * policy[c];
            along[means.Cells[c].Unit] += means.Cells[c].Weight * policy[c] * outcome[c];
        }
        (Value, Error) = Estimate(outcome, units, from);
    }

    public double Value { get; }

    /// <summary>Clustered by unit: CR1, that is with units / (units − 1).</summary>
    public double Error { get; }

    /// <summary>The fit; null where nothing of the policy is left once units and periods are taken out.</summary>
    public static PanelFit? Try(PanelRows panel, int from)
    {
        PanelFit fit = new(TwoWayMeans.Of(panel), panel.Units.Count, from, [.. Enumerable.Range(0, panel.From.Length).Where(u => panel.From[u] >= 0)]);
        return double.IsFinite(fit.Value) ? fit : null;
    }

    /// <summary>The estimate with other units treated, and how much of a true effect of 1 it would show: both NaN where it cannot be made.</summary>
    public (double Value, double OfTrue) Placed(ReadOnlySpan<int> chosen)
    {
        double[] periods = Sum(chosen), solved = means.Solve(periods);
        double size = 0, top = 0, shared = 0;
        foreach (int u in chosen)
        {
            size += own[u];
            top += along[u];
            if (Array.BinarySearch(treated, u) >= 0) shared += own[u];
        }
        size -= Dot(periods, solved);
        return size > TwoWayMeans.Nothing ? (top / size, (shared - Dot(Sum(treated), solved)) / size) : (double.NaN, double.NaN);
    }

    private (double Value, double Error) Estimate(double[] outcome, int units, int from)
    {
        double[] policy = means.Without([.. means.Cells.Select(c => c.Period >= from && Array.BinarySearch(treated, c.Unit) >= 0 ? 1.0 : 0)]), score = new double[units];
        double size = means.Sum(policy, policy);
        if (!(size > TwoWayMeans.Nothing)) return (double.NaN, double.NaN);
        double value = means.Sum(policy, outcome) / size, squares = 0;
        for (int c = 0; c < policy.Length; c++) score[means.Cells[c].Unit] += means.Cells[c].Weight * policy[c] * (outcome[c] - (value * policy[c]));
        foreach (double s in score) squares += s * s;
        return (value, Math.Sqrt(squares * units / (units - 1)) / size);
    }

    private double[] Sum(ReadOnlySpan<int> chosen)
    {
        double[] sum = new double[byPeriod[0].Length];
        foreach (int u in chosen)
            for (int p = 0; p < sum.Length; p++) sum[p] += byPeriod[u][p];
        return sum;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int p = 0; p < a.Length; p++) sum += a[p] * b[p];
        return sum;
    }
}
