namespace Shiremoot.Evidence.Policies;

/// <summary>
/// Least squares with an effect of each unit and of each period, and one of the policy that begins in one period for all treated units. What units and
/// periods explain is taken out (R. Frisch and F. V. Waugh, 1933) of the outcome and of each unit's own "treated since", so that the estimate of any choice of
/// treated units is a ratio of sums already made.
/// </summary>
sealed class PanelFit
{
    private readonly double[][] residual;
    private readonly double[] outcome, along, cross, withTrue;
    private readonly int units;

    private PanelFit(PanelRows panel, TwoWayMeans means, int from, bool[] treated)
    {
        units = panel.Units.Count;
        outcome = means.Without(means.Outcome);
        residual = new double[units][];
        (along, cross, withTrue) = (new double[units], new double[units * units], new double[units]);
        for (int u = 0; u < units; u++)
        {
            int unit = u;
            residual[u] = means.Without([.. means.Cells.Select(c => c.Unit == unit && c.Period >= from ? 1.0 : 0)]);
        }
        for (int u = 0; u < units; u++)
        {
            along[u] = Sum(means, residual[u], outcome);
            for (int v = 0; v <= u; v++) cross[(u * units) + v] = cross[(v * units) + u] = Sum(means, residual[u], residual[v]);
        }
        for (int u = 0; u < units; u++)
            for (int v = 0; v < units; v++)
                if (treated[v]) withTrue[u] += cross[(u * units) + v];
        (Value, Error) = Estimate(means, treated);
    }

    public double Value { get; }

    /// <summary>Clustered by unit: CR1, that is with units / (units − 1).</summary>
    public double Error { get; }

    /// <summary>The fit; null where nothing of the policy is left once units and periods are taken out.</summary>
    public static PanelFit? Try(PanelRows panel, int from, bool[] treated)
    {
        PanelFit fit = new(panel, TwoWayMeans.Of(panel), from, treated);
        return double.IsFinite(fit.Value) ? fit : null;
    }

    /// <summary>The estimate with other units treated, and how much of a true effect of 1 it would show: both NaN where it cannot be made.</summary>
    public (double Value, double OfTrue) Placed(ReadOnlySpan<int> chosen)
    {
        double own = 0, top = 0, shown = 0;
        foreach (int u in chosen)
        {
            top += along[u];
            shown += withTrue[u];
            foreach (int v in chosen) own += cross[(u * units) + v];
        }
        return own > 1e-9 ? (top / own, shown / own) : (double.NaN, double.NaN);
    }

    private (double Value, double Error) Estimate(TwoWayMeans means, bool[] treated)
    {
        double[] policy = new double[means.Cells.Count];
        for (int u = 0; u < units; u++)
            if (treated[u])
                for (int c = 0; c < policy.Length; c++) policy[c] += residual[u][c];
        double own = Sum(means, policy, policy);
        if (!(own > 1e-9)) return (double.NaN, double.NaN);
        double value = Sum(means, policy, outcome) / own, squares = 0;
        double[] score = new double[units];
        for (int c = 0; c < policy.Length; c++) score[means.Cells[c].Unit] += means.Cells[c].Weight * policy[c] * (outcome[c] - (value * policy[c]));
        foreach (double s in score) squares += s * s;
        return (value, Math.Sqrt(squares * units / (units - 1)) / own);
    }

    private static double Sum(TwoWayMeans means, double[] a, double[] b)
    {
        double sum = 0;
        for (int c = 0; c < a.Length; c++) sum += means.Cells[c].Weight * a[c] * b[c];
        return sum;
    }
}
