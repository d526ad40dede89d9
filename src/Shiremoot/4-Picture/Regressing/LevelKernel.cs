namespace Shiremoot.Picture.Regressing;

/// <summary>The one shift of log odds that makes them right on the whole.</summary>
static class LevelKernel
{
    public static double Shift(bool[] outcome, double[] odds)
    {
        double shift = 0, wanted = outcome.Count(o => o);
        for (int round = 0; round < 100; round++)
        {
            double sum = 0, slope = 0;
            foreach (double own in odds)
            {
                (double mean, double information) = RegressionKernel.Expected(OutcomeFamily.Logistic, own + shift);
                (sum, slope) = (sum + mean, slope + information);
            }
            double step = Math.Clamp((wanted - sum) / Math.Max(slope, 1e-300), -2, 2);
            shift += step;
            if (Math.Abs(step) < 1e-12) break;
        }
        return shift;
    }
}
