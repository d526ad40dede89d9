using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Picture;

/// <summary>All that the page of one measure shows, drawn from one picture.</summary>
internal sealed record MeasureView(AreaPicture Drawn, string Finding, IReadOnlyList<FigureView> Figures, IReadOnlyList<ChartView> Charts, string? NoFunnel, Source Source)
{
    /// <summary>The breakdown where it is a table and no chart.</summary>
    public TableView? Broken { get; init; }

    public AreaMeasure Measure => Drawn.Measure;

    public bool IsNotLocal => Drawn.Areas.All(a => Wordings.IsNation(a.Code));

    /// <summary>What the place's areas are on a map of, if of anything.</summary>
    public string? MapHref => Drawn.Map.Kind switch
    {
        "local-authority" when Drawn.Areas.Count > 1 => $"/areas?measure={Measure.Id}",
        "lsoa" => $"/areas/small?measure={Measure.Id}",
        _ => null,
    };

    /// <summary>Caught figures, an area a line.</summary>
    public IEnumerable<(string Area, string Periods, string Says)> Caught =>
        Drawn.Caught.GroupBy(c => c.Area).Select(g => (g.First().AreaName, g.Count() == 1 ? g.First().Period : $"{g.Count()} periods, {g.First().Period} to {g.Last().Period}; in the last", g.Last().Says));

    public bool IsOfOthers(IncompletePeriod incomplete) => incomplete.Areas.Count > 0 && !incomplete.Areas.Any(c => Drawn.Areas.Any(a => a.Code == c));

    public IReadOnlyList<Download> Downloads => MeasureTables.Downloads(Drawn, "figures");

    public TableView Loads => new(
        "Loads the figures come from", [new("Feed"), new("File"), new("Load", true), new("Taken in")],
        [.. Drawn.Loads.Select(l => Row.Of(l.Feed, l.FileName, $"{l.Load}", l.TakenInAt.Length >= 10 ? l.TakenInAt[..10] : l.TakenInAt))]);

    public static MeasureView Of(AreaPicture picture, Geography? geography)
    {
        FigureFormat format = FigureFormat.Of(picture);
        Source source = MeasureFigures.SourceOf(picture);
        ChartView?[] charts = [MeasureCharts.Broken(picture, format, source), MeasureCharts.OverTime(picture, format, source), MeasureCharts.Compared(picture, format, source), MeasureCharts.Fifths(picture, source), MeasureFunnel.Of(picture, format, source, geography)];
        return new(picture, MeasureFinding.Of(picture, format), MeasureFigures.Of(picture, format, source), [.. charts.OfType<ChartView>()], picture.Areas.Count > 1 ? picture.NoFunnel : null, source) { Broken = MeasureTables.Broken(picture, format) };
    }
}
