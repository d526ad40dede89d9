using System.Globalization;

namespace Shiremoot.Economics.Appraising;

/// <summary>The internal rates of return of yearly flows: every rate between -99% and 1,000% a year at which their present value is nought.</summary>
internal static class InternalReturns
{
    private const int Steps = 4000;
    private const double Lowest = 0.01, Highest = 11;

    public static InternalReturn Of(string who, double[] net)
    {
        double[] flows = [.. net.Select(n => Math.Abs(n) < 1e-9 ? 0 : n)];
        double[] some = [.. flows.Where(f => f != 0)];
        if (some.Length == 0) return new(who, [], "There is none: nothing flows.");
        if (some.All(f => f > 0)) return new(who, [], "There is none: no year has a net cost, so nothing is laid out that could have a return.");
        if (some.All(f => f < 0)) return new(who, [], "There is none: no year has a net gain.");
        double[] rates = [.. Rates(flows)];
        string Shown(double rate) => string.Create(CultureInfo.InvariantCulture, $"{100 * rate:0.0}%");
        return new(who, rates, rates.Length switch
        {
            0 => "There is none: no rate from -99% to 1,000% makes the present value nought.",
            1 => $"{Shown(rates[0])} a year.",
            _ => $"There are several ({string.Join(", ", rates.Select(Shown))}), since the flow changes its sign more than once: judge by the net present value.",
        });
    }

    private static IEnumerable<double> Rates(double[] flows)
    {
        // In even steps of the logarithm of 1 + rate, for so small rates get as fine a look as great ones.
        double from = Lowest, step = Math.Pow(Highest / Lowest, 1.0 / Steps), before = Value(flows, from);
        for (int i = 1; i <= Steps; i++)
        {
            double to = Lowest * Math.Pow(step, i), after = Value(flows, to);
            if (after == 0 || Math.Sign(before) * Math.Sign(after) < 0) yield return Between(flows, from, to) - 1;
            (from, before) = (to, after);
        }
    }

    private static double Between(double[] flows, double from, double to)
    {
        int sign = Math.Sign(Value(flows, from));
        for (int i = 0; i < 200; i++)
        {
            double middle = (from + to) / 2;
            if (middle == from || middle == to) break;
            if (Math.Sign(Value(flows, middle)) == sign) from = middle;
            else to = middle;
        }
        return (from + to) / 2;
    }

    private static double Value(double[] flows, double growth)
    {
        double sum = 0, discount = 1;
        foreach (double flow in flows)
        {
            sum += flow * discount;
            discount /= growth;
        }
        return sum;
    }
}
