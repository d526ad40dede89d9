using Shiremoot.Storage;

namespace Shiremoot.Intake.Feeds;

/// <summary>Which columns a feed's outputs name, so that a column need not be described only to be used as plain text.</summary>
static class ColumnUse
{
    /// <summary>Columns that are used but not described, in order of first use.</summary>
    public static IEnumerable<string> Undeclared(Feed feed)
    {
        HashSet<string> known = [.. feed.Columns.Select(c => c.Name)];
        return All(feed).Where(known.Add).ToArray();
    }

    /// <summary>True if a key that takes a column's name was left without one.</summary>
    public static bool NamesNothing(Feed feed) => All(feed).Contains("");

    /// <summary>A derived column may only use columns described before it.</summary>
    public static void CheckOrder(MapNode map, Feed feed)
    {
        HashSet<string> later = [.. feed.Columns.Select(c => c.Name)];
        foreach (FeedColumn column in feed.Columns)
        {
            foreach (string used in column.Source.Inputs)
                if (later.Contains(used)) map.Fault("columns", $"describes '{column.Name}' from '{used}', which must be described before it.");
            if (!later.Remove(column.Name)) map.Fault("columns", $"describes '{column.Name}' twice.");
        }
    }

    private static IEnumerable<string> All(Feed feed)
    {
        IEnumerable<string?> record = feed.Record is { } r
            ? [r.Person, r.Forename, r.MiddleNames, r.Surname, r.BirthDate, r.Sex, r.Ethnicity, r.Postcode, .. r.Identifiers.Select(i => i.Column), .. r.Attributes, .. Of(r.When)]
            : [];
        IEnumerable<string?> events = feed.Events.SelectMany(e => new string?[]
        {
            e.KindFrom, e.Person, e.Start, e.End, e.Offence, e.Disposal, e.Provider, e.Area, e.Amount, e.Reference, e.Follows,
        }.Concat(e.Attributes).Concat(Of(e.When)));
        IEnumerable<string?> statistics = feed.Statistics.SelectMany(s => new string?[]
        {
            s.SeriesFrom, s.Area, s.Period, s.Value, s.Numerator, s.Denominator, s.UnitFrom,
        }.Concat(s.Dimensions).Concat(Of(s.When)));
        return record.Concat(events).Concat(statistics).Concat(feed.Key).Concat(Of(feed.Keep)).Concat(feed.Columns.Select(c => c.Name)).Concat(feed.Columns.SelectMany(c => c.Source.Inputs))
            .Where(name => name is not null).Cast<string>();

        static IEnumerable<string> Of(IEnumerable<FeedCondition> conditions) => conditions.Select(c => c.Column);
    }
}
