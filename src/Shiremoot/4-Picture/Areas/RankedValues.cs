using Shiremoot.Terms;

namespace Shiremoot.Picture.Areas;

/// <summary>The values of all areas of a kind in one period, in order, so that the rank of any of thousands is found by halving.</summary>
sealed class RankedValues
{
    private readonly double[] values;
    private readonly double[] lowers;
    private readonly double[] uppers;

    private RankedValues(double[] values, double[] lowers, double[] uppers) => (this.values, this.lowers, this.uppers) = (values, lowers, uppers);

    public static RankedValues Of(IEnumerable<(double Value, Interval? Interval)> figures)
    {
        (double Value, Interval? Interval)[] all = [.. figures];
        return new([.. all.Select(f => f.Value).Order()], [.. all.Select(f => f.Interval).OfType<Interval>().Select(i => i.Lower).Order()], [.. all.Select(f => f.Interval).OfType<Interval>().Select(i => i.Upper).Order()]);
    }

    /// <summary>The rank of one of the values; null where it stands alone.</summary>
    public AreaRank? Of(double value, Interval? around)
    {
        int of = values.Length;
        if (of < 2) return null;
        int position = of - CountUpTo(values, value, isInclusive: true) + 1;
        if (around is not { } mine) return new AreaRank(position, of, null, null);
        int surelyAbove = lowers.Length - CountUpTo(lowers, mine.Upper, isInclusive: true);
        int surelyBelow = CountUpTo(uppers, mine.Lower, isInclusive: false);
        return new AreaRank(position, of, surelyAbove + 1, of - surelyBelow);
    }

    // How many of the ordered numbers lie below the limit, or at it.
    private static int CountUpTo(double[] ordered, double limit, bool isInclusive)
    {
        int low = 0, high = ordered.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (ordered[middle] < limit || (isInclusive && ordered[middle] <= limit)) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
