namespace Shiremoot.Picture.Surviving;

/// <summary>The share to whom each cause has happened first, with the delta-method variance, in running sums.</summary>
static class AalenJohansen
{
    public static IncidenceCurve Of(RiskTable table, int cause, double confidence)
    {
        int n = table.Time.Length;
        double[] share = new double[n], error = new double[n], lower = new double[n], upper = new double[n];
        double z = Tails.Z(confidence), left = 1, incidence = 0;
        double a = 0, af = 0, aff = 0, own = 0, b = 0, bf = 0;
        for (int t = 0; t < n; t++)
        {
            (double all, double d, double risk) = (table.Events[t], table.ByCause[cause][t], table.AtRisk[t]);
            if (all > 0)
            {
                incidence += left * d / risk;
                if (risk > all)
                {
                    double step = all / (risk * (risk - all));
                    a += step;
                    af += step * incidence;
                    aff += step * incidence * incidence;
                }
                own += left * left * d * (risk - d) / (risk * risk * risk);
                b += left * d / (risk * risk);
                bf += left * d / (risk * risk) * incidence;
                left *= (risk - all) / risk;
            }

            // The sum over earlier times s of (F(t) - F(s))² a(s) + own(s) - 2 (F(t) - F(s)) b(s).
            double variance = (incidence * incidence * a) - (2 * incidence * af) + aff + own - (2 * ((incidence * b) - bf));
            share[t] = incidence;
            error[t] = Math.Sqrt(Math.Max(0, variance));
            double staying = 1 - incidence;
            (double low, double high) = ProductLimit.Limits(staying, Math.Max(0, variance) / (staying * staying), z);
            (lower[t], upper[t]) = (1 - high, 1 - low);
        }
        return new(cause, table.Time, table.AtRisk, table.ByCause[cause], share, error, lower, upper, confidence);
    }
}
