namespace Shiremoot.Picture.Indicators;

/// <summary>The score interval for a proportion. Source: E. B. Wilson (1927), J. Am. Stat. Assoc. 22, 209-212.</summary>
public static class Wilson
{
    public const string Method = "Wilson score";

    /// <summary>
    /// Limits of <paramref name="events"/> out of <paramref name="of"/>, both as shares of one. Needs 0 ≤ events ≤ of and of > 0;
    /// neither need be whole.
    /// </summary>
    public static (double Lower, double Upper) Limits(double events, double of, double confidence)
    {
        double z = Confidence.Z(confidence), zz = z * z;
        double spread = z * Math.Sqrt(zz + (4 * events * (1 - (events / of))));
        double below = 2 * (of + zz);

        // Where nobody or everybody has it the formula's end is exactly 0 or 1; rounding must not push it past.
        return (Math.Max(0, ((2 * events) + zz - spread) / below), Math.Min(1, ((2 * events) + zz + spread) / below));
    }
}
