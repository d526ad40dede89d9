using NodaTime;

namespace Shiremoot.Economics;

/// <summary>What a schedule of discount rates is for.</summary>
public enum DiscountUse
{
    /// <summary>Money and everything brought to money.</summary>
    Standard,

    /// <summary>Years of life and health.</summary>
    Health,

    /// <summary>Only to see how much an answer hangs on the rate.</summary>
    Sensitivity,
}

/// <summary>A rate from a year on, counted from the first year of an appraisal, which is year 0.</summary>
/// <param name="FromYear">1 is the year after the first.</param>
/// <param name="Rate">A share: 0.035.</param>
public sealed record DiscountRate(int FromYear, decimal Rate);

/// <summary>How a pound of a later year counts beside a pound of the first: dated data, for rates are reviewed. See docs/methods/discounting.md.</summary>
/// <param name="Id">green-book.</param>
/// <param name="Title">As shown.</param>
/// <param name="Use">What it is for.</param>
/// <param name="From">The day from which appraisals use it.</param>
/// <param name="Rates">In order of year; the first from year 1.</param>
/// <param name="ToYear">The last year the source gives a rate for.</param>
/// <param name="Source">Where it is from.</param>
/// <param name="Note">What a reader should know of it, such as that it is under review.</param>
public sealed record DiscountSchedule(string Id, string Title, DiscountUse Use, LocalDate From, IReadOnlyList<DiscountRate> Rates, int ToYear, string Source, string Note)
{
    /// <summary>The rate of a year, 1 to <see cref="ToYear"/>; nought in year 0.</summary>
    public decimal Rate(int year)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(year);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, ToYear);
        return year == 0 ? 0 : Rates.Last(r => r.FromYear <= year).Rate;
    }

    /// <summary>D(0) to D(years - 1): D(0) = 1 and D(t) = D(t - 1) ÷ (1 + rate of t).</summary>
    public double[] Factors(int years)
    {
        double[] factors = new double[years];
        decimal factor = 1;
        for (int t = 0; t < years; t++) factors[t] = (double)(factor /= 1 + Rate(t));
        return factors;
    }

    /// <summary>D(t).</summary>
    public double Factor(int year) => Factors(year + 1)[year];

    /// <summary>What a pound in each of years 1 to n is worth in year 0: D(1) + … + D(n). Net present value ÷ this is the equivalent amount at each year's end.</summary>
    public double Annuity(int years) => Factors(years + 1).Skip(1).Sum();

    /// <summary>What a pound in each of years 0 to n - 1 is worth in year 0: D(0) + … + D(n - 1). The one that fits flows which begin at once.</summary>
    public double AnnuityDue(int years) => Factors(years).Sum();
}
