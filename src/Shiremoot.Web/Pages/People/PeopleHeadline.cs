using System.Globalization;
using Shiremoot.Picture;
using Shiremoot.Trust;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.People;

/// <summary>What a measure of people comes to: one figure, and what it is of. Made of protected figures only.</summary>
/// <param name="Value">The figure as written; "withheld" where it may not be shown.</param>
/// <param name="Meaning">What it is, to be read on from the figure.</param>
internal sealed record PeopleHeadline(string Value, string Meaning)
{
    private const string Withheld = "withheld";
    private static readonly Unit Percent = new("per cent", Suffix: "%", Decimals: 1);

    public static PeopleHeadline Of(PeoplePicture picture)
    {
        PeopleRow all = picture.All;
        PeopleMeasure measure = picture.Measure;
        return measure.Shows switch
        {
            PeopleShows.People => new(Count(all.People), measure.Unit.Length > 0 ? measure.Unit : "people"),
            PeopleShows.Events => new(Count(all.Events), $"{EventsOf(measure)}, of {Count(all.With)} of {all.People} people"),
            PeopleShows.Spells => new(Count(all.Events), all.With is { IsWithheld: false } with
                ? $"spells, of {(with.Shown == all.People.Shown ? "" : $"{with} of ")}{all.People} people{(all.Median?.Shown is null ? "" : $". Half last {Number(all.Median, "N0")} days or less")}"
                : $"number of spells. There are {all.People} people"),
            PeopleShows.Concentration => Top(all) is { } top
                ? new(Share(top.Share), string.Create(CultureInfo.InvariantCulture, $"of {(measure.Unit.Length > 0 ? $"all {measure.Unit} fall on" : "the total falls on")} the {top.PerCent}% of people with the most"))
                : new(Withheld, "share held by the people with the most"),
            PeopleShows.Outcome => new(Share(all.Share), $"of {all.People} people{Interval(all.Share)}"),
            PeopleShows.Reoffending => new(Share(all.Share), string.Create(CultureInfo.InvariantCulture, $"of {all.People} entries, proven within {measure.Reoffending!.ProofMonths} months{Interval(all.Share)}")),
            PeopleShows.Expected => new(Number(all.Expected?.Ratio, "0.00"), $"of what was expected: {all.With} of {all.People} entries reoffended, {Number(all.Expected?.Number, "N0")} were expected to; 95% interval {Number(all.Expected?.Lower, "0.00")} to {Number(all.Expected?.Upper, "0.00")}"),
            PeopleShows.Return => new(Share(all.Share), string.Create(CultureInfo.InvariantCulture, $"of {all.People} people, within {measure.WithinDays:N0} days{Interval(all.Share)}")),
            PeopleShows.Prevalence or PeopleShows.Mix or PeopleShows.Yearly or PeopleShows.Tracker => Commonest(picture),
            PeopleShows.Where => all.Median?.Shown is not null
                ? new($"{Number(all.Median, "N0")} km", $"or less from home, for half of {Count(all.Events)} stays or events of {all.People} people")
                : Commonest(picture),
            PeopleShows.Factors => FactorCharts.Headline(picture),
            PeopleShows.Persistence => new(Share(all.Share), string.Create(CultureInfo.InvariantCulture, $"of the top {measure.Top[0]}% of a year are among them the next{Interval(all.Share)}")),
            _ => new($"{Number(all.Median)} {measure.Unit}".TrimEnd(), $"is the middle value of {all.People} people. The mean is {Number(all.Mean)}"),
        };
    }

    private static PeopleHeadline Commonest(PeoplePicture picture) =>
        picture.Rows.Where(r => r.By == EachCharts.ByEach && r.Share?.Value is not null).MaxBy(r => r.Share!.Value.Value) is { } most
            ? new(Share(most.Share), $"of {most.People} people: {most.Each}, the largest share of any")
            : new(Withheld, "share of each");

    /// <summary>The share nearest the top tenth: the one that is most often quoted.</summary>
    public static TopShare? Top(PeopleRow row) => row.Concentration?.Top.MinBy(t => Math.Abs(t.PerCent - 10));

    /// <summary>What a measure of events counts, in its own words.</summary>
    public static string EventsOf(PeopleMeasure measure) => measure.Unit.Length > 0 ? measure.Unit : "events";

    /// <summary>A count standing alone, "withheld" where the mark would say nothing.</summary>
    public static string Count(ProtectedCount? count) => count is { } c && c.ToString() != ProtectedCount.Mark ? c.ToString() : Withheld;

    public static string Share(ProtectedShare? share) => share?.Value is { } value ? Written.As(100 * value, Percent) : Withheld;

    public static string Number(Protected<double>? figure, string format = "N1") => figure?.Shown is { } shown ? shown.ToString(format, CultureInfo.InvariantCulture) : Withheld;

    public static string Range(ProtectedShare? share) =>
        share?.Interval is { } i ? $"{Written.As(100 * i.Lower, Percent)} to {Written.As(100 * i.Upper, Percent)}" : "none";

    private static string Interval(ProtectedShare? share) => share?.Interval is null ? "" : $"; 95% interval {Range(share)}";
}
