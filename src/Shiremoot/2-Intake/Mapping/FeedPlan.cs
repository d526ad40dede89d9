using System.Text;
using System.Text.RegularExpressions;
using Shiremoot.Terms;

namespace Shiremoot.Intake.Mapping;

/// <summary>A feed bound to the headers of one file: every name turned into a place, so that rows need no look-ups.</summary>
sealed class FeedPlan
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly Feed feed;

    private FeedPlan(Feed feed) => this.feed = feed;

    public required ColumnPlan[] Columns { get; init; }

    public required ConditionPlan[] Keep { get; init; }

    public required int[] Key { get; init; }

    /// <summary>The fields of the file that are unpivoted, with their names; empty: the file is as long as it looks.</summary>
    public required (int Field, byte[] Name)[] Unpivoted { get; init; }

    public RecordPlan? Record { get; private set; }

    public EventPlan[] Events { get; private set; } = [];

    public StatisticPlan[] Statistics { get; private set; } = [];

    public required IReadOnlyList<string> Notes { get; init; }

    public string NameOf(int column) => Columns[column].Name;

    /// <summary>Binds a feed to a file's headers; refused when columns the feed needs are not there.</summary>
    public static Outcome<FeedPlan> Bind(Feed feed, IReadOnlyList<string> headers, Func<string, string, string?> areas, NodaTime.LocalDate today)
    {
        Outcome<FieldPlaces> bound = FieldPlaces.Find(feed, headers);
        if (bound.Refused(out Refusal? why, out FieldPlaces? fields)) return why;
        Dictionary<string, int> places = [];
        for (int i = 0; i < feed.Columns.Count; i++) places[feed.Columns[i].Name] = i;
        ColumnPlan[] columns = [.. feed.Columns.Select((c, i) => new ColumnPlan(c, fields.Of[i], [.. c.Source.Inputs.Select(n => places[n])], ValueReading.For(c.Name == feed.Record?.BirthDate ? c with { Latest = c.Latest ?? today } : c, areas, today)))];
        FeedPlan plan = new(feed)
        {
            Columns = columns,
            Keep = [.. feed.Keep.Select(k => new ConditionPlan(k, places[k.Column]))],
            Key = [.. feed.Key.Select(k => places[k])],
            Unpivoted = [.. fields.Unpivoted.Select(f => (f, Encoding.UTF8.GetBytes(headers[f])))],
            Notes = fields.Notes,
        };
        foreach ((string name, int at) in places) plan.places[name] = at;
        plan.MakeOutputs();
        int parts = Math.Max(1, plan.Unpivoted.Length) * (plan.Events.Length + plan.Statistics.Length + 1);
        return parts > Storage.RowId.MaxParts ? Refusals.TooManyParts(feed.Id, parts) : plan;
    }

    private void MakeOutputs()
    {
        byte[] agency = Encoding.UTF8.GetBytes(feed.Agency);
        if (feed.Record is { } r)
        {
            Record = new RecordPlan(
                agency, At(r.Person), [At(r.Forename), At(r.MiddleNames), At(r.Surname)], At(r.BirthDate), [At(r.Sex), At(r.Ethnicity), At(r.Postcode)],
                new(r.Identifiers.Select(i => (At(i.Column), i.Kind, KeptAs.Text))), Map(r.Attributes), When(r.When));
        }
        Events = [.. feed.Events.Select(e => new EventPlan(
            agency, TextFrom.Of(e.Kind, At(e.KindFrom)), At(e.Person), At(e.Start), At(e.End), [At(e.Offence), At(e.Disposal), At(e.Provider), At(e.Area)],
            At(e.Amount), [At(e.Reference), At(e.Follows)], Map(e.Attributes), When(e.When)))];
        Statistics = [.. feed.Statistics.Select(s => new StatisticPlan(
            TextFrom.Of(s.Series, At(s.SeriesFrom)), At(s.Area), At(s.Period), At(s.Value), At(s.Numerator), At(s.Denominator),
            TextFrom.Of(s.Unit, At(s.UnitFrom)), Map(s.Dimensions.Order(StringComparer.Ordinal)), When(s.When)))];
    }

    private int At(string? name) => name is null ? -1 : places[name];

    private ConditionPlan[] When(IReadOnlyList<FeedCondition> conditions) => [.. conditions.Select(c => new ConditionPlan(c, places[c.Column]))];

    private AttributeWriting Map(IEnumerable<string> names) => new(names.Select(n => (At(n), n, feed.Columns[At(n)].Type switch
    {
        ColumnType.Whole => KeptAs.Whole,
        ColumnType.Number => KeptAs.Number,
        _ => KeptAs.Text,
    })));
}

/// <summary>Where each column of a feed stands in a file.</summary>
sealed record FieldPlaces(int[] Of, int[] Unpivoted, IReadOnlyList<string> Notes)
{
    public static Outcome<FieldPlaces> Find(Feed feed, IReadOnlyList<string> headers)
    {
        Dictionary<string, int> byName = [];
        for (int i = 0; i < headers.Count; i++) byName.TryAdd(headers[i], i);
        int[] unpivoted = feed.Unpivot is { } u ? UnpivotedFields(u, headers) : [];
        int[] of = new int[feed.Columns.Count];
        List<string> lacking = [];
        HashSet<int> used = [.. unpivoted];
        for (int i = 0; i < of.Length; i++)
        {
            of[i] = FieldOf(feed.Columns[i].Source, byName, headers.Count);
            if (of[i] >= 0) used.Add(of[i]);
            if (of[i] < 0 && feed.Columns[i].Source is ColumnSource.Header or ColumnSource.Position) lacking.Add(Lacking(feed.Columns[i], headers));
        }
        if (feed.Unpivot is not null && unpivoted.Length == 0) lacking.Add("the columns to unpivot: none of the file's headers fits");
        if (lacking.Count > 0) return Refusals.MissingColumns(feed.Id, lacking);
        string[] extra = [.. Enumerable.Range(0, headers.Count).Where(i => !used.Contains(i)).Select(i => headers[i])];
        string[] notes = extra.Length == 0 ? [] : [$"{extra.Length} columns of the file are not used by the feed: {string.Join(", ", extra.Take(12))}{(extra.Length > 12 ? " …" : "")}"];
        return new FieldPlaces(of, unpivoted, notes);
    }

    private static int FieldOf(ColumnSource source, Dictionary<string, int> byName, int count) => source switch
    {
        ColumnSource.Header header => header.Names.Select(n => byName.GetValueOrDefault(n.Trim(), -1)).FirstOrDefault(i => i >= 0, -1),
        ColumnSource.Position position => position.Number >= 1 && position.Number <= count ? position.Number - 1 : -1,
        _ => -1,
    };

    private static string Lacking(FeedColumn column, IReadOnlyList<string> headers) => column.Source is ColumnSource.Position position
        ? $"column {position.Number}: the file has {headers.Count} columns"
        : $"'{string.Join("' or '", ((ColumnSource.Header)column.Source).Names)}' is not among the headers.{Storage.Spelling.Suggest(column.Name, headers)}";

    private static int[] UnpivotedFields(FeedUnpivot unpivot, IReadOnlyList<string> headers)
    {
        Regex? pattern = unpivot.Pattern is null ? null : new Regex($"^(?:{unpivot.Pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        return [.. Enumerable.Range(0, headers.Count).Where(i => pattern?.IsMatch(headers[i]) ?? unpivot.Columns.Contains(headers[i]))];
    }
}
