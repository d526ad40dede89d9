namespace Shiremoot.Picture.Regressing;

/// <summary>Limits of one effect where the likelihood, the others free, is down by half the squared normal quantile (D. J. Venzon and S. H. Moolgavkar, 1988).</summary>
static class ProfileLimits
{
    private const int MostRounds = 60;

    /// <param name="climb">At the top.</param>
    /// <param name="top">Effects there.</param>
    /// <param name="height">The log-likelihood there.</param>
    /// <param name="effect">Which, the intercept being 0.</param>
    /// <param name="error">Its standard error: where to look first.</param>
    /// <param name="z">The normal quantile.</param>
    public static (double Lower, double Upper) Of(RegressionClimb climb, double[] top, double height, int effect, double error, double z) =>
        (Limit(climb, top, height, effect, -z * error, z), Limit(climb, top, height, effect, z * error, z));

    // The square root of twice the drop is nearly straight along the effect, so that Newton's steps on it are few. A limit that runs away is infinite.
    private static double Limit(RegressionClimb climb, double[] top, double height, int effect, double reach, double z)
    {
        double[] at = [.. top];
        at[effect] += reach;
        double side = Math.Sign(reach), furthest = Math.Abs(reach) * 1e4;
        for (int round = 0; round < MostRounds; round++)
        {
            if (climb.Along(at, effect) is not { } there) return side * double.PositiveInfinity;
            double root = Math.Sqrt(Math.Max(0, 2 * (height - there.LogLikelihood))), slope = -there.Slope * side / root;
            if (Math.Abs(root - z) < 1e-9 * z) break;
            double step = root < 1e-6 || !(slope > 0) ? Math.Abs(reach) : Math.Clamp((z - root) / slope, -Math.Abs(at[effect] - top[effect]) / 2, Math.Abs(reach));
            at[effect] += side * step;
            if (Math.Abs(at[effect] - top[effect]) > furthest) return side * double.PositiveInfinity;
        }
        return at[effect];
    }
}
