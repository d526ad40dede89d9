using Shiremoot.Terms;

namespace Shiremoot.Evidence.Policies;

/// <summary>The ways a treatment can be placed on units: all of them where they are few, otherwise the true one and so many drawn by chance.</summary>
static class Placements
{
    private const int MostTried = 5000, Drawn = 1999;

    private const uint Purpose = 0x504C4143;

    /// <summary>Every placement of the dates as dates by unit, the true one first; and whether they are all there are.</summary>
    public static (List<int[]> From, bool IsAll) Of(int[] from, ulong seed)
    {
        int treated = from.Count(f => f >= 0);
        int[] dates = [.. from.Where(f => f >= 0)];
        List<int[]> all = [[.. from]];
        if (dates.Distinct().Count() == 1 && Ways(from.Length, treated) <= MostTried)
        {
            int[] chosen = [.. Enumerable.Range(0, treated)];
            do
            {
                int[] placed = new int[from.Length];
                Array.Fill(placed, -1);
                foreach (int u in chosen) placed[u] = dates[0];
                if (!placed.AsSpan().SequenceEqual(from)) all.Add(placed);
            }
            while (Next(chosen, from.Length));
            return (all, true);
        }
        Chance chance = new(seed, 0, Purpose);
        for (int d = 0; d < Drawn; d++)
        {
            int[] placed = [.. from];
            for (int i = placed.Length - 1; i > 0; i--)
            {
                int j = chance.Below(i + 1);
                (placed[i], placed[j]) = (placed[j], placed[i]);
            }
            all.Add(placed);
        }
        return (all, false);
    }

    /// <summary>The share of values at least as large as the first, either way; the first is among them, and those that cannot be made are not.</summary>
    public static double P(ReadOnlySpan<double> values)
    {
        double own = Math.Abs(values[0]) * (1 - 1e-9);
        int made = 0, asLarge = 0;
        foreach (double value in values)
        {
            if (!double.IsFinite(value)) continue;
            made++;
            if (Math.Abs(value) >= own) asLarge++;
        }
        return (double)asLarge / made;
    }

    /// <summary>
    /// The effects not spoken against: with an effect x taken off the outcome, placement k shows value − x · (what it shows of a true effect). Found by halving from
    /// the estimate outwards; null where they have no end.
    /// </summary>
    public static (double Lower, double Upper)? Interval(IReadOnlyList<(double Value, double OfTrue)> placed, double confidence)
    {
        double[] left = new double[placed.Count];
        bool Holds(double x)
        {
            for (int i = 0; i < left.Length; i++) left[i] = placed[i].Value - (x * placed[i].OfTrue);
            return P(left) > 1 - confidence;
        }
        double estimate = placed[0].Value, reach = placed.Where(p => double.IsFinite(p.Value)).Max(p => Math.Abs(p.Value)) + Math.Abs(estimate);
        double? End(int way)
        {
            double inside = 0, outside = reach;
            for (int doubled = 0; Holds(estimate + (way * outside)); doubled++)
            {
                if (doubled == 20) return null;
                (inside, outside) = (outside, outside * 2);
            }
            for (int halved = 0; halved < 40; halved++)
            {
                double middle = (inside + outside) / 2;
                if (Holds(estimate + (way * middle))) inside = middle;
                else outside = middle;
            }
            return estimate + (way * inside);
        }
        return reach > 0 && End(-1) is { } lower && End(1) is { } upper ? (lower, upper) : null;
    }

    private static double Ways(int units, int treated)
    {
        double ways = 1;
        for (int i = 0; i < treated; i++) ways = ways * (units - i) / (i + 1);
        return ways;
    }

    private static bool Next(int[] chosen, int units)
    {
        int i = chosen.Length - 1;
        while (i >= 0 && chosen[i] == units - chosen.Length + i) i--;
        if (i < 0) return false;
        chosen[i]++;
        for (int j = i + 1; j < chosen.Length; j++) chosen[j] = chosen[j - 1] + 1;
        return true;
    }
}
