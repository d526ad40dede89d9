namespace Shiremoot.Picture.PeopleMeasuring;

/// <summary>The loops behind concentration. Demand stands sorted, the most first, and none is below nought.</summary>
static class ConcentrationKernel
{
    /// <summary>What the first so many hold, for every number from 0 to all.</summary>
    public static void Cumulate(ReadOnlySpan<double> sorted, Span<double> heldByFirst)
    {
        double held = 0;
        heldByFirst[0] = 0;
        for (int i = 0; i < sorted.Length; i++) heldByFirst[i + 1] = held += sorted[i];
    }

    /// <summary>
    /// The Gini coefficient G = (2 Σ i·x(i) / (n Σ x)) - (n + 1) / n with x rising (Gini 1912; the form for whole populations).
    /// NaN if nobody has any.
    /// </summary>
    public static double Gini(ReadOnlySpan<double> sorted)
    {
        double weighted = 0, total = 0;
        int n = sorted.Length;
        for (int i = 0; i < n; i++)
        {
            weighted += (n - i) * sorted[i];
            total += sorted[i];
        }
        return total > 0 ? (2 * weighted / (n * total)) - ((n + 1.0) / n) : double.NaN;
    }

    /// <summary>Gini from points of the Lorenz curve by trapezia: a little low, as the curve bends between points.</summary>
    public static double Gini(ReadOnlySpan<double> peopleShare, ReadOnlySpan<double> demandShare)
    {
        double under = 0;
        for (int i = 1; i < peopleShare.Length; i++) under += (peopleShare[i] - peopleShare[i - 1]) * (demandShare[i] + demandShare[i - 1]) / 2;
        return 1 - (2 * under);
    }

    /// <summary>People in the top per cent: rounded up, so that there is at least one.</summary>
    public static int TopPeople(int people, double perCent) => Math.Min(people, (int)Math.Ceiling((people * perCent / 100) - 1e-9));
}
