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
                facts.Add(new(latest.Value, $"{measure.Title}, {latest.Where}, {latest.Period}", measureHref(measure.Id)));
        }
        if (priced is not null && !FlowBill.ByAgency(priced).Refused(out _, out IReadOnlyList<AgencyCost>? bearers) && bearers.Count > 0)
            facts.Add(new(CostWords.Short(bearers[0].Cost), $"falls on {bearers[0].Agency}, the most of any, of the flows that are priced; {priced.Costs.Year} prices", "/costs"));
        if (facts.Count == 0) return new([], ["Not known: none of the statistics that the measures need has been taken in."]);
        return new(facts, ["Not known: what must change. No priorities have been recorded."]);
    }

    private static PlaceCosts? Priced(Shire shire) =>
        shire.UnitCosts.Then(costs => shire.PriceFlows(CostWords.UsualYear(costs.Deflator))).Refused(out _, out PlaceCosts? priced) ? null : priced;

    // The place's areas together where they may be added; otherwise the range they span, for no single area stands for several.
    private static (string Value, string Period, string Where)? Latest(AreaPicture picture)
    {
        if (picture.Totals.LastOrDefault(t => t.Figure.Value is not null && t.AreasWithFigure == picture.Areas.Count) is { } total)
            return (Number(picture.Measure, total.Figure.Value!.Value), total.Period, picture.Areas.Count == 1 ? picture.Areas[0].Name : $"{picture.Areas.Count} areas together");
        AreaStanding[] known = [.. picture.Standings.Where(s => s.Figure.Value is not null).OrderBy(s => s.Figure.Value)];
        if (known.Length == 0 || picture.ComparedIn is not { } period) return null;
        (AreaStanding low, AreaStanding high) = (known[0], known[^1]);
        return known.Length == 1
            ? (Number(picture.Measure, low.Figure.Value!.Value), period, low.AreaName)
            : ($"{Number(picture.Measure, low.Figure.Value!.Value)} to {Number(picture.Measure, high.Figure.Value!.Value)}", period, $"least in {low.AreaName}, most in {high.AreaName}");
    }

    // The title of a rate says what it is per; the number stands alone.
    private static string Number(AreaMeasure measure, double value) => measure.Kind switch
    {
        AreaValueKind.Money => CostWords.Short(new((decimal)value)),
        AreaValueKind.Proportion when measure.Per is 1 or 100 => string.Create(CultureInfo.InvariantCulture, $"{value * (measure.Per == 1 ? 100 : 1):0.0}%"),
        AreaValueKind.Count => value.ToString("N0", CultureInfo.InvariantCulture),
        _ => value.ToString("#,##0.#", CultureInfo.InvariantCulture),
    };
}
