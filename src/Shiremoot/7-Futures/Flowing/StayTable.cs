namespace Shiremoot.Futures.Flowing;

/// <summary>
/// A length of time as a table by month: of those who enter evenly over a month, what share leaves in that month and each after it, and what days they spend there.
/// The days of all months sum to the mean stay exactly, whatever its shape, so that flow times stay is stock.
/// </summary>
internal sealed class StayTable
{
    private const double Negligible = 1e-13;
    private const int MostMonths = 2400;

    private StayTable(double[] leaves, double[] days) => (Leaves, Days) = (leaves, days);

    /// <summary>Share of entrants who leave, by months since they entered.</summary>
    public double[] Leaves { get; }

    /// <summary>Days an entrant spends there, by months since entering.</summary>
    public double[] Days { get; }

    /// <summary>A stay of no time.</summary>
    public static StayTable Passing { get; } = new([1], [0]);

    public static StayTable Of(Lasting? lasting, double month)
    {
        if (lasting is null || lasting.Mean <= 0) return Passing;
        List<double> leaves = [], days = [];
        double stillBefore = 1, mean = lasting.Mean, spent = 0;
        // I(x): mean of what lies below x of a stay. J(x): the same added up to x.
        (double I, double J) before = (0, 0), here = (0, 0);
        for (int k = 0; k < MostMonths; k++)
        {
            (double I, double J) next = Integrals(lasting, (k + 1) * month);
            double still = (next.I - here.I) / month, inside = (next.J - (2 * here.J) + before.J) / month;
            leaves.Add(stillBefore - still);
            days.Add(inside);
            (stillBefore, spent) = (still, spent + inside);
            (before, here) = (here, next);
            if (still < Negligible && mean - spent < Negligible * mean) break;
        }
        leaves[^1] += stillBefore;
        days[^1] += mean - spent;
        return new([.. leaves], [.. days]);
    }

    private static (double, double) Integrals(Lasting lasting, double x)
    {
        (double below, double first, double second) = PartialMoments.Of(lasting, x);
        double above = 1 - below;
        return (first + (x * above), (x * first) - (second / 2) + (above * x * x / 2));
    }
}
