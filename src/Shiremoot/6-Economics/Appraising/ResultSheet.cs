using Shiremoot.Trust;

namespace Shiremoot.Economics.Appraising;

/// <summary>The sheet of results: every figure, who spends and who saves, cases avoided, each a formula on the sheet of years.</summary>
internal static class ResultSheet
{
    private const string NoRatio = "n/a", Never = "not within these years";

    public static FormulaSheet Of(AppraisalOption option, YearSheet years)
    {
        SheetDraft sheet = new("Results", 62, 22, 20, 20, 20, 20, 20);
        sheet.Row(option.Title, $"Prices of {option.PriceYear}");
        SheetTerm Fiscals(Func<ValueLines, YearLine> of) => SheetTerm.Sum(years.Values.Where(v => v.Value.Kind == CostKind.Fiscal).Select(v => of(v).Present));
        SheetTerm Costs(Func<OptionCostKind, bool> which) => SheetTerm.Sum(option.Costs.Select((c, i) => (c, i)).Where(p => which(p.c.Kind)).Select(p => years.Costs[p.i].Present));
        SheetTerm paid = Costs(k => k is OptionCostKind.Capital or OptionCostKind.Revenue), lent = Costs(k => k is OptionCostKind.InKind);
        SheetTerm costs = years.AllCosts.Present, fiscal = years.Fiscal.Present, benefits = fiscal + years.Economic.Present + years.SocialPresent, cashable = Fiscals(v => v.Cashable);
        foreach (string figure in OptionKernel.Figures)
        {
            (SheetTerm term, string words) = figure switch
            {
                "net_present_public_value" => (years.NetPresent, ""),
                "net_present_budget_impact" => (paid + lent - fiscal, ""),
                "present_value_costs" => (costs, ""),
                "present_value_benefits" => (benefits, ""),
                "present_value_fiscal" => (fiscal, ""),
                "present_value_cashable" => (cashable, ""),
                "present_value_economic" => (years.Economic.Present, ""),
                "present_value_social" => (years.SocialPresent, ""),
                "benefit_cost_ratio" => (SheetTerm.OrWords(costs, benefits / costs, NoRatio), NoRatio),
                "financial_return" => (SheetTerm.OrWords(paid + lent, fiscal / (paid + lent), NoRatio), NoRatio),
                "payback_year" => (Year(years.PaidBack), Never),
                "payback_year_undiscounted" => (Year(years.PaidBackPlain), Never),
                "present_value_marginal" => (Fiscals(v => v.Marginal), ""),
                "present_value_stepped" => (Fiscals(v => v.Stepped), ""),
                "total_costs" => (years.AllCosts.Total, ""),
                "total_fiscal" => (years.Fiscal.Total, ""),
                _ => (cashable - paid, ""),
            };
            sheet.Row(figure.StartsWith("payback", StringComparison.Ordinal) ? $"{FigureWords.Title(figure)}: from the end of year" : FigureWords.Title(figure));
            sheet.Put(term, words.Length > 0 ? CellLook.Plain : CellLook.Pounds, words);
        }
        Ledger(sheet, option, years);
        sheet.Heading("What changes: cases avoided over all years");
        for (int o = 0; o < option.Outcomes.Count; o++)
        {
            sheet.Row($"{option.Outcomes[o].Title} ({option.Outcomes[o].Unit})");
            sheet.Put(years.Cases[o].Total);
        }
        sheet.Heading("Source");
        sheet.Row(option.Source);
        sheet.Row($"Discount rates: {option.Discounting.Id}{(option.HealthDiscounting is { } health ? $"; of health {health.Id}" : "")}. Change a value on the sheet Inputs and everything follows.");
        return sheet.Sheet();
    }

    private static void Ledger(SheetDraft sheet, AppraisalOption option, YearSheet years)
    {
        sheet.Heading("Who spends and who saves (present values)");
        sheet.Row("Who", "Spends", "Lends or gives", "Saves, cashable", "Saves, not cashable", "Gains", "Net");
        List<SheetTerm> nets = [];
        foreach ((OptionBearer bearer, int b) in option.Bearers.Select((bearer, b) => (bearer, b)).OrderBy(p => !p.bearer.IsAgency))
        {
            SheetTerm Cost(Func<OptionCostKind, bool> which) => SheetTerm.Sum(option.Costs.Select((c, i) => (c, i)).Where(p => p.c.Bearer == b && which(p.c.Kind)).Select(p => years.Costs[p.i].Present));
            ValueLines[] own = [.. years.Values.Where(v => v.Value.Bearer == b)], fiscal = [.. own.Where(v => v.Value.Kind == CostKind.Fiscal)];
            sheet.Row(bearer.Name);
            SheetTerm spends = sheet.Put(Cost(k => k is OptionCostKind.Capital or OptionCostKind.Revenue), CellLook.Pounds), lends = sheet.Put(Cost(k => k is OptionCostKind.InKind or OptionCostKind.Volunteers), CellLook.Pounds);
            SheetTerm cash = sheet.Put(SheetTerm.Sum(fiscal.Select(v => v.Cashable.Present)), CellLook.Pounds), other = sheet.Put(SheetTerm.Sum(fiscal.Select(v => v.Saved.Present)) - cash, CellLook.Pounds);
            SheetTerm wider = sheet.Put(SheetTerm.Sum(own.Where(v => v.Value.Kind != CostKind.Fiscal).Select(v => v.Saved.Present)), CellLook.Pounds);
            nets.Add(sheet.Put(cash + other + wider - spends - lends, CellLook.Pounds));
        }
        sheet.Row("Together: the net present public value", "", "", "", "", "");
        sheet.Put(SheetTerm.Sum(nets), CellLook.Pounds);
    }

    // Years from the first in which it stays paid back, counted from nought.
    private static SheetTerm Year(YearLine stays) => SheetTerm.OrWords(stays.Years[^1], stays.Years.Length - SheetTerm.Sum(stays.Years), Never);
}
