using Shiremoot.Picture;
using Shiremoot.Web.Pages.Picture;

namespace Shiremoot.Web.Pages.Areas;

/// <summary>One measure of one area, beside others: a row of the area's spine.</summary>
internal sealed record SpineRow(AreaMeasure Measure, string Period, string Value, string Interval, string Beside, string Similar, AreaRank? Rank, string Trend)
{
    /// <summary>Width of the line on which the rank is drawn.</summary>
    public const double Wide = 150;

    public string RankSays => Rank switch
    {
        null => Measure.MayBeAdded ? "a total: not ranked" : "not ranked",
        { Best: { } best, Worst: { } worst } rank => $"{rank.Position} of {rank.Of} from the highest; could be {best} to {worst}",
        { } rank => $"{rank.Position} of {rank.Of} from the highest; no interval",
    };

    /// <summary>Where the rank lies on the line, from the lowest value at the left to the highest at the right.</summary>
    public double At => Place(Rank!.Position);

    public (double From, double To)? Range => Rank is { Best: { } best, Worst: { } worst } ? (Place(worst), Place(best)) : null;

    public static SpineRow? Of(AreaPicture picture, string area)
    {
        if (picture.Standings.FirstOrDefault(s => s.Area == area) is not { Figure.Value: not null } standing) return null;
        FigureFormat format = FigureFormat.Of(picture);
        Polarity polarity = picture.Measure.Polarity;
        AreaComparison? benchmark = MeasureCharts.Benchmark(picture, standing), similar = standing.Comparisons.FirstOrDefault(c => c.With == ComparedWith.SimilarTogether);
        return new(picture.Measure, picture.ComparedIn!, format.WithUnit(standing.Figure.Value), format.Range(standing.Figure.Interval),
            benchmark is null ? "" : $"{benchmark.Name}: {Wordings.Beside(benchmark, format, polarity)}", similar is null ? "" : $"{similar.Name}: {Wordings.Beside(similar, format, polarity)}",
            standing.Rank, picture.Trends.FirstOrDefault(t => t.Area == area)?.Says ?? "");
    }

    private double Place(int position) => Rank!.Of < 2 ? Wide / 2 : 5 + ((Rank.Of - position) * (Wide - 10) / (Rank.Of - 1.0));
}
