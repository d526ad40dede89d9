using System.Globalization;
using Shiremoot.Economics;
using Shiremoot.Picture;
using Shiremoot.Terms;
using Shiremoot.Web.Pages.Costs;

namespace Shiremoot.Web.Pages;

/// <summary>A few figures of the local picture for the front page: the flows the place prices come first, for it has marked them as mattering.</summary>
internal static class PictureFacts
{
    private const int Most = 3;

    public static Known Of(Shire shire, Func<string, string?> measureHref)
    {
        if (shire.Measures.Refused(out Refusal? why, out PlaceMeasures? measures)) return new([], [why.Says]);
        if (measures.OfAreas.Count == 0) return new([], ["Not known: this place has no measures of areas."]);
        PlaceCosts? priced = Priced(shire);
        string[] first = [.. (priced?.Flows.Priced ?? []).Select(f => f.Measure).Distinct()];
        List<Fact> facts = [];
        foreach (AreaMeasure measure in measures.OfAreas.OrderBy(m => Array.IndexOf(first, m.Id) is var at && at >= 0 ? at : int.MaxValue))
        {
            if (facts.Count == Most) break;
            if (!shire.DrawAreas(measure, AreaQuestion.Plain).Refused(out _, out AreaPicture? picture) && Latest(picture) is { } latest)
                facts.Add(new(Number(measure, latest.Value), $"{measure.Title}, {latest.Where}, {latest.Period}", measureHref(measure.Id)));
        }
        if (priced is not null && !FlowBill.ByAgency(priced).Refused(out _, out IReadOnlyList<AgencyCost>? bearers) && bearers.Count > 0)
            facts.Add(new(CostWords.Short(bearers[0].Cost), $"is what the flows that are priced cost {bearers[0].Agency.ToLowerInvariant()}, the largest share, at {priced.Costs.Year} prices", "/costs"));
        if (facts.Count == 0) return new([], ["Not known: none of the statistics that the measures need has been taken in."]);
        return new(facts, ["Not known: what must change. No priorities have been recorded."]);
    }

    private static PlaceCosts? Priced(Shire shire) =>
        shire.UnitCosts.Then(costs => shire.PriceFlows(CostWords.UsualYear(costs.Deflator))).Refused(out _, out PlaceCosts? priced) ? null : priced;

    // The place's areas together where they may be added, otherwise its one area; no single area stands for several.
    private static (double Value, string Period, string Where)? Latest(AreaPicture picture)
    {
        if (picture.Totals.LastOrDefault(t => t.Figure.Value is not null && t.AreasWithFigure == picture.Areas.Count) is { } total)
            return (total.Figure.Value!.Value, total.Period, picture.Areas.Count == 1 ? picture.Areas[0].Name : $"{picture.Areas.Count} areas together");
        if (picture.Areas.Count != 1 || picture.Rows.LastOrDefault(r => r.Figure.Value is not null) is not { } row) return null;
        return (row.Figure.Value!.Value, row.Period, row.AreaName);
    }

    private static string Number(AreaMeasure measure, double value) => measure.Kind switch
    {
        AreaValueKind.Money => CostWords.Short(new((decimal)value)),
        AreaValueKind.Proportion when measure.Per is 1 or 100 => string.Create(CultureInfo.InvariantCulture, $"{value * (measure.Per == 1 ? 100 : 1):0.0}%"),
        AreaValueKind.Count => value.ToString("N0", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value:#,##0.#} {measure.Unit}"),
    };
}
