using Shiremoot.Terms;

namespace Shiremoot.Picture.Regressing;

/// <summary>What ratios of two groups are checked for and added up from.</summary>
static class RatioKernel
{
    public static Refusal? Refuse(TwoGroups groups, bool isShare) =>
        RefuseCounts(groups, isShare)
        ?? (groups.Events == 0 ? RegressionRefusals.EmptyGroup("number of events of the group")
            : groups.OtherEvents == 0 ? RegressionRefusals.EmptyGroup("number of events of the group it is held against")
            : groups.Of == 0 || groups.OtherOf == 0 ? RegressionRefusals.EmptyGroup("number in one of the groups") : null);

    public static Refusal? RefuseCounts(TwoGroups groups, bool isShare)
    {
        foreach (double value in (ReadOnlySpan<double>)[groups.Events, groups.Of, groups.OtherEvents, groups.OtherOf])
            if (!(value >= 0 && double.IsFinite(value))) return RegressionRefusals.NotACount(value);
        return isShare && (groups.Events > groups.Of || groups.OtherEvents > groups.OtherOf) ? RegressionRefusals.MoreThanAll() : null;
    }

    /// <summary>The sums for one group and the other, and the variance of the log of their ratio times both.</summary>
    public static (double One, double Other, double Spread) MantelHaenszel(IReadOnlyList<TwoGroups> strata)
    {
        double one = 0, other = 0, spread = 0;
        foreach (TwoGroups s in strata)
        {
            double all = s.Of + s.OtherOf;
            if (s.Of == 0 || s.OtherOf == 0) continue;
            one += s.Events * s.OtherOf / all;
            other += s.OtherEvents * s.Of / all;
            spread += ((s.Of * s.OtherOf * (s.Events + s.OtherEvents)) - (s.Events * s.OtherEvents * all)) / (all * all);
        }
        return (one, other, spread);
    }
}
