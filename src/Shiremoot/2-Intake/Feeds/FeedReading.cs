using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Intake.Feeds;

/// <summary>From the map of a feed file to a feed, with every fault of meaning reported at its line.</summary>
static class FeedReading
{
    public static Feed Read(MapNode map, string version)
    {
        MapNode? columnsMap = map.MapOr("columns");
        IReadOnlyList<string> missing = map.Texts("missing");
        FeedUnpivot? unpivot = Unpivot(map.MapOr("unpivot"));
        List<FeedColumn> columns = columnsMap is null ? [] : [.. columnsMap.Keys.Select(name => ColumnReading.Read(columnsMap, name, missing))];
        if (unpivot is not null) AddUnpivoted(columns, unpivot, missing);
        Feed feed = new()
        {
            Id = map.Text("id"),
            Title = map.Text("title"),
            Source = map.Text("source"),
            Origin = map.Choice("origin", ("published", Origin.Published), ("real", Origin.Real), ("generated", Origin.Generated)),
            Agreement = map.TextOr("agreement", "published"),
            Agency = map.TextOr("agency", ""),
            Files = map.Texts("file"),
            Version = version,
            Format = Format(map.MapOr("format")),
            Delivery = map.Choice("delivery", ("whole", Delivery.Whole), ("period", Delivery.Period), ("add", Delivery.Add)),
            Columns = columns,
            Keep = Conditions(map, "keep"),
            Unpivot = unpivot,
            Key = map.Texts("key"),
            Checks = Checks(map.MapOr("checks")),
            Record = map.MapOr("record") is { } record ? Record(record) : null,
            Events = [.. map.Maps("events").Select(Event)],
            Statistics = [.. map.Maps("statistics").Select(Statistic)],
        };
        Check(map, feed);
        return feed with { Columns = [.. ColumnUse.Undeclared(feed).Select(name => ColumnReading.Plain(name, missing)), .. columns] };
    }

    private static void Check(MapNode map, Feed feed)
    {
        if (!map.Has("origin")) map.Fault("origin", "is missing; say published, real or generated.");
        if (feed.Files.Count == 0) map.Fault("file", "is missing; give the name of the file, or a pattern such as arrests-*.csv.");
        if (feed.Record is null && feed.Events.Count == 0 && feed.Statistics.Count == 0) map.Fault("id", "has nothing to make: add 'record', 'events' or 'statistics'.");
        if ((feed.Record is not null || feed.Events.Count > 0) && feed.Agency.Length == 0) map.Fault("agency", "is missing; records and events belong to an agency.");
        if (feed.Events.Count + feed.Statistics.Count + 1 > RowId.MaxParts) map.Fault("events", $"makes more than {RowId.MaxParts} parts of one row.");
        if (feed.Delivery == Delivery.Period && feed.Statistics.Count == 0 && feed.Events.All(e => e.Start is null)) map.Fault("delivery", "is by period, but no event has a start and no statistic a period.");
        if (ColumnUse.NamesNothing(feed)) map.Fault("columns", "has a use of a column without a name; give the name, or leave the key out.");
        ColumnUse.CheckOrder(map, feed);
    }

    private static FileFormat Format(MapNode? map) => map is null ? new FileFormat() : new FileFormat
    {
        Kind = map.Choice("kind", ("auto", "auto"), ("csv", "csv"), ("xlsx", "xlsx")),
        Delimiter = map.Choice("delimiter", ("auto", "auto"), (",", ","), (";", ";"), ("\t", "\t"), ("tab", "\t"), ("|", "|")),
        Encoding = map.Choice("encoding", ("auto", "auto"), ("utf-8", "utf-8"), ("utf-16", "utf-16"), ("windows-1252", "windows-1252")),
        Quotes = map.Choice("quotes", ("rfc4180", "rfc4180"), ("none", "none")),
        Headers = map.Choice("headers", ("strict", "strict"), ("lenient", "lenient")),
        HeaderRows = map.WholeOr("header_rows") ?? 1,
        Columns = map.Has("columns") ? map.Texts("columns") : null,
        SkipRows = map.WholeOr("skip_rows") ?? 0,
        Sheet = map.TextOr("sheet"),
        Entry = map.TextOr("entry"),
        Trailer = map.TextOr("trailer"),
    };

