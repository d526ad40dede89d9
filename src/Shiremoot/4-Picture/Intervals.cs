using Shiremoot.Picture.Indicators;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>The intervals that go with shares of people.</summary>
public static class Intervals
{
    private const double Confidence = 0.95;

    /// <summary>Wilson's score interval at 95% of so many in so many, as shares of one (docs/methods/wilson.md). The whole must not be nought.</summary>
    public static Interval OfShare(long part, long whole)
    {
        (double lower, double upper) = Wilson.Limits(part, whole, Confidence);
        return new Interval(lower, upper, Confidence, Wilson.Method);
    }
}
