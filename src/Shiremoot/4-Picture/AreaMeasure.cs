namespace Shiremoot.Picture;

/// <summary>What kind of number a measure gives: says whether it may be added up, and which interval fits.</summary>
public enum AreaValueKind
{
    /// <summary>How many: may be added over areas and dimensions.</summary>
    Count,

    /// <summary>Pounds: may be added.</summary>
    Money,

    /// <summary>A part of a whole, shown per <see cref="AreaMeasure.Per"/> (100: per cent): never added.</summary>
    Proportion,

    /// <summary>So many per <see cref="AreaMeasure.Per"/> people: never added.</summary>
    Rate,

    /// <summary>An index, a mean, a median or a rank: never added.</summary>
    Score,
}

/// <summary>Which interval a measure's values are given.</summary>
public enum AreaIntervalMethod
{
    /// <summary>None can be made, or none is meant: money, and rates published without the counts behind them.</summary>
    None,

    /// <summary>Wilson's score interval, for proportions.</summary>
    Wilson,

    /// <summary>Byar's approximation, exact Poisson for small counts: for counts and rates of events.</summary>
    Byar,
}

/// <summary>What a higher value means.</summary>
public enum Polarity
{
    /// <summary>Neither good nor bad in itself.</summary>
    Neither,
    LowIsGood,
    HighIsGood,
}

/// <summary>How periods are named: as published, or from the days they cover.</summary>
public enum PeriodStyle
{
    AsPublished,
    CalendarYear,
    FinancialYear,
    AcademicYear,
    YearEnding,

    /// <summary>A count on the last day of the period.</summary>
    OnLastDay,
    Quarter,
    Month,
}

/// <summary>A measure of areas over published series: a file of measures/ with "kind: statistic".</summary>
public sealed record AreaMeasure
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Definition { get; init; }

    /// <summary>The questions it helps to answer: Q01 and so on.</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    /// <summary>The series whose values are shown; null if the value is worked out from <see cref="Numerator"/> and <see cref="Denominator"/>.</summary>
    public SeriesChoice? Value { get; init; }

    /// <summary>The counts of which the value is made, or that stand behind a published rate.</summary>
    public SeriesChoice? Numerator { get; init; }

    /// <summary>What the numerator is counted among.</summary>
    public SeriesChoice? Denominator { get; init; }

    public required AreaValueKind Kind { get; init; }

    /// <summary>So many per this many: 1000, 100000; 100 for per cent; 1 for a share.</summary>
    public double Per { get; init; } = 1;

    public required string Unit { get; init; }

    public required AreaIntervalMethod Interval { get; init; }

    public required Polarity Polarity { get; init; }

    public required PeriodStyle Periods { get; init; }

    /// <summary>Kinds of the place's areas it is shown for (local-authority, upper-tier, police-force, lsoa), or codes.</summary>
    public required IReadOnlyList<string> Areas { get; init; }

    /// <summary>The kinds of area that areas are ranked among.</summary>
    public required IReadOnlyList<string> Among { get; init; }

    /// <summary>The dimensions it may be broken down by.</summary>
    public required IReadOnlyList<string> By { get; init; }

    /// <summary>True if the total over the place's areas means something. Only for counts and money.</summary>
    public bool AddsUp { get; init; }

    /// <summary>Says why cells the source leaves empty count as nothing (a category that was not collected); null: they are marked.</summary>
    public string? EmptyMeansNothing { get; init; }

    public required IReadOnlyList<SeriesBreak> Breaks { get; init; }

    public required IReadOnlyList<IncompletePeriod> Incomplete { get; init; }

    public required IReadOnlyList<MeasureNote> Notes { get; init; }

    /// <summary>Who published it, in words fit to print beneath a figure.</summary>
    public required string Source { get; init; }

    /// <summary>Figures known from outside that the measure must give. Tests hold it to them.</summary>
    public required IReadOnlyList<MeasureExample> Examples { get; init; }

    /// <summary>The measure's file and what it says, as a hash: the definition's version.</summary>
    public required string Version { get; init; }

    /// <summary>True if it is shown for areas of this kind; a measure for the upper tier is for counties and for the councils that are in none.</summary>
    public bool IsFor(string kind) => Areas.Contains(kind) || (kind is "local-authority" or "county" && Areas.Contains("upper-tier"));

    public bool MayBeAdded => Kind is AreaValueKind.Count or AreaValueKind.Money;
}

/// <summary>Which rows of which series.</summary>
/// <param name="Series">The series' name in the store.</param>
/// <param name="Where">Dimension to the values kept.</param>
/// <param name="Whole">Dimension to the value that stands for all of it: kept when the dimension is not broken down, left out when it is.</param>
/// <param name="HoldsFor">"same": the same period; "nearest": the nearest period there is (a population).</param>
public sealed record SeriesChoice(
    string Series, IReadOnlyDictionary<string, IReadOnlyList<string>> Where, IReadOnlyDictionary<string, string> Whole, PeriodMatch HoldsFor);

/// <summary>Which period of a denominator goes with a numerator's.</summary>
public enum PeriodMatch
{
    Same,
    Nearest,
}

/// <summary>From this period on figures are counted otherwise than before.</summary>
/// <param name="At">The first period of the new way, as labelled.</param>
/// <param name="Says">What changed.</param>
/// <param name="By">If given, the break only touches figures broken down by this dimension.</param>
public sealed record SeriesBreak(string At, string Says, string? By);

/// <summary>A period whose figures are not complete or not final.</summary>
public sealed record IncompletePeriod(string Period, IReadOnlyList<string> Areas, string Says);

/// <summary>Something a reader must know; with a published figure that does not agree where there is one.</summary>
/// <param name="Says">The note; for a figure that does not agree, why it does not.</param>
/// <param name="Figure">The other figure, as its source writes it.</param>
/// <param name="Source">Where the other figure stands.</param>
public sealed record MeasureNote(string Says, string? Figure, string? Source);

/// <summary>A known answer.</summary>
/// <param name="Period">The period's label.</param>
/// <param name="Area">A code, or null for the total over the place's areas.</param>
/// <param name="Where">The group, for a figure broken down.</param>
/// <param name="Gives">The value.</param>
/// <param name="Within">How near.</param>
public sealed record MeasureExample(string Period, string? Area, IReadOnlyList<(string Dimension, string Value)> Where, double Gives, double Within);
