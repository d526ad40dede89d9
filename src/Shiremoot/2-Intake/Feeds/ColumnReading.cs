using Shiremoot.Records;
using Shiremoot.Storage;

namespace Shiremoot.Intake.Feeds;

/// <summary>From an entry under "columns" to a column.</summary>
static class ColumnReading
{
    private static readonly (string, ColumnType)[] Types =
    [
        ("text", ColumnType.Text), ("id", ColumnType.Id), ("whole", ColumnType.Whole), ("number", ColumnType.Number), ("date", ColumnType.Date), ("time", ColumnType.Time),
        ("datetime", ColumnType.DateTime), ("period", ColumnType.Period), ("flag", ColumnType.Flag), ("code", ColumnType.Code), ("area", ColumnType.Area),
    ];

    /// <summary>A column of the file that no entry describes: text under its own header.</summary>
    public static FeedColumn Plain(string name, IReadOnlyList<string> missing) =>
        new() { Name = name, Source = new ColumnSource.Header([name]), Type = ColumnType.Text, Missing = missing };

    /// <summary>The short form is a type alone ("age: whole"); the long form a map.</summary>
    public static FeedColumn Read(MapNode columns, string name, IReadOnlyList<string> missing)
    {
        if (columns.IsScalar(name)) return Plain(name, missing) with { Type = columns.Choice(name, Types), Line = columns.LineOf(name) };
        if (columns.MapOr(name) is not { } map) return Plain(name, missing);
        FeedColumn column = new()
        {
            Name = name,
            Source = Source(map, name),
            Type = map.Choice("type", Types),
            Required = map.Flag("required"),
            Unique = map.Flag("unique"),
            Missing = map.Has("missing") ? map.Texts("missing") : missing,
            Formats = map.Texts("formats"),
            TwoDigitTo = map.WholeOr("two_digit_to"),
            Min = map.NumberOr("min"),
            Max = map.NumberOr("max"),
            Codes = map.IsList("codes") ? [.. map.Texts("codes").Select(c => (c, c))] : map.Pairs("codes"),
            Unknown = map.Choice("unknown", ("quarantine", UnknownCode.Quarantine), ("keep", UnknownCode.Keep), ("missing", UnknownCode.Missing)),
            CodeInLabel = map.Flag("code_in_label"),
            Earliest = map.DayOr("earliest"),
            Latest = map.DayOr("latest"),
            Thousands = map.TextOr("thousands"),
            DecimalMark = map.Choice("decimal", (".", "."), (",", ",")),
            Pattern = map.TextOr("pattern"),
            Length = map.WholeOr("length"),
            AreaKind = map.TextOr("kind"),
            Style = map.TextOr("style"),
            Line = map.Line,
        };
        Check(map, column);
        return column;
    }

    private static ColumnSource Source(MapNode map, string name)
    {
        List<ColumnSource> sources = [];
        if (map.Has("from")) sources.Add(new ColumnSource.Header(map.Texts("from")));
        if (map.WholeOr("position") is { } position) sources.Add(new ColumnSource.Position(position));
        if (map.TextOr("constant") is { } constant) sources.Add(new ColumnSource.Constant(constant));
        if (map.Has("join")) sources.Add(new ColumnSource.Join(map.Texts("join"), map.TextOr("with", " ")));
        if (map.TextOr("split") is { } split) sources.Add(new ColumnSource.Split(split, map.TextOr("at", " "), map.WholeOr("part") ?? 1));
        if (map.TextOr("match") is { } match) sources.Add(new ColumnSource.Match(match, FeedPattern.Read(map, "with_pattern")));
        if (map.Flag("row_number")) sources.Add(new ColumnSource.RowNumber());
        if (sources.Count > 1) map.Fault("from", "is one of several places to take the value from; give only one of from, position, constant, join, split, match and row_number.");
        return sources.Count == 0 ? new ColumnSource.Header([name]) : sources[0];
    }

    private static void Check(MapNode map, FeedColumn column)
    {
        bool isMoment = column.Type is ColumnType.Date or ColumnType.DateTime or ColumnType.Time;
        if (isMoment && column.Formats.Count == 0) map.Fault("formats", "is missing; say how the date or time is written, for example [dd/MM/yyyy]. Nothing is guessed: 01/02/2020 has two readings.");
        if (column.Type == ColumnType.Code && column.Codes.Count == 0) map.Fault("codes", "is missing; list the codes, or map each to the word to keep.");
        if (column.Type == ColumnType.Area && column.AreaKind is null) map.Fault("kind", "is missing; say what kind of area the names or codes are, for example police-force.");
        if (column.AreaKind is { } kind && !AreaLookup.Kinds.Contains(kind)) map.Fault("kind", $"'{kind}' is not a kind of area.{Spelling.Suggest(kind, AreaLookup.Kinds)}");
        if (column.Style is { } style && !FeedColumn.PeriodStyles.Contains(style)) map.Fault("style", $"'{style}' is not a style of period.{Spelling.Suggest(style, FeedColumn.PeriodStyles)}");
        if (column.TwoDigitTo is < 2000 or > 2099) map.Fault("two_digit_to", "must be a year from 2000 to 2099: the last that two digits of a year mean.");
        if (column.TwoDigitTo is not null && !column.Formats.Any(Moments.HasTwoDigitYear)) map.Fault("two_digit_to", "is for 'formats' with a year of two digits, such as dd-MMM-yy.");
        if (column.Min > column.Max) map.Fault("min", "is above 'max'.");
        foreach (string format in column.Formats)
            if (isMoment && Moments.Fault(format, column.Type) is { } fault) map.Fault("formats", $"has the pattern '{format}', which {fault}");
        if (map.Has("pattern")) FeedPattern.Read(map, "pattern");
        if (column.Thousands is { Length: 0 }) map.Fault("thousands", "is empty; give the mark between thousands or leave the key out.");
        if (column.Thousands == column.DecimalMark) map.Fault("thousands", "is the decimal mark too; set 'decimal' to the other one.");
    }
}
