using Shiremoot.Economics;

namespace Shiremoot.Tests.Economics;

/// <summary>An option of forty uncertain inputs: seven outcomes of five inputs each over ten years, and five costs.</summary>
static class FortyInputs
{
    public const string NetPresentValue = "net present value";
    public const int Years = 10;
    private const int Results = 7;

    public static UncertainModel Model()
    {
        List<UncertainInput> inputs = [];
        for (int o = 0; o < Results; o++)
            inputs.AddRange(
            [
                new($"effect {o}", Distribution.Beta(20 + o, 180)), new($"unit cost {o}", Distribution.LogNormal(9_000 + (1_000 * o), 2_000)), new($"reach {o}", Distribution.Pert(300, 400, 600)),
                new($"fade {o}", Distribution.Uniform(0.02, 0.1)), new($"deadweight {o}", Distribution.Triangular(0.1, 0.2, 0.5)),
            ]);
        inputs.AddRange(
        [
            new("staff", Distribution.Normal(900_000, 60_000)), new("premises", Distribution.Gamma(25, 6_000)), new("set-up", Distribution.LogNormal(500_000, 100_000)),
            new("licences", Distribution.Empirical([40_000, 45_000, 50_000, 70_000])), new("price rise", Distribution.Normal(0.01, 0.004)),
        ]);
        return new(inputs, [NetPresentValue, .. Enumerable.Range(1, Years).Select(y => $"year {y}")], Evaluate) { Correlations = [new("unit cost 0", "unit cost 1", 0.5), new("staff", "set-up", 0.3), new("unit cost 1", "unit cost 2", 0.4)] };
    }

    /// <summary>
    /// The mean of the net present value without drawing: it is a sum of products of independent inputs (those correlated stand in different terms), no
    /// fade reaches its bound, and a power of a normal price rise has the moments of the normal.
    /// </summary>
    public static double Mean()
    {
        double mean = -500_000, discount = 1;
        for (int year = 1; year <= Years; year++)
        {
            discount /= 1.035;
            double net = -(900_000 + (25 * 6_000) + ((40_000 + 45_000 + 50_000 + 70_000) / 4.0)) * MeanOfPower(1.01, 0.004, year - 1);
            for (int o = 0; o < Results; o++) net += (20.0 + o) / (200 + o) * (9_000 + (1_000 * o)) * ((300 + 1_600 + 600) / 6.0) * (1 - (0.8 / 3)) * (1 - (0.06 * (year - 1)));
            mean += net * discount;
        }
        return mean;
    }

    // E(X^n) of a normal: the sum over even j of C(n, j) × mean^(n - j) × deviation^j × (j - 1)!!.
    private static double MeanOfPower(double mean, double deviation, int power)
    {
        double sum = 0, term = 1; // C(n, j) × (j - 1)!!, from one even j to the next
        for (int j = 0; j <= power; j += 2)
        {
            sum += term * Math.Pow(mean, power - j) * Math.Pow(deviation, j);
            term *= (power - j) * (power - j - 1) / (double)(j + 2);
        }
        return sum;
    }

    private static void Evaluate(ReadOnlySpan<double> x, Span<double> y)
    {
        ReadOnlySpan<double> cost = x[(5 * Results)..];
        double total = -cost[2], discount = 1, price = 1;
        for (int year = 1; year <= Years; year++)
        {
            double net = -(cost[0] + cost[1] + cost[3]) * price;
            for (int o = 0; o < Results; o++)
            {
                ReadOnlySpan<double> r = x.Slice(5 * o, 5);
                net += r[0] * r[1] * r[2] * (1 - r[4]) * Math.Max(0, 1 - (r[3] * (year - 1)));
            }
            discount /= 1.035;
            price *= 1 + cost[4];
            total += net * discount;
            y[year] = total;
        }
        y[0] = total;
    }
}
