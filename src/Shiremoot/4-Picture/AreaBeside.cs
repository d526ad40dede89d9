using Shiremoot.Picture.Areas;
using Shiremoot.Picture.Indicators;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>Sets areas beside others in one period: comparisons, rank, funnel and map.</summary>
sealed class AreaBeside(AreaMeasure measure, FigureSource figures, Place place, SimilarAreas? similar)
{
    private const int SimilarShown = 5;
    private const int Classes = 5;
    private readonly string[] among = [.. figures.Lead.Rows.Areas.Where(a => measure.Among.Contains(KindNames.OfCode(a)) || measure.Among.Contains(a))];

    private (SeriesPeriod Period, double[] Values)? inOrder;
    private HashSet<string>? amongSet;

    public AreaStanding StandingOf(PlaceArea area, SeriesPeriod period, AreaFigure figure) => new()
    {
        Area = area.Code,
        AreaName = area.Name,
        Figure = figure,
        Rank = measure.MayBeAdded ? null : RankOf(area.Code, period),
        Comparisons = area.Kind == "lsoa" ? [] : Compare(area, period),
    };

    /// <summary>All areas of the kind as a funnel, or why there is none.</summary>
    public (FunnelChart? Chart, string? Why) Funnel(SeriesPeriod period)
    {
        if (measure.Kind is not (AreaValueKind.Rate or AreaValueKind.Proportion)) return (null, "A funnel is for rates and proportions.");
        if (measure.Interval == AreaIntervalMethod.None) return (null, "The counts behind the published rates are not known.");
        FunnelArea[] points = [.. among.Select(a => (Code: a, Parts: figures.At(a, period, "")))
            .Where(a => a.Parts.IsKnown && a.Parts.Denominator > 0 && double.IsFinite(a.Parts.Numerator)).Select(a => new FunnelArea(a.Code, a.Parts.Numerator, a.Parts.Denominator))];
        if (points.Length < 3) return (null, "Fewer than three areas have the counts a funnel needs.");
        return Indicators.Funnel.Draw(measure.Kind == AreaValueKind.Proportion ? FunnelKind.Proportion : FunnelKind.Rate, points, measure.Per).Refused(out Refusal? why, out FunnelChart? chart)
            ? (null, why.Says)
            : (chart, null);
    }

    /// <summary>The place's areas in fifths of all areas of the kind.</summary>
    public AreaMap Map(IReadOnlyList<PlaceArea> shown, SeriesPeriod period, string label)
    {
        double[] all = [.. among.Select(a => figures.At(a, period, "").Value).Where(double.IsFinite).Order()];
        double[] edges = all.Length < Classes ? [] : [.. Enumerable.Range(1, Classes - 1).Select(c => all[(int)Math.Ceiling(c * all.Length / (double)Classes) - 1])];
        return new AreaMap(shown[0].Kind, label, edges, [.. shown.Select(a => Shade(a, figures.At(a.Code, period, "").Value, edges))]);
    }

    private static AreaShade Shade(PlaceArea area, double value, double[] edges) =>
        double.IsFinite(value) ? new(area.Code, area.Name, value, 1 + edges.Count(e => value > e)) : new(area.Code, area.Name, null, 0);

    private AreaRank? RankOf(string area, SeriesPeriod period)
    {
        FigureParts mine = figures.At(area, period, "");
        if (!mine.IsKnown) return null;
        if (measure.Interval == AreaIntervalMethod.None) return RankByValue(area, mine.Value, period);
        Interval? around = AreaFigures.Interval(measure, mine, Confidence.Usual);
        int above = 0, of = 1, surelyAbove = 0, surelyBelow = 0;
        bool hasIntervals = around is not null;
        foreach (string other in among)
        {
            if (other == area) continue;
            FigureParts theirs = figures.At(other, period, "");
            if (!theirs.IsKnown) continue;
            of++;
            if (theirs.Value > mine.Value) above++;
            if (!hasIntervals || AreaFigures.Interval(measure, theirs, Confidence.Usual) is not { } range) continue;
            if (range.Lower > around!.Value.Upper) surelyAbove++;
            if (range.Upper < around.Value.Lower) surelyBelow++;
        }
        return of < 2 ? null : new AreaRank(above + 1, of, hasIntervals ? surelyAbove + 1 : null, hasIntervals ? of - surelyBelow : null);
    }

