using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Picture.Areas;

/// <summary>Catches a whole whose published rate cannot be a rate of its parts, and leaves it out.</summary>
static class Wholes
{
    private static readonly AreaKind[][] PartKinds = [[AreaKind.Region], [AreaKind.PoliceForce], [AreaKind.LocalAuthority, AreaKind.County]];

    public static IReadOnlyList<CaughtFigure> Catch(AreaMeasure measure, FigureSource figures, Place place, Geography geography, AreasShown areas)
    {
        if (measure.MayBeAdded || measure.Value is null) return [];
        HashSet<string> there = [.. figures.Lead.Rows.Areas];
        List<CaughtFigure> caught = [];
        foreach (string whole in place.Comparators.Concat(place.Areas).Select(a => a.Code).Distinct().Where(there.Contains))
        {
            string[][] parts = [.. PartKinds.Select(kinds => kinds.SelectMany(k => geography.Children(whole, k)).Select(a => a.Code).Where(there.Contains).ToArray())];
            foreach (SeriesPeriod period in figures.Periods)
            {
                double value = figures.At(whole, period, "").Value;
                RateOfParts? wrong = parts.Select(p => RateOfParts.Check(value, [.. p.Select(code => figures.At(code, period, "").Value)])).FirstOrDefault(c => c.CannotBeRate);
                if (wrong is null) continue;
                figures.LeaveOut(whole, period);
                caught.Add(new CaughtFigure(PeriodLabels.Of(period, measure.Periods), whole, areas.NameOf(whole), value, wrong.Says));
            }
        }
        return caught;
    }
}