    private static FeedChecks Checks(MapNode? map)
    {
        if (map is null) return new(1, null, 0.05);
        double share = map.NumberOr("bad_rows_at_most") ?? 0.05;
        if (share is not (>= 0 and <= 1)) map.Fault("bad_rows_at_most", "must be a share between 0 and 1.");
        return new(map.WholeOr("rows_at_least") ?? 1, map.WholeOr("rows_at_most"), share);
    }

    private static FeedUnpivot? Unpivot(MapNode? map)
    {
        if (map is null) return null;
        FeedUnpivot unpivot = new(map.Texts("columns"), map.Has("pattern") ? FeedPattern.Read(map, "pattern") : null, map.TextOr("name", "name"), map.TextOr("value", "value"));
        if (unpivot.Columns.Count == 0 == unpivot.Pattern is null) map.Fault("columns", "or 'pattern' must say which columns become rows; give one of the two.");
        return unpivot;
    }

    private static void AddUnpivoted(List<FeedColumn> columns, FeedUnpivot unpivot, IReadOnlyList<string> missing)
    {
        Mark(unpivot.Name, isName: true);
        Mark(unpivot.Value, isName: false);

        void Mark(string name, bool isName)
        {
            int at = columns.FindIndex(c => c.Name == name);
            FeedColumn column = (at >= 0 ? columns[at] : ColumnReading.Plain(name, missing)) with { Source = new ColumnSource.Unpivoted(isName) };
            if (at >= 0) columns[at] = column;
            else columns.Add(column);
        }
    }

    private static List<FeedCondition> Conditions(MapNode map, string key) =>
        [.. map.Maps(key).Select(c =>
        {
            FeedCondition condition = new(c.Text("column"), c.Has("present") ? c.Flag("present") : null, c.Texts("in"), c.Texts("not_in"));
            if (condition.Present is null && condition.In.Count == 0 && condition.NotIn.Count == 0) c.Fault("column", "has no condition; add 'present', 'in' or 'not_in'.");
            return condition;
        })];

    private static FeedRecord Record(MapNode map) => new(
        map.Text("person"), map.TextOr("forename"), map.TextOr("middle_names"), map.TextOr("surname"), map.TextOr("birth_date"), map.TextOr("sex"),
        map.TextOr("ethnicity"), map.TextOr("postcode"), map.Pairs("identifiers"), map.Texts("attributes"), Conditions(map, "when"));

    private static FeedEvent Event(MapNode map)
    {
        FeedEvent made = new(
            map.TextOr("kind"), map.TextOr("kind_from"), map.Text("person"), map.TextOr("start"), map.TextOr("end"), map.TextOr("offence"), map.TextOr("disposal"),
            map.TextOr("provider"), map.TextOr("area"), map.TextOr("amount"), map.TextOr("reference"), map.TextOr("follows"), map.Texts("attributes"), Conditions(map, "when"));
        if (made.Kind is null == made.KindFrom is null) map.Fault("kind", "or 'kind_from' must be given: one of the two.");
        return made;
    }

    private static FeedStatistic Statistic(MapNode map)
    {
        FeedStatistic made = new(
            map.TextOr("series"), map.TextOr("series_from"), map.Text("area"), map.Text("period"), map.Text("value"), map.TextOr("numerator"), map.TextOr("denominator"),
            map.TextOr("unit"), map.TextOr("unit_from"), map.Texts("dimensions"), Conditions(map, "when"));
        if (made.Series is null == made.SeriesFrom is null) map.Fault("series", "or 'series_from' must be given: one of the two.");
        return made;
    }
}
