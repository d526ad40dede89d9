using System.Globalization;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Trust;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.People;

/// <summary>A measure of people made ready for its page.</summary>
/// <param name="Picture">What was drawn.</param>
/// <param name="Headline">What it comes to.</param>
/// <param name="Figures">Its figures for everyone.</param>
/// <param name="Charts">The curve of demand if it has one, then a chart a breakdown.</param>
/// <param name="Tables">Breakdowns that cannot be drawn, every figure of them being withheld.</param>
internal sealed record PeopleView(PeoplePicture Picture, PeopleHeadline Headline, IReadOnlyList<FigureView> Figures, IReadOnlyList<ChartView> Charts, IReadOnlyList<TableView> Tables)
{
    public static PeopleView Of(PeoplePicture picture, IReadOnlyList<CohortText> shown)
    {
        List<ChartView> charts = [];
        List<TableView> tables = [];
        if (PeopleCharts.Lorenz(picture) is { } curve) charts.Add(curve);
        charts.AddRange(EachCharts.Of(picture));
        if (picture.Measure.Shows == PeopleShows.Expected) charts.AddRange(ExpectedCharts.Of(picture, shown));
        if (picture.Measure.Adjust.Count > 0) charts.AddRange(shown.Select(by => RelativeCharts.Of(picture, by)).OfType<ChartView>());
        charts.AddRange(FactorCharts.Of(picture));
        if (picture.Measure.Shows == PeopleShows.Factors) tables.Add(FactorCharts.Everything(picture));
        foreach (CohortText by in shown.Where(b => !ExpectedCharts.Has(picture, b.Written) && !EachCharts.Has(picture, b.Written)))
        {
            if (PeopleCharts.Groups(picture, by) is { } chart) charts.Add(chart);
            else if (picture.Rows.Where(r => r.By == by.Written).ToList() is { Count: > 0 } rows) tables.Add(PeopleTable.Of(picture, PeopleCharts.First(by), rows, $"{picture.Measure.Title} by {by.InWords}"));
        }
        return new(picture, PeopleHeadline.Of(picture), [.. FiguresOf(picture)], charts, tables);
    }

    public static Source SourceOf(PeoplePicture picture) => new(picture.Origin, $"{picture.Records}. Definition: {picture.Measure.Source}");

    private static IEnumerable<FigureView> FiguresOf(PeoplePicture picture)
    {
        PeopleRow all = picture.All;
        foreach (FigureView figure in Commonest(picture).Concat(FactorCharts.Figures(picture))) yield return figure;
        FigureView Figure(string label, string value, string detail, string? method = null) => new(label, value, detail, Why(picture, method));
        PeopleHeadline says = PeopleHeadline.Of(picture);
        foreach (FigureView figure in ExpectedFigures(picture)) yield return figure;
        if (picture.Measure.Shows is PeopleShows.Outcome or PeopleShows.Return or PeopleShows.Reoffending or PeopleShows.Persistence) yield return Figure("Share", says.Value, says.Meaning, "wilson");
        if (all.Events is { } events) yield return Figure(picture.Measure.Shows == PeopleShows.Spells ? "Spells" : PeopleCharts.Capital(PeopleHeadline.EventsOf(picture.Measure)), PeopleHeadline.Count(events), all.With is { IsWithheld: false } with ? $"of {with} people" : "");
        foreach (TopShare top in all.Concentration?.Top ?? [])
            yield return Figure(string.Create(CultureInfo.InvariantCulture, $"Held by the top {top.PerCent}% of people"), PeopleHeadline.Share(top.Share), $"{top.Events} of {all.Events}, by {top.People} people");
        if (all.Median is { } median && picture.Measure.Shows != PeopleShows.Where) yield return Figure("Median", PeopleHeadline.Number(median), $"{UnitOf(picture)} the mean is {PeopleHeadline.Number(all.Mean)}");
        if (picture.Measure.Shows == PeopleShows.Expected) yield return Figure("Entries compared", $"{all.People}", LeftOut(all).Replace("not known", "without a score", StringComparison.Ordinal));
        else yield return Figure(picture.Measure.Shows == PeopleShows.People ? "People" : "People counted", $"{all.People}", LeftOut(all));
    }

    // What was observed, what was expected, and whether the score holds.
    private static IEnumerable<FigureView> ExpectedFigures(PeoplePicture picture)
    {
        if (picture.All.Expected is not { } expected) yield break;
        string N(Protected<double> figure, string format) => PeopleHeadline.Number(figure, format);
        yield return new("Observed over expected", N(expected.Ratio, "0.00"), $"{picture.All.With} reoffended, {N(expected.Number, "N0")} were expected to; 95% interval {N(expected.Lower, "0.00")} to {N(expected.Upper, "0.00")}", Why(picture, "expected-reoffending"));
        if (picture.Holding is not { } holding) yield break;
        yield return new("Calibration in the large", $"{N(holding.InTheLarge.Value, "0.00")}", $"0 is perfect; 95% interval {N(holding.InTheLarge.Lower, "0.00")} to {N(holding.InTheLarge.Upper, "0.00")}", Why(picture, "observed-and-expected"));
        yield return new("Calibration slope", $"{N(holding.Slope.Value, "0.00")}", $"1 is perfect; 95% interval {N(holding.Slope.Lower, "0.00")} to {N(holding.Slope.Upper, "0.00")}", Why(picture, "observed-and-expected"));
        yield return new("Area under the curve", $"{N(holding.Area.Value, "0.00")}", $"0.5 is chance; 95% interval {N(holding.Area.Lower, "0.00")} to {N(holding.Area.Upper, "0.00")}", Why(picture, "observed-and-expected"));
    }

    // Of many things asked, the few that most people have.
    private static IEnumerable<FigureView> Commonest(PeoplePicture picture) =>
        picture.Rows.Where(r => r.By == EachCharts.ByEach && r.Share?.Value is not null && picture.Measure.Shows != PeopleShows.Persistence).OrderByDescending(r => r.Share!.Value.Value).Take(3)
            .Select(r => new FigureView(r.Each, PeopleHeadline.Share(r.Share), $"{r.With} of {r.People} people; 95% interval {PeopleHeadline.Range(r.Share)}",
                new Why($"{picture.Definition} Version {picture.Measure.Version}.", [$"People: {r.People}", $"Of them, counted: {r.With}", picture.Rules.Label], picture.Period, SourceOf(picture), "prevalence")));

    private static string LeftOut(PeopleRow all) => all.LeftOut switch
    {
        null or { Shown: 0 } => "nobody left out",
        { IsWithheld: true } => "the number left out is small or withheld",
        { } left => $"{left} left out: not known or not followed for long enough",
    };

    private static string UnitOf(PeoplePicture picture) => picture.Measure.Shows == PeopleShows.Spells ? "days;" : picture.Measure.Unit.Length > 0 ? $"{picture.Measure.Unit};" : "";

    private static Why Why(PeoplePicture picture, string? method)
    {
        PeopleRow all = picture.All;
        List<string> inputs = [$"People: {all.People}"];
        if (all.With is { } with) inputs.Add($"Of them, counted: {with}");
        if (all.LeftOut is { } left) inputs.Add($"Left out: {left}");
        if (all.Share?.Interval is { } interval) inputs.Add($"Interval: {interval.Method}, 95%");
        inputs.Add(picture.Rules.Label);
        return new($"{picture.Definition} Version {picture.Measure.Version}.", inputs, picture.Period, SourceOf(picture), method);
    }
}
