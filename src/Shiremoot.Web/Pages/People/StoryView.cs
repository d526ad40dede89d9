using System.Globalization;
using NodaTime;
using Shiremoot.Economics;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.People;

/// <summary>A story drawn as lanes over time, one for each kind of event, with the same events as a table.</summary>
internal sealed record StoryView(string Headline, IReadOnlyList<StoryLane> Lanes, IReadOnlyList<(double X, string Year)> Years, double Height, TableView Table, Origin Origin)
{
    /// <summary>What it cost, by agency and year; null where nothing was priced.</summary>
    public TableView? Costs { get; init; }

    /// <summary>Why nothing was priced.</summary>
    public Refusal? NotCosted { get; init; }

    public const double Width = 900, LabelWidth = 240, LaneHeight = 26, Top = 30, Margin = 12;

    public string ViewBox => string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {Height}");

    public static StoryView Of(IReadOnlyList<ToldEvent> events, Origin origin, PersonCosts? costs)
    {
        ToldEvent[] dated = [.. events.Where(e => e.Start is not null)];
        int first = dated.Length == 0 ? 0 : dated.Min(e => Number(e.Start!.Value)), last = dated.Length == 0 ? 1 : dated.Max(e => Number(e.End ?? e.Start!.Value));
        double Scale(int day) => LabelWidth + Margin + ((day - first) * (Width - LabelWidth - (2 * Margin)) / Math.Max(1.0, last - first));
        StoryLane[] lanes = [.. dated.GroupBy(e => (e.Stage, e.Kind)).OrderBy(g => g.Min(e => Number(e.Start!.Value))).Select((g, i) => new StoryLane(g.Key.Kind, g.Key.Stage, Top + (i * LaneHeight), [.. g.Select(e => Mark(e, Scale))]))];
        string headline = dated.Length == 0
            ? "The records give no day of anything"
            : string.Create(CultureInfo.InvariantCulture, $"{events.Count} events from {dated.Min(e => e.Start):MMMM uuuu} to {dated.Max(e => e.Start):MMMM uuuu}{Ages(dated)}");
        return new StoryView(headline, lanes, Marks(first, last, Scale), Top + (Math.Max(1, lanes.Length) * LaneHeight) + Margin, TableOf(events, costs), origin) { Costs = costs is null ? null : CostsOf(costs) };
    }

    private static string Ages(ToldEvent[] dated)
    {
        int[] ages = [.. dated.Where(e => e.Age is not null).Select(e => e.Age!.Value)];
        return ages.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", aged {ages.Min()} to {ages.Max()}");
    }

    private static StoryMark Mark(ToldEvent e, Func<int, double> scale)
    {
        double from = scale(Number(e.Start!.Value)), until = e.End is { } end ? scale(Number(end)) : from;
        string when = e.End is null ? Written(e.Start) : $"{Written(e.Start)} to {Written(e.End)}";
        return new StoryMark(from, until, $"{e.Kind}, {when}{(e.Said.Length > 0 ? $": {e.Said}" : "")}");
    }

    private static List<(double, string)> Marks(int first, int last, Func<int, double> scale)
    {
        (int from, int until) = (Days.Date(first).Year, Days.Date(last).Year);
        int step = Math.Max(1, (until - from + 9) / 10);
        List<(double, string)> years = [];
        for (int year = from; year <= until; year += step)
            if (Number(new LocalDate(year, 1, 1)) is var day && day >= first) years.Add((scale(day), year.ToString(CultureInfo.InvariantCulture)));
        return years;
    }

    private static TableView TableOf(IReadOnlyList<ToldEvent> events, PersonCosts? costs) => new("What happened",
        [new("Day"), new("Until"), new("Age", true), new("What"), new("Stage"), new("As known"), new("Recorded by"), .. costs is null ? (Column[])[] : [new("Cost", true), new("Borne by")]],
        [.. events.Select((e, i) => new Row([e.Start is null ? "not known" : Written(e.Start), e.End is null ? "" : Written(e.End), e.Age?.ToString(CultureInfo.InvariantCulture) ?? "", e.Kind, e.Stage, e.Said, e.Agency, .. Cost(costs, i)]))])
    { CaptionHidden = true };

    private static Cell[] Cost(PersonCosts? costs, int at) => costs is null ? [] : costs.ByEvent[at] is { } cost
        ? [Pounds(cost.Pounds), $"{string.Join(", ", cost.BorneBy.Select(b => b.Agency))}: {cost.Sum}"]
        : ["", ""];

    private static TableView CostsOf(PersonCosts costs) => new($"What it cost, at {costs.PriceYear} prices", [new("Agency"), .. costs.Years.Select(y => new Column(y, true)), new("Total", true)],
        [
            .. costs.Agencies.Select(a => new Row([a, .. costs.Years.Select(y => (Cell)Pounds(costs.Of(a, y))), Pounds(costs.Of(a))])),
            new Row(["Total", .. costs.Years.Select(y => (Cell)Pounds(costs.Of(null, y))), Pounds(costs.Total)], IsTotal: true),
        ])
    { CaptionHidden = true, Notes = costs.Notes };

    private static string Pounds(decimal pounds) => pounds == 0 ? "" : pounds.ToString("£#,##0.00", CultureInfo.InvariantCulture);

    private static string Written(LocalDate? day) => day?.ToString("d MMM uuuu", CultureInfo.InvariantCulture) ?? "";

    private static int Number(LocalDate day) => Days.Number(day);
}

/// <summary>The events of one kind, on a line of their own.</summary>
internal sealed record StoryLane(string Kind, string Stage, double Y, IReadOnlyList<StoryMark> Marks);

/// <summary>An event: a dot, or a bar where it lasted.</summary>
internal sealed record StoryMark(double From, double Until, string Says)
{
    public bool Lasts => Until - From >= 1;
}
