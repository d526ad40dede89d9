using Shiremoot.Terms;

namespace Shiremoot.Intake;

/// <summary>What one kind of extract is and how its rows become source records, events and statistics: a feed file, read.</summary>
public sealed record Feed
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Who published or sent it, in words fit to print beneath a figure.</summary>
    public required string Source { get; init; }

    public required Origin Origin { get; init; }

    /// <summary>The sharing agreement or licence it comes under.</summary>
    public required string Agreement { get; init; }

    /// <summary>The agency its records and events belong to; empty for statistics alone.</summary>
    public required string Agency { get; init; }

    /// <summary>Name of the file, or a pattern with * and ?; looked for in the place's folder and then in the data folder.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>SHA-256 of the feed file: which version of the mapping made a load.</summary>
    public required string Version { get; init; }

    public required FileFormat Format { get; init; }

    public required Delivery Delivery { get; init; }

    public required IReadOnlyList<FeedColumn> Columns { get; init; }

    public required IReadOnlyList<FeedCondition> Keep { get; init; }

    public FeedUnpivot? Unpivot { get; init; }

    /// <summary>The columns that together name a row; a second row with the same values is quarantined.</summary>
    public required IReadOnlyList<string> Key { get; init; }

    public required FeedChecks Checks { get; init; }

    public FeedRecord? Record { get; init; }

    /// <summary>It is one of those all places may share, of the vocabulary: its file may not have come yet.</summary>
    public bool IsShared { get; init; }

    public required IReadOnlyList<FeedEvent> Events { get; init; }

    public required IReadOnlyList<FeedStatistic> Statistics { get; init; }
}

/// <summary>What a later file of the same feed does to an earlier one.</summary>
public enum Delivery
{
    /// <summary>Each file is the whole of the data: it replaces the one before.</summary>
    Whole,

    /// <summary>Each file covers a period; it replaces the earlier file of the same period.</summary>
    Period,

    /// <summary>Each file adds to what is there; a file of the same name replaces its earlier version.</summary>
    Add,
}

/// <summary>A column of the feed: where its value comes from and what it must be.</summary>
public sealed record FeedColumn
{
    public required string Name { get; init; }

    public required ColumnSource Source { get; init; }

    public required ColumnType Type { get; init; }

    public bool Required { get; init; }

    public bool Unique { get; init; }

    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Patterns of dates and times (yyyy-MM-dd, dd/MM/yyyy HH:mm, dd-MMM-yy …), tried in order.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>The last year that two digits of a year mean (2024: 24 is 2024 and 25 is 1925). Null: 2030.</summary>
    public int? TwoDigitTo { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    /// <summary>Value as found to value as kept. Empty: any value.</summary>
    public IReadOnlyList<(string Found, string Kept)> Codes { get; init; } = [];

    /// <summary>What is done with a value the code list lacks.</summary>
    public UnknownCode Unknown { get; init; }

    /// <summary>The code stands in a label, "(0000001) Yes": only the code is looked up.</summary>
    public bool CodeInLabel { get; init; }

    /// <summary>Dates before or after these are bad. By default 1850 and fifty years from the day of taking in.</summary>
    public NodaTime.LocalDate? Earliest { get; init; }

    public NodaTime.LocalDate? Latest { get; init; }

    /// <summary>The mark between thousands, taken out of numbers; null: there is none.</summary>
    public string? Thousands { get; init; }

    /// <summary>The decimal mark, "." or ",".</summary>
    public string DecimalMark { get; init; } = ".";

    public string? Pattern { get; init; }

    public int? Length { get; init; }

    /// <summary>For an area: the kind of area names and codes are looked up among.</summary>
    public string? AreaKind { get; init; }

    /// <summary>For a period: year, financial-year, month, quarter, year-ending, quarter-ending; null: by its form.</summary>
    public string? Style { get; init; }

    /// <summary>The styles of period a feed may declare.</summary>
    public static IReadOnlyList<string> PeriodStyles { get; } = ["year", "financial-year", "month", "quarter", "quarter-ending", "year-ending"];

    /// <summary>The line of the feed file that describes the column.</summary>
    public long Line { get; init; }
}

/// <summary>Where a column's value comes from.</summary>
public abstract record ColumnSource
{
    /// <summary>The other columns it is made from.</summary>
    public virtual IReadOnlyList<string> Inputs => [];

