using Shiremoot.Records;

namespace Shiremoot.Picture.Scores;

/// <summary>
/// OGRS4G, the All Reoffending Predictor, static or with needs: a logistic model of reoffending within two years.
/// Numbers and rounding as in the public source of HM Prison and Probation Service. See docs/methods/ogrs4g.md.
/// </summary>
sealed class Ogrs4g(Ogrs4gNumbers numbers) : IScore
{
    private const int LeastFirst = 8, MostFirst = 98, AgeLimit = 110;

    public IReadOnlyList<NeedColumn> Needs => numbers.NeedColumns;

    public bool CountsOffenceFreeMonths => true;

    public bool FollowsFromConviction => true;

    public OffenceWeight WeightOf(Offence offence) =>
        numbers.Offences.TryGetValue(offence.Category, out double weight) ? new(weight, null) : new(0, "the offence code names no offence this score has a weight for");

    public string? WhyNot(in ScoreCase one) =>
        one.Sanctions < 1 ? "sanctions count the current one, so there is at least 1"
        : one.AgeAtFirstSanction is < LeastFirst or > MostFirst ? "age at first sanction is not 8 to 98"
        : one.AgeAtFirstSanction > one.AgeAtConviction ? "age at first sanction is above age at conviction"
        : one.AgeAtFollowUp >= AgeLimit ? "age at the start of the follow-up is 110 or more"
        : one.AgeAtConviction >= AgeLimit ? "age at conviction is 110 or more"
        : one.AgeAtFollowUp < 0 ? "the follow-up begins before birth"
        : one.OffenceFreeMonths < 0 ? "months without an offence are below 0"
        : null;

    public ScoreValue Of(in ScoreCase one, ReadOnlySpan<double> needs)
    {
        double z = numbers.Intercept + AgeAndSex(one) + (one.IsFemale ? numbers.Female : 0) + one.OffenceWeight + Sanctions(one) + Months(one.OffenceFreeMonths) + OfNeeds(needs);
        return new(z, double.NaN, ScoreValue.Logistic(z));
    }

    internal double AgeAndSex(in ScoreCase one) => Powers(one.IsFemale ? numbers.AgeFemale : numbers.AgeMale, one.AgeAtFollowUp);

    internal double Months(int months) => Powers(numbers.MonthPowers, Math.Min(months, numbers.MostMonths));

    /// <summary>To two decimals, half up; never 0 or 100.</summary>
    public double Percent(double share) => (double)Math.Clamp(Math.Round((decimal)share * 100, 2, MidpointRounding.AwayFromZero), 0.01m, 99.99m);

    private double Sanctions(in ScoreCase one)
    {
        double sum = numbers.EachSanction * one.Sanctions;
        int career = one.AgeAtConviction - one.AgeAtFirstSanction;
        if (one.Sanctions == 1) return sum + numbers.First;
        if (one.Sanctions == 2) return sum + numbers.Second + ((one.IsFemale ? numbers.GapFemale : numbers.GapMale) * career);
        return sum + Powers(one.IsFemale ? numbers.RateFemale : numbers.RateMale, Math.Log(one.Sanctions / (double)(career + numbers.YearsAdded)));
    }

    private double OfNeeds(ReadOnlySpan<double> points)
    {
        double sum = 0;
        foreach (NeedTerm term in numbers.NeedTerms)
            if (term.With < 0 || points[term.With] > 0) sum += term.Weight * points[term.Column];
        return sum;
    }

    // The sum of coefficient × x, x², x³ ...
    private static double Powers(double[] coefficients, double x)
    {
        double sum = 0;
        for (int i = coefficients.Length - 1; i >= 0; i--) sum = (sum + coefficients[i]) * x;
        return sum;
    }
}

/// <summary>The numbers of OGRS4G, as read from their file.</summary>
sealed record Ogrs4gNumbers
{
    public required double Intercept { get; init; }

    public required double[] AgeMale { get; init; }

    public required double[] AgeFemale { get; init; }

    public required double Female { get; init; }

    public required double First { get; init; }

    public required double Second { get; init; }

    public required double EachSanction { get; init; }

    public required double GapMale { get; init; }

    public required double GapFemale { get; init; }

    public required double[] MonthPowers { get; init; }

    public required int MostMonths { get; init; }

    public required int YearsAdded { get; init; }

    public required double[] RateMale { get; init; }

    public required double[] RateFemale { get; init; }

    public required IReadOnlyDictionary<string, double> Offences { get; init; }

    public required IReadOnlyList<NeedColumn> NeedColumns { get; init; }

    public required NeedTerm[] NeedTerms { get; init; }
}

/// <summary>A term of needs: the weight of a point of a column, counted only where another column says yes if there is one.</summary>
readonly record struct NeedTerm(int Column, double Weight, int With);
