using Shiremoot.Terms;

namespace Shiremoot.Picture.Indicators;

/// <summary>The share of a group that has something, with Wilson's interval.</summary>
public static class Proportions
{
    /// <summary>The proportion with Wilson's interval.</summary>
    /// <param name="numerator">Those who have it: from zero to the denominator.</param>
    /// <param name="denominator">All of them: above zero.</param>
    /// <param name="per">1 for a share, 100 for a percentage.</param>
    /// <param name="confidence">Of the interval.</param>
    public static Outcome<IndicatorValue> Of(double? numerator, double? denominator, double per = 1, double confidence = Confidence.Usual)
    {
        if (Given.IsBadSize(denominator, "denominator", out Refusal? why) || Given.IsBadCount(numerator, "numerator", out why)) return why;
        (double x, double n) = (numerator.Value, denominator.Value);
        if (x > n) return Refusals.MoreThanAll(x, n);

        (double lower, double upper) = Wilson.Limits(x, n, confidence);
        return new IndicatorValue(x / n * per, new(lower * per, upper * per, confidence, Wilson.Method), x, n, per, "proportion");
    }
}
