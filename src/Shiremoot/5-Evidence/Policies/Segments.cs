namespace Shiremoot.Evidence.Policies;

/// <summary>
/// The columns of a segmented regression (A. K. Wagner and others, 2002): 1, time, a step at the start, time since the start, and the season. Time is from
/// the start, so that the step is the break in its first period.
/// </summary>
static class Segments
{
    public const int Trend = 1, Level = 2, Slope = 3;

    private const int Waves = 2;

    public static double[] Row(int at, int from, int season, SeriesSeason kind) => kind switch
    {
        SeriesSeason.Months => [.. Line(at, from), .. Enumerable.Range(1, Waves).SelectMany(w => new[] { Math.Sin(2 * Math.PI * w * season / 12), Math.Cos(2 * Math.PI * w * season / 12) })],
        SeriesSeason.Quarters => [.. Line(at, from), .. Enumerable.Range(1, 3).Select(q => q == season ? 1.0 : 0)],
        _ => Line(at, from),
    };

    public static int Width(SeriesSeason kind) => kind switch { SeriesSeason.Months => 4 + (2 * Waves), SeriesSeason.Quarters => 7, _ => 4 };

    public static string[] Names(SeriesSeason kind) => [.. new[] { "Time", "Level", "Slope" }, .. Enumerable.Range(1, Width(kind) - 4).Select(s => $"Season {s}")];

    /// <summary>What of a row is the policy's doing.</summary>
    public static double[] Policy(int at, int from, int width)
    {
        double[] row = new double[width];
        if (at >= from) (row[Level], row[Slope]) = (1, at - from);
        return row;
    }

    private static double[] Line(int at, int from) => [1, at - from, at >= from ? 1 : 0, at >= from ? at - from : 0];
}
