using Shiremoot.Records;

namespace Shiremoot.Picture.Scores;

/// <summary>
/// OGRS3: age and sex, whether this is the first sanction, the rate of sanctions over a career, and the current offence.
/// Source: Howard, Francis, Soothill and Humphreys (2009); numbers and rounding as in the public source of HM Prison and Probation Service.
/// See docs/methods/ogrs3.md.
/// </summary>
sealed class Ogrs3(Ogrs3Numbers numbers) : IScore
{
    private const int LeastAge = 10, MostAge = 120;

    public IReadOnlyList<NeedColumn> Needs => [];

    public bool CountsOffenceFreeMonths => false;

    public bool FollowsFromConviction => false;

    public OffenceWeight WeightOf(Offence offence) => offence switch
    {
        { Code: "00000" } => new(0, "the offence code 00000 names no offence"),
        { NeedsExactOffence: true } => new(0, "the offence code is too wide to weigh: the exact offence is needed"),
        { Ogrs3Weight: { } weight } => new(weight, null),
        _ => new(0, "the offence has no weight in this score"),
    };

    public string? WhyNot(in ScoreCase one) =>
        one.Sanctions < 1 ? "sanctions count the current one, so there is at least 1"
        : one.AgeAtConviction < LeastAge ? "age at conviction is under 10"
        : Math.Max(one.AgeAtConviction, one.AgeAtFollowUp) > MostAge ? "an age is above 120"
        : one.AgeAtFirstSanction < 0 ? "age at first sanction is below 0"
        : one.AgeAtFirstSanction > one.AgeAtConviction ? "age at first sanction is above age at conviction"
        : one.AgeAtFollowUp < LeastAge ? "age at the start of the follow-up is under 10"
        : null;

    public ScoreValue Of(in ScoreCase one, ReadOnlySpan<double> needs)
    {
        double z = AgeAndSex(one.AgeAtFollowUp, one.IsFemale)
            + (one.Sanctions == 1 ? numbers.First : numbers.Repeat)
            + Rate(one)
            + one.OffenceWeight;
        return new(z, Rounded(ScoreValue.Logistic(numbers.OneYear + z)), Rounded(ScoreValue.Logistic(numbers.TwoYears + z)));
    }

    /// <summary>The term of Copas: how many sanctions for the length of the career.</summary>
    internal double Rate(in ScoreCase one) =>
        numbers.RateWeight * Math.Log(one.Sanctions / (double)(numbers.YearsAdded + one.AgeAtConviction - one.AgeAtFirstSanction));

    internal double AgeAndSex(int age, bool isFemale)
    {
        int band = numbers.Ages.Length - 1;
        while (band > 0 && numbers.Ages[band].From > age) band--;
        return isFemale ? numbers.Ages[band].Female : numbers.Ages[band].Male;
    }

    /// <summary>To whole percent, half up, never 0 or 100. In decimals, since .285 × 100 is below 28.5 in binary.</summary>
    public double Percent(double share) => Math.Clamp((double)Math.Round((decimal)share * 100, MidpointRounding.AwayFromZero), 1, 99);

    // Five decimals, half up, as the source rounds before it makes a percentage.
    private static double Rounded(double share) => (double)Math.Round((decimal)share, 5, MidpointRounding.AwayFromZero);
}

/// <summary>The numbers of OGRS3, as read from their file.</summary>
sealed record Ogrs3Numbers(double OneYear, double TwoYears, double First, double Repeat, double RateWeight, int YearsAdded, Ogrs3Age[] Ages);

/// <summary>The terms of age and sex from an age on.</summary>
readonly record struct Ogrs3Age(int From, double Male, double Female);