    // Without intervals a rank needs only the values in order: one sort for all areas, where a walk for each of 1,700 among 34,000 takes half a minute.
    private AreaRank? RankByValue(string area, double mine, SeriesPeriod period)
    {
        if (inOrder?.Period != period) inOrder = (period, [.. among.Select(a => figures.At(a, period, "")).Where(f => f.IsKnown).Select(f => f.Value).Order()]);
        amongSet ??= [.. among];
        double[] all = inOrder!.Value.Values;
        int of = all.Length + (amongSet.Contains(area) ? 0 : 1), notAbove = 0;
        for (int until = all.Length; notAbove < until;)
        {
            int middle = (notAbove + until) / 2;
            if (all[middle] <= mine) notAbove = middle + 1;
            else until = middle;
        }
        return of < 2 ? null : new AreaRank(all.Length - notAbove + 1, of, null, null);
    }

    private AreaComparison[] Compare(PlaceArea area, SeriesPeriod period)
    {
        FigureParts mine = figures.At(area.Code, period, "");
        List<AreaComparison> list = [];
        foreach (PlaceArea other in place.Comparators.Where(c => c.Code != area.Code && figures.Lead.Rows.Areas.Contains(c.Code)))
            list.Add(With(ComparedWith.Chosen, other.Code, other.Name, mine, figures.At(other.Code, period, "").Value));
        if (measure.MayBeAdded) return [.. list];

        if (Together([.. among.Select(a => figures.At(a, period, ""))]) is { } all && among.Length > 2)
            list.Add(With(ComparedWith.All, "", $"all {among.Length} areas of this kind together", mine, all));
        SimilarArea[] alike = Alike(area);
        if (alike.Length > 0)
        {
            FigureParts[] theirs = [.. alike.Select(s => figures.At(s.Area.Code, period, ""))];
            double together = Together(theirs) ?? Median([.. theirs.Where(t => t.IsKnown).Select(t => t.Value)]);
            string how = Together(theirs) is null ? "median of the" : "the";
            list.Add(With(ComparedWith.SimilarTogether, "", $"{how} {alike.Length} most similar areas", mine, together));
            list.AddRange(alike.Zip(theirs, (s, t) => With(ComparedWith.Similar, s.Area.Code, s.Area.Name, mine, t.Value)));
        }
        return [.. list];
    }

    private SimilarArea[] Alike(PlaceArea area)
    {
        // Asked for more than are shown, since some similar areas have no figure in the series.
        if (similar is null || similar.NearestTo(area.Code, 4 * SimilarShown).Refused(out _, out IReadOnlyList<SimilarArea>? found)) return [];
        return [.. found.Where(s => figures.Lead.Rows.Areas.Contains(s.Area.Code)).Take(SimilarShown)];
    }

    // The rate of several areas together, from their counts; null unless every count is known.
    private double? Together(FigureParts[] parts)
    {
        FigureParts[] known = [.. parts.Where(p => p.IsKnown)];
        if (known.Length == 0 || measure.Kind == AreaValueKind.Score || known.Any(p => !double.IsFinite(p.Numerator) || !(p.Denominator > 0))) return null;
        return known.Sum(p => p.Numerator) / known.Sum(p => p.Denominator) * measure.Per;
    }

    private AreaComparison With(ComparedWith kind, string code, string name, FigureParts mine, double value)
    {
        if (!double.IsFinite(value)) return new(kind, code, name, null, null, $"no figure is shown for {name}");
        if (!mine.IsKnown) return new(kind, code, name, value, null, "the area has no figure");
        if (measure.MayBeAdded) return new(kind, code, name, value, null, "a total follows the size of the area: set beside it, not compared");
        Standing? standing = AreaFigures.Standing(measure, mine, value);
        string says = standing switch
        {
            null => "no interval can be made, so a difference cannot be told from chance",
            Standing.Similar => $"not statistically different from {name}",
            Standing.Lower => $"lower than {name} (95%)",
            Standing.FarLower => $"lower than {name} (99.8%)",
            Standing.Higher => $"higher than {name} (95%)",
            _ => $"higher than {name} (99.8%)",
        };
        return new(kind, code, name, value, standing, says);
    }

    private static double Median(double[] values)
    {
        if (values.Length == 0) return double.NaN;
        Array.Sort(values);
        int middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