    /// <summary>A column of the file, by one of its possible headers.</summary>
    public sealed record Header(IReadOnlyList<string> Names) : ColumnSource;

    /// <summary>A column of the file by its place, counted from 1.</summary>
    public sealed record Position(int Number) : ColumnSource;

    /// <summary>The same value on every row.</summary>
    public sealed record Constant(string Value) : ColumnSource;

    /// <summary>Other columns put together; missing ones are left out.</summary>
    public sealed record Join(IReadOnlyList<string> Columns, string With) : ColumnSource
    {
        public override IReadOnlyList<string> Inputs => Columns;
    }

    /// <summary>A part of another column, cut at a separator; parts are counted from 1, and from the end with -1.</summary>
    public sealed record Split(string Column, string At, int Part) : ColumnSource
    {
        public override IReadOnlyList<string> Inputs => [Column];
    }

    /// <summary>What the first group of a regular expression matches in another column.</summary>
    public sealed record Match(string Column, string Pattern) : ColumnSource
    {
        public override IReadOnlyList<string> Inputs => [Column];
    }

    /// <summary>The name or the value of an unpivoted column.</summary>
    public sealed record Unpivoted(bool IsName) : ColumnSource;

    /// <summary>The number of the row in the file: for files whose rows have no key of their own.</summary>
    public sealed record RowNumber : ColumnSource;
}

public enum ColumnType
{
    Text,

    /// <summary>Text that spreadsheets are known to spoil: 1.2E+12 and 123.0 are refused with an explanation.</summary>
    Id,
    Whole,
    Number,
    Date,
    Time,
    DateTime,
    Period,
    Flag,
    Code,
    Area,
}

public enum UnknownCode
{
    Quarantine,
    Keep,
    Missing,
}

/// <summary>A condition on one column: present or absent, in or not in a list of values.</summary>
public sealed record FeedCondition(string Column, bool? Present, IReadOnlyList<string> In, IReadOnlyList<string> NotIn);

/// <summary>Wide to long: each of the columns becomes a row with its name and value.</summary>
public sealed record FeedUnpivot(IReadOnlyList<string> Columns, string? Pattern, string Name, string Value);

/// <summary>Checks of the file as a whole.</summary>
/// <param name="RowsAtLeast">Fewer rows refuse the file. 0 allows an empty file.</param>
/// <param name="RowsAtMost">More rows refuse the file.</param>
/// <param name="BadShare">The file is refused when more than this share of its rows is bad.</param>
public sealed record FeedChecks(long RowsAtLeast, long? RowsAtMost, double BadShare);

/// <summary>Which columns make the source record of the person a row is about.</summary>
public sealed record FeedRecord(
    string Person, string? Forename, string? MiddleNames, string? Surname, string? BirthDate, string? Sex, string? Ethnicity, string? Postcode,
    IReadOnlyList<(string Kind, string Column)> Identifiers, IReadOnlyList<string> Attributes, IReadOnlyList<FeedCondition> When);

/// <summary>Which columns make an event. A row may make several.</summary>
public sealed record FeedEvent(
    string? Kind, string? KindFrom, string Person, string? Start, string? End, string? Offence, string? Disposal, string? Provider, string? Area,
    string? Amount, string? Reference, string? Follows, IReadOnlyList<string> Attributes, IReadOnlyList<FeedCondition> When);

/// <summary>Which columns make a statistic.</summary>
public sealed record FeedStatistic(
    string? Series, string? SeriesFrom, string Area, string Period, string Value, string? Numerator, string? Denominator, string? Unit, string? UnitFrom,
    IReadOnlyList<string> Dimensions, IReadOnlyList<FeedCondition> When);
