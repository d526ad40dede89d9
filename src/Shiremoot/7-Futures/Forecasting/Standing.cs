namespace Shiremoot.Futures.Forecasting;

/// <summary>What was forecast at one origin, before anything after it was known. All but levels are logs of that origin.</summary>
sealed class Standing(Known known, int ahead)
{
    public Known Known { get; } = known;

    /// <summary>By candidate, series and quarter ahead; null where a candidate says nothing of a series.</summary>
    public double[]?[][] Candidates { get; } = new double[Forecasting.Candidates.Count][][];

    /// <summary>By series and quarter ahead: the forecast.</summary>
    public double[][] Centre { get; } = [.. known.Specs.Select(_ => new double[ahead])];

    /// <summary>What is not known beside the changes to come, as a square: which way of forecasting is right, and whether a jump will last.</summary>
    public double[][] Doubt { get; } = [.. known.Specs.Select(_ => new double[ahead])];

    /// <summary>Half the width of the interval, in logs.</summary>
    public double[][] Half { get; } = [.. known.Specs.Select(_ => new double[ahead])];

    /// <summary>The weight of each candidate, by series and quarter ahead.</summary>
    public double[][][] Weights { get; } = [.. known.Specs.Select(_ => new double[ahead][])];

    public double Level(int series, int h) => Known.ToLevel(series, Centre[series][h]);

    public double Lower(int series, int h) => Known.ToLevel(series, Centre[series][h] - Half[series][h]);

    public double Upper(int series, int h) => Known.ToLevel(series, Centre[series][h] + Half[series][h]);

    /// <summary>
    /// What an error is measured in, if a quarter's change has the spread that is known now: what is known of it settles only after a few years. The origin's
    /// own part is how much wilder its last year was, and its doubt.
    /// </summary>
    public double Scale(int series, int h, Known now)
    {
        double step = now.Spread[series] * (Known.Recent[series] / Known.Spread[series]);
        return Math.Sqrt((step * step * (h + 1)) + Doubt[series][h]);
    }

    /// <summary>How far off the forecast of a quarter was that has come to be known since, in its scale.</summary>
    public double Error(int series, int h, Known now) => (Known.ToLog(series, now.Levels[series][Known.Origin + h]) - Centre[series][h]) / Scale(series, h, now);
}
