namespace Shiremoot.Economics;

/// <summary>A figure of an option over all draws of its inputs.</summary>
/// <param name="Name">As in <see cref="AppraisalRuns.Figures"/>.</param>
/// <param name="Central">At the central values of the inputs; it is not the mean where inputs are skewed or multiplied.</param>
/// <param name="Mean">The expected value.</param>
/// <param name="Deviation">The standard deviation between draws.</param>
/// <param name="Percentiles">The 5th, 25th, 50th, 75th and 95th.</param>
/// <param name="ShareAboveNought">The share of the draws in which it is above nought: for a net value, that it pays.</param>
public sealed record DrawnFigure(string Name, double Central, Estimated Mean, double Deviation, IReadOnlyList<Percentile> Percentiles, Estimated ShareAboveNought)
{
    /// <summary>The value below which a share of the draws lies; the share is one of those of <see cref="Percentiles"/>.</summary>
    public double Below(double share) => Percentiles.First(p => p.Share == share).At.Value;
}

/// <summary>A ratio over the draws in which what it is divided by is above nought.</summary>
/// <param name="Name">benefit_cost_ratio or financial_return.</param>
/// <param name="Central">At the central values; null where it has no meaning there.</param>
/// <param name="ShareLeftOut">The share of the draws in which it has no meaning.</param>
/// <param name="Percentiles">Of the other draws; none where they are too few to say.</param>
public sealed record DrawnRatio(string Name, double? Central, double ShareLeftOut, IReadOnlyList<Percentile> Percentiles);

/// <summary>What one who bears costs or gains is left with: net present value, and the share of the draws in which it is above nought.</summary>
public sealed record DrawnBearer(string Bearer, bool IsAgency, DrawnFigure Net);

/// <summary>One year of a fan: of everyone's, or of public budgets'.</summary>
/// <param name="Label">2016/17.</param>
/// <param name="Running">The running total, discounted, to the end of the year: of net present public value, or of the gain of public budgets.</param>
/// <param name="ShareRepaid">The share of the draws in which it has paid back by then and stays so, discounted.</param>
public sealed record DrawnYear(string Label, DrawnFigure Running, Estimated ShareRepaid);

/// <summary>Where a figure that others have stated lies in the range.</summary>
/// <param name="Claim">What was stated.</param>
/// <param name="Central">The central value here; null where it has none.</param>
/// <param name="ShareAtLeast">The share of the draws in which the figure is that or more; null for a year of payback, which is no amount.</param>
public sealed record DrawnClaim(OptionClaim Claim, double? Central, Estimated? ShareAtLeast);

/// <summary>The choice to do the option or not, as one whose value it is would make it.</summary>
/// <param name="Of">everyone or public budgets.</param>
/// <param name="Figure">The net value that is judged.</param>
/// <param name="Influences">Each uncertain input, the greatest swing first: tornado and shares of variance.</param>
/// <param name="Information">What it would be worth to know more before choosing.</param>
public sealed record DrawnChoice(string Of, string Figure, IReadOnlyList<Influence> Influences, ValueOfInformation Information);
