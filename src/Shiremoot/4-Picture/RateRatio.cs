using Shiremoot.Picture.Regressing;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>One group beside another: those with the event, and of how many, or in how much time.</summary>
/// <param name="Events">Of the group asked about.</param>
/// <param name="Of">People, or time at risk, of it.</param>
/// <param name="OtherEvents">Of the group it is held against.</param>
/// <param name="OtherOf">People, or time at risk, of that.</param>
public readonly record struct TwoGroups(double Events, double Of, double OtherEvents, double OtherOf);

/// <summary>A relative rate index: the rate of one group over that of another. 1 where they are alike.</summary>
/// <param name="Ratio">The index.</param>
/// <param name="LogError">Standard error of its log.</param>
/// <param name="Interval">Limits of the index.</param>
public readonly record struct RateRatio(double Ratio, double LogError, Interval Interval)
{
    /// <summary>Of shares of people. Source: D. Katz, J. Baptista, S. P. Azen and M. C. Pike (1978), Biometrics 34, 469-474. Both groups need someone with the event.</summary>
    public static Outcome<RateRatio> OfShares(TwoGroups groups, double confidence = 0.95)
    {
        if (RatioKernel.Refuse(groups, isShare: true) is { } why) return why;
        double variance = (1 / groups.Events) - (1 / groups.Of) + (1 / groups.OtherEvents) - (1 / groups.OtherOf);
        return From(Math.Log(groups.Events / groups.Of / (groups.OtherEvents / groups.OtherOf)), Math.Sqrt(variance), confidence, "Katz log");
    }

    /// <summary>Of rates over time or of repeated events, the counts being Poisson. Source: K. J. Rothman and S. Greenland (1998), ch. 14.</summary>
    public static Outcome<RateRatio> OfRates(TwoGroups groups, double confidence = 0.95)
    {
        if (RatioKernel.Refuse(groups, isShare: false) is { } why) return why;
        return From(Math.Log(groups.Events / groups.Of / (groups.OtherEvents / groups.OtherOf)), Math.Sqrt((1 / groups.Events) + (1 / groups.OtherEvents)), confidence, "Poisson log");
    }

    /// <summary>
    /// Of shares within strata, one ratio for all. Source: N. Mantel and W. Haenszel (1959); variance S. Greenland and J. M. Robins (1985).
    /// A stratum with nobody in a group adds nothing; some stratum must have events in each.
    /// </summary>
    public static Outcome<RateRatio> AcrossStrata(IReadOnlyList<TwoGroups> strata, double confidence = 0.95)
    {
        foreach (TwoGroups stratum in strata)
            if (RatioKernel.RefuseCounts(stratum, isShare: true) is { } why) return why;
        (double one, double other, double spread) = RatioKernel.MantelHaenszel(strata);
        if (!(one > 0)) return RegressionRefusals.EmptyGroup("number of events of the group, over all strata where both groups are,");
        if (!(other > 0)) return RegressionRefusals.EmptyGroup("number of events of the group it is held against, over all strata where both groups are,");
        return From(Math.Log(one / other), Math.Sqrt(spread / (one * other)), confidence, "Mantel-Haenszel, Greenland-Robins log");
    }

    private static RateRatio From(double log, double error, double confidence, string method)
    {
        double reach = Tails.Z(confidence) * error;
        return new(Math.Exp(log), error, new(Math.Exp(log - reach), Math.Exp(log + reach), confidence, method));
    }
}
