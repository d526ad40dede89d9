using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>What is asked of a measure.</summary>
/// <param name="By">Dimensions to break it down by; none for the whole.</param>
/// <param name="Period">The label of the period in which areas are compared and mapped; null for the latest with figures.</param>
public sealed record AreaQuestion(IReadOnlyList<string> By, string? Period)
{
    public static readonly AreaQuestion Plain = new([], null);
}

/// <summary>
/// One measure for the areas of a place: figures by period, their totals, how they stand beside other areas, their trend, a funnel and a map.
/// Published statistics, shown as published: they are no counts of our people.
/// </summary>
public sealed record AreaPicture
{
    public required AreaMeasure Measure { get; init; }

    public required Origin Origin { get; init; }

    /// <summary>The loads the figures come from.</summary>
    public required IReadOnlyList<SeriesLoad> Loads { get; init; }

    public required IReadOnlyList<PlaceArea> Areas { get; init; }

    /// <summary>The dimensions the rows are broken down by.</summary>
    public required IReadOnlyList<string> By { get; init; }

    /// <summary>The dimensions it could be broken down by.</summary>
    public required IReadOnlyList<string> MayBeBy { get; init; }

    /// <summary>Labels of the periods, the oldest first.</summary>
    public required IReadOnlyList<string> Periods { get; init; }

    /// <summary>Figures by period, area and group.</summary>
    public required IReadOnlyList<AreaRow> Rows { get; init; }

    /// <summary>The place's areas together, a row a period, and a row a group where the picture is broken down. Empty where adding up means nothing.</summary>
    public required IReadOnlyList<AreaTotal> Totals { get; init; }

    /// <summary>The period in which areas are compared and mapped; null if no figure is published.</summary>
    public required string? ComparedIn { get; init; }

    /// <summary>How each area stands beside others in that period, all groups together.</summary>
    public required IReadOnlyList<AreaStanding> Standings { get; init; }

    public required IReadOnlyList<AreaTrend> Trends { get; init; }

    /// <summary>All areas of the kind by size and value; null with the reason in <see cref="NoFunnel"/>.</summary>
    public FunnelChart? Funnel { get; init; }

    public string? NoFunnel { get; init; }

    public required AreaMap Map { get; init; }

    /// <summary>Published figures that cannot be what they are said to be, and are not shown.</summary>
    public required IReadOnlyList<CaughtFigure> Caught { get; init; }
}

/// <summary>A figure with what it was made from.</summary>
/// <param name="Value">In the measure's unit; null if it is not published.</param>
/// <param name="Interval">Its 95% interval, with the method by name; null if none can be made.</param>
/// <param name="Numerator">The count behind it.</param>
/// <param name="Denominator">What that is counted among.</param>
/// <param name="Flags">What a reader must know of this figure: incomplete, not published, after a break, worked out here.</param>
public sealed record AreaFigure(double? Value, Interval? Interval, double? Numerator, double? Denominator, IReadOnlyList<string> Flags)
{
    public static readonly AreaFigure NotPublished = new(null, null, null, null, ["not published"]);
}

/// <summary>A figure of one period, area and group.</summary>
/// <param name="Period">As the measure names periods.</param>
/// <param name="From">First day of the period.</param>
/// <param name="Area">Its code.</param>
/// <param name="AreaName">Its name.</param>
/// <param name="Group">A value for each dimension of <see cref="AreaPicture.By"/>.</param>
/// <param name="Figure">The figure.</param>
public sealed record AreaRow(string Period, NodaTime.LocalDate From, string Area, string AreaName, IReadOnlyList<string> Group, AreaFigure Figure);

/// <summary>The place's areas together in one period.</summary>
/// <param name="Period">As the measure names periods.</param>
/// <param name="Group">A value for each dimension of <see cref="AreaPicture.By"/>; empty for all groups together.</param>
/// <param name="Figure">The figure.</param>
/// <param name="AreasWithFigure">How many of the place's areas have a figure in it.</param>
public sealed record AreaTotal(string Period, IReadOnlyList<string> Group, AreaFigure Figure, int AreasWithFigure);

/// <summary>Where an area stands in one period.</summary>
public sealed record AreaStanding
{
    public required string Area { get; init; }

    public required string AreaName { get; init; }

    public required AreaFigure Figure { get; init; }

    /// <summary>Its place among areas of its kind; null for counts and money, which follow the size of the area.</summary>
    public required AreaRank? Rank { get; init; }

    public required IReadOnlyList<AreaComparison> Comparisons { get; init; }
}

/// <summary>
/// A rank, never alone: 1 is the highest value. Where intervals are known, the ranks it could as well have: areas whose whole interval lies above
/// are surely before it, those whose whole interval lies below surely after.
/// </summary>
/// <param name="Position">From 1 for the highest value; ties share the better place.</param>
/// <param name="Of">Areas with a figure.</param>
/// <param name="Best">The least position its interval allows; null without intervals.</param>
/// <param name="Worst">The greatest position its interval allows.</param>
public sealed record AreaRank(int Position, int Of, int? Best, int? Worst)
{
    public string Says => Best is { } best && Worst is { } worst
        ? best == worst ? $"{Position} of {Of} from the highest" : $"{Position} of {Of} from the highest; by its interval anywhere from {best} to {worst}"
        : $"{Position} of {Of} from the highest; no interval can be made, so nearby places mean little";
}

/// <summary>What an area is compared with.</summary>
public enum ComparedWith
{
    /// <summary>An area the place names: a country, a region, another area.</summary>
    Chosen,

    /// <summary>All areas of the kind together.</summary>
    All,

    /// <summary>The most similar areas together.</summary>
    SimilarTogether,

    /// <summary>One of the most similar areas.</summary>
    Similar,
}

/// <summary>An area's figure beside another.</summary>
/// <param name="With">What kind of other.</param>
/// <param name="Code">Its code; empty for several together.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value; null if it has none to show.</param>
/// <param name="Standing">Lower, similar or higher, by the area's own interval; null if none can be made.</param>
/// <param name="Says">In words, or why it cannot be said.</param>
public sealed record AreaComparison(ComparedWith With, string Code, string Name, double? Value, Standing? Standing, string Says);

/// <summary>How an area's figures have moved.</summary>
/// <param name="Area">Its code.</param>
/// <param name="AreaName">Its name.</param>
/// <param name="Trend">Of the latest five complete periods after any break; null with the reason in <paramref name="Says"/>.</param>
/// <param name="Says">In words.</param>
public sealed record AreaTrend(string Area, string AreaName, Trend? Trend, string Says);

/// <summary>Values for a map of one period.</summary>
/// <param name="Kind">The kind of area drawn: local-authority, police-force, lsoa.</param>
/// <param name="Period">As labelled; empty if there is nothing to draw.</param>
/// <param name="Edges">The four values between five classes: fifths of all areas of the kind that have a figure, not of the place's own.</param>
/// <param name="Shades">The place's areas.</param>
public sealed record AreaMap(string Kind, string Period, IReadOnlyList<double> Edges, IReadOnlyList<AreaShade> Shades);

/// <summary>An area of a map.</summary>
/// <param name="Area">Its code.</param>
/// <param name="AreaName">Its name.</param>
/// <param name="Value">Null if not published.</param>
/// <param name="Class">1, the lowest fifth, to 5; 0 without a value.</param>
public sealed record AreaShade(string Area, string AreaName, double? Value, int Class);

/// <summary>A published figure that is not shown, and why.</summary>
public sealed record CaughtFigure(string Period, string Area, string AreaName, double Value, string Says);
