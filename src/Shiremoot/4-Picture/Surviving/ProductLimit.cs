namespace Shiremoot.Picture.Surviving;

/// <summary>The product-limit estimate with Greenwood's variance and the log(-log) interval.</summary>
static class ProductLimit
{
    public static SurvivalCurve Of(RiskTable table, double confidence)
    {
        int n = table.Time.Length;
        double[] share = new double[n], error = new double[n], lower = new double[n], upper = new double[n];
        double z = Tails.Z(confidence), left = 1, sum = 0;
        for (int t = 0; t < n; t++)
        {
            (double d, double risk) = (table.Events[t], table.AtRisk[t]);
            if (d > 0)
            {
                left *= (risk - d) / risk;
                sum += d / (risk * (risk - d));
            }
            share[t] = left;
            error[t] = left > 0 ? left * Math.Sqrt(sum) : double.NaN;
            (lower[t], upper[t]) = Limits(left, sum, z);
        }
        return new(table.Time, table.AtRisk, table.Events, table.Censored, share, error, lower, upper, confidence);
    }

    /// <summary>Limits of a surviving share whose log has this variance.</summary>
    public static (double Lower, double Upper) Limits(double share, double variance, double z)
    {
        if (share >= 1) return (1, 1);
        if (share <= 0) return (double.NaN, double.NaN);
        double spread = Math.Exp(z * Math.Sqrt(variance) / -Math.Log(share));
        return (Math.Pow(share, spread), Math.Pow(share, 1 / spread));
    }
}
