using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Economics.Costing;

/// <summary>Works out what a fall in use saves, from what may be shown of the costs of a year.</summary>
static class FallSums
{
    // The chart goes to a fall of 30%, or to twice the one asked about.
    private const int UsualEnd = 30;

    public static Outcome<FallSavings> Of(CostSetting setting, CostQuestion question, UseFall fall)
    {
        if (question.Kind != CostKind.Fiscal) return Refusals.OnlyFiscalFalls();
        if (CostYears.LatestCovered(setting.Stories).Refused(out Refusal? why, out string? latest)) return why;
        CostQuestion asked = question with { Rows = CostBy.What, Columns = CostBy.All, Basis = CostBasis.Average, Year = question.Year ?? latest };
        if (CostPass.Run(setting, asked, totals: false).Refused(out why, out CostSums? sums) || PriceTable.Of(setting.Prices, setting.UnitCosts, asked, sums.Years.All).Refused(out why, out PriceTable? table)) return why;
        ProtectedAmounts shown = ProtectedAmounts.Protect(sums.Of(0), sums.Cells.Possible, setting.Rules);
        if (ShareOf(fall, setting, asked, shown.Total).Refused(out why, out Told? told)) return why;
        decimal share = told.Share;

        Costed[] costed =
        [
            .. Enumerable.Range(0, sums.Cells.Rows.Count).Where(r => shown.RowTotal(r).Amount.Shown > 0)
                .Select(r => Cost(setting.Prices, table, sums, sums.Cells.Rows[r], shown.RowTotal(r))).OrderByDescending(c => c.Shown.Amount.Shown).ThenBy(c => c.Price.Id, StringComparer.Ordinal),
        ];
        decimal Falling(Costed c, decimal by) => told.Only is null || told.Only.Contains(c.Price.Id) ? by : 0;
        SavingLine[] lines = [.. costed.Select(c => Line(c, Falling(c, share), asked.PriceYear))];
        int end = (int)Math.Clamp(decimal.Ceiling(share * 200), UsualEnd, 100);
        return new FallSavings(
            asked, asked.Cohorts is [var cohort, ..] ? cohort.Cohort.Title : "", fall, share, told.Sum, shown.Total, lines, ByAgency(costed, lines), Sum(lines.Select(l => l.Saved)),
            [.. Enumerable.Range(0, end + 1).Select(p => new SavingPoint(p, Sum(costed.Select(c => Saved(c, Falling(c, p / 100m) * c.Cases)))))],
            FallWords.Notes(sums, setting, asked, shown, lines), setting.Stories.Origin, setting.Rules);
    }

    // Of people and stays the numbers shown are taken, so that no figure says more of them than those do.
    private static Outcome<Told> ShareOf(UseFall fall, CostSetting setting, CostQuestion asked, ProtectedAmount all)
    {
        if (fall.Unit == UseFallUnit.PerCent) return new Told(fall.Amount / 100, "", null);
        (long? of, string what, string[]? only) = (all.People.Shown, "people who cost anything in the year", null);
        if (fall.Unit == UseFallUnit.Stays)
        {
            if (SpellCosts.Of(setting, asked).Refused(out Refusal? why, out SpellCosts? spells)) return why;
            SpellLine[] shown = [.. spells.Lines.Where(l => l.Price is { } price && price.Kinds.Intersect(setting.Stays).Any() && !l.Number.IsWithheld)];
            (of, only, what) = ((long)shown.Sum(l => l.Number.Amount.Shown ?? 0), [.. shown.Select(l => l.Id)], "stays in custody that lie in the year, in all or in part");
        }
        if (of is not > 0) return Refusals.TooFewToFall(what);
        if (fall.Amount > of) return Refusals.FallsTooFar($"{fall}", FallWords.Number(of.Value));
        return new Told(fall.Amount / of.Value, FallWords.Share(fall, of.Value, what), only);
    }

    private static Costed Cost(EventPrices prices, PriceTable table, CostSums sums, string id, ProtectedAmount shown)
    {
        int rule = prices.Priced.ToList().FindIndex(p => p.Id == id);
        EventPrice price = prices.Priced[rule];
        int days = sums.Years.All[0].Days;
        (string Agency, decimal Each)[] parts = [.. table.Parts.Where(p => p.Rule == rule).Select(p => (p.Agency, p.Each[0] * (price.Quantity == EventQuantity.Each ? 1 : days)))];
        return new Costed(price, shown, parts, parts.Sum(p => p.Each));
    }

    private static SavingLine Line(Costed of, decimal share, string priceYear)
    {
        decimal fewer = share * of.Cases;
        CostFall fall = of.Price.Fall;
        decimal steps = fall.WholeSteps(fewer);
        decimal? toNext = fall.Step > 0 ? ((steps + 1) * fall.Step) - fewer : null;
        SavingLine line = new(of.Price, of.Shown, of.Each, of.Cases, fewer, Saved(of, fewer), steps, toNext, "");
        return line with { Sum = FallWords.Sum(line, share, priceYear) };
    }

    private static SavingSum Saved(Costed of, decimal fewer) => new(of.Each * fewer, of.Price.Fall.SavedAtOnce(of.Each, fewer), of.Price.Fall.SavedByStep(of.Each, fewer));

    private static AgencySaving[] ByAgency(Costed[] costed, SavingLine[] lines)
    {
        var parts = costed.Zip(lines).SelectMany(c => c.First.Parts.Select(p =>
        {
            (decimal bears, SavingSum saved) = (p.Each / c.First.Each, c.Second.Saved);
            IReadOnlyList<(string Agency, decimal Share)> atOnce = c.First.Price.Fall.AtOnceBy.Count > 0 ? PriceTable.Shares(c.First.Price.Fall.AtOnceBy) : [(p.Agency, bears)];
            SavingSum own = new(saved.Average * bears, saved.AtOnce * atOnce.Where(a => a.Agency == p.Agency).Sum(a => a.Share), saved.ByStep * bears);
            return (p.Agency, Cost: c.First.Shown.Amount.Shown!.Value * bears, Saved: own, c.First.Price.Title);
        }));
        return
        [
            .. parts.GroupBy(p => p.Agency).Select(g => new AgencySaving(g.Key, g.Sum(p => p.Cost), Sum(g.Select(p => p.Saved)), FallWords.Sum(g.Select(p => (p.Title, p.Saved)))))
                .OrderByDescending(a => a.Cost).ThenBy(a => a.Agency, StringComparer.Ordinal),
        ];
    }

    private static SavingSum Sum(IEnumerable<SavingSum> sums) => sums.Aggregate(default(SavingSum), (all, one) => all + one);

    // The fall as a share, the sum behind it, and the prices that fall where not all do.
    private sealed record Told(decimal Share, string Sum, string[]? Only);

    // One price's cost in the year as shown, what one case costs each bearer, and so how many cases there are.
    private sealed record Costed(EventPrice Price, ProtectedAmount Shown, (string Agency, decimal Each)[] Parts, decimal Each)
    {
        public decimal Cases => Shown.Amount.Shown!.Value / Each;
    }
}
