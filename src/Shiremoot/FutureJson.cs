using Shiremoot.Futures;

namespace Shiremoot;

/// <summary>An answer about the future as the document that --json and the API give.</summary>
public static class FutureJson
{
    public static object Of(FutureAnswer answer) => new
    {
        scenario = answer.Scenario is { } s ? new { s.Id, s.Title, s.Says, s.Answers, s.Source, numbers = s.Numbers.Select(n => new { n.Name, n.Title, n.Value, n.Low, n.High, n.Evidence, n.Source, assumption = n.IsAssumption }) } : null,
        asked = new { answer.Asked.Years, warm_up_years = answer.Asked.WarmUpYears, answer.Asked.Runs, answer.Asked.Worlds, answer.Asked.Seed },
        engine = "people",
        origin_says = FutureTables.Label,
        price_year = answer.PriceYear,
        measures = answer.Lines.Select(Line),
        groups = answer.ByHome.Prepend(answer).SelectMany(a => a.Lines.Select(l => new { l.Id, a.CountedBy, by = a.ByGroup(l.Id) })).Where(l => l.by.Count > 0).Select(l => new { l.Id, counted_by = l.CountedBy, groups = l.by.Select(Line) }),
        stages = answer.Visits.Select(v => new { v.Id, service = v.IsService, baseline = v.Baseline, with = answer.Scenario is null ? (double?)null : v.With }),
        ways = answer.Ways?.Ways.Select(w => new { from = w.From.Id, to = w.To.Id, baseline = w.Baseline, with = answer.Scenario is null ? (double?)null : w.With, change = answer.Scenario is null ? null : Figure(w.Change) }),
        money = answer.Money.Select(Line),
        ledger = answer.Cells.Select(c => new { c.Agency, c.Kind, c.What, c.Baseline, c.With }),
    };

    private static object Line(FutureLine line) => new
    {
        line.Id,
        line.Title,
        line.Unit,
        over_all = new { baseline = Figure(line.OverAll.Baseline), with = line.With.Count == 0 ? null : Figure(line.OverAll.With), difference = line.With.Count == 0 ? null : Figure(line.OverAll.Difference) },
        years = Enumerable.Range(0, line.Baseline.Count).Select(y => new
        {
            year = y + 1,
            baseline = Figure(line.Baseline[y]),
            with = line.With.Count == 0 ? null : Figure(line.With[y]),
            difference = line.With.Count == 0 ? null : Figure(line.Difference[y]),
        }),
    };

    private static object Figure(FutureFigure f) => new { f.Mean, f.Error, f.Low, f.High, of_numbers = f.OfNumbers };
}
