namespace Shiremoot.Futures.Forecasting;

/// <summary>The numbers of the method, each chosen by reasoning and held fixed: docs/methods/flow-forecast.md says why.</summary>
static class FlowRules
{
    public const int Season = 4;

    /// <summary>The first origin whose errors are learned from: a year, and one change more.</summary>
    public const int FirstLearned = Season + 1;

    /// <summary>The first origin that is scored, and the fewest quarters that are forecast from: two years, so that each season was seen twice.</summary>
    public const int LeastQuarters = 2 * Season;

    public const int MostAhead = 12;

    public const int MostDraws = 100_000;

    public const double Confidence = 0.9;

    /// <summary>How many spreads a change must pass to be a shock, and where single errors are cut so that none decides alone.</summary>
    public const double Limit = 3;

    /// <summary>Series needed to tell a shock to the system from the news of one of them.</summary>
    public const int SeriesOfShock = 4;

    /// <summary>
    /// The share of flows that must pass at once. In calm made-up series, apart or going together by half, at most 1.3 quarters in a hundred are then taken
    /// for a shock that is none; with a fifth, up to 19.
    /// </summary>
    public const double ShareOfShock = 1.0 / 3;

    /// <summary>The share of a jump that is taken back at the first origin after a shock.</summary>
    public const double TakenBack = 0.5;

    /// <summary>How much of a trend is left after each quarter.</summary>
    public const double Damping = 0.8;

    /// <summary>What the group's figure counts for beside a series' own: a year of quarters.</summary>
    public const double GroupQuarters = Season;
}
