using System.Globalization;

namespace Shiremoot.Economics.Appraising;

/// <summary>Shows how each number of an appraisal was come by, in words and figures.</summary>
internal static class WorkedSums
{
    public static IReadOnlyList<string> Names(Appraisal a) =>
        [.. OptionKernel.Figures, .. a.Option.Outcomes.Select(o => o.Id), .. a.Option.Costs.Select(c => c.Name), .. a.Ledger.Select(l => l.Bearer), .. a.Option.Inputs.Select(i => i.Name)];

    public static WorkedSum? Of(Appraisal a, string name)
    {
        if (OptionKernel.Figures.Contains(name)) return new(name, FigureWords.Title(name), [.. Figure(a, name)]);
        if (a.Option.Outcomes.FirstOrDefault(o => o.Id == name) is { } outcome) return new(name, outcome.Title, [.. OutcomeSum.Lines(a, outcome)]);
        if (a.Option.Costs.FirstOrDefault(c => c.Name == name) is { } cost) return new(name, $"{name}, present value", [.. CostLines(a, cost)]);
        if (a.Ledger.FirstOrDefault(l => l.Bearer == name) is { } ledger) return new(name, $"{name}: what it spends and gains, present values", [.. LedgerLines(ledger)]);
        return a.Option.Inputs.FirstOrDefault(i => i.Name == name) is { } input ? new(name, name, [.. InputLines(input)]) : null;
    }

    private static IEnumerable<string> Figure(Appraisal a, string name) => name switch
    {
        "net_present_public_value" =>
            [.. Less(a, "Benefits", "present_value_benefits", "costs", "present_value_costs", name), "By year (benefits - costs, × discount factor):", .. a.Years.Select(y => Line($"{y.Label}: {Discounted(y)} = {Pounds(y.Present)}; together {Pounds(y.RunningPresent)}"))],
        "net_present_budget_impact" => [Line($"What agencies spend and lend {Pounds(PublicCosts(a))} - what they save {Pounds(a["present_value_fiscal"])} = {Pounds(a[name])}"), "Above nought it costs public budgets, under nought it saves them."],
        "present_value_costs" => [.. a.Option.Costs.Select(c => Line($"{c.Name}: {Pounds(CostPresent(a, c))}")), Line($"Together {Pounds(a[name])}")],
        "present_value_benefits" => [Line($"Fiscal {Pounds(a["present_value_fiscal"])} + economic {Pounds(a["present_value_economic"])} + social {Pounds(a["present_value_social"])} = {Pounds(a[name])}"), "Economic and social value leave out what is fiscal already: nothing is counted twice."],
        "present_value_fiscal" => Values(a, name, CostKind.Fiscal),
        "present_value_economic" => Values(a, name, CostKind.Economic),
        "present_value_social" => Values(a, name, CostKind.Social),
        "benefit_cost_ratio" => [Ratio("Benefits", a["present_value_benefits"], "costs", a["present_value_costs"], a[name])],
        "financial_return" => [Ratio("What agencies save", a["present_value_fiscal"], "what they spend and lend", PublicCosts(a), a[name])],
        "payback_year" => Payback(a, a[name], y => y.RunningPresent),
        "payback_year_undiscounted" => Payback(a, a[name], y => y.Running),
        "total_costs" => [.. a.Years.Select(y => Line($"{y.Label}: {Pounds(y.Costs)}")), Line($"Together, not discounted, {Pounds(a[name])}")],
        "total_fiscal" => [.. a.Years.Select(y => Line($"{y.Label}: {Pounds(y.Fiscal)}")), Line($"Together, not discounted, {Pounds(a[name])}")],
        "net_present_cash" => [Line($"Savings that can be taken out of budgets {Pounds(a["present_value_cashable"])} - capital and running costs {Pounds(a.Ledger.Sum(l => l.Spends))} = {Pounds(a[name])}")],
        "present_value_cashable" => [.. a.Ledger.Where(l => l.IsAgency).Select(l => Line($"{l.Bearer}: {Pounds(l.Cashable)} of {Pounds(l.Cashable + l.NotCashable)}")), Line($"Together {Pounds(a[name])}; where a saving goes by steps, only whole steps of a year count.")],
        "present_value_marginal" => [Line($"Each fiscal saving × the share of its average cost that one fewer saves: {Pounds(a[name])}, beside {Pounds(a["present_value_fiscal"])} at average cost.")],
        _ => [Line($"Whole steps (a wing closed) at average cost, the rest at marginal cost: {Pounds(a[name])}, beside {Pounds(a["present_value_fiscal"])} at average cost and {Pounds(a["present_value_marginal"])} at marginal cost.")],
    };

    private static string Discounted(AppraisalYear y) => y.Health == 0
        ? Line($"{Pounds(y.Net)} × {y.Discount:0.000000}")
        : Line($"{Pounds(y.Net - y.Health)} × {y.Discount:0.000000} + health {Pounds(y.Health)} × {y.HealthDiscount:0.000000}");

    private static IEnumerable<string> Less(Appraisal a, string from, string fromName, string less, string lessName, string name) =>
        [Line($"{from} {Pounds(a[fromName])} - {less} {Pounds(a[lessName])} = {Pounds(a[name])}")];

    private static string Ratio(string over, double? top, string under, double? bottom, double? ratio) => ratio is null
        ? Line($"n/a: {under} are {Pounds(bottom)}, not above nought, and what is gained for each pound laid out has no meaning. Judge by the net value.")
        : Line($"{over} {Pounds(top)} ÷ {under} {Pounds(bottom)} = {ratio:0.00}");

    private static IEnumerable<string> Payback(Appraisal a, double? year, Func<AppraisalYear, double> running)
    {
        foreach (AppraisalYear y in a.Years) yield return Line($"{y.Label}: running total {Pounds(running(y))}");
        yield return year is { } found ? Line($"It is nought or more from {a.Years[(int)found].Label} (year {found}) and stays so.") : "It is under nought at the end: not paid back within these years.";
    }

    private static IEnumerable<string> Values(Appraisal a, string name, CostKind kind)
    {
        double[] inputs = a.Kernel.CentralInputs();
        foreach (OptionValue v in a.Option.Values.Where(v => v.Kind == kind))
        {
            OptionOutcome outcome = a.Option.Outcomes[v.Outcome];
            double units = ValuePresent.Units(a.Kernel, v, inputs), each = v.Each * OptionFlowKernel.In(a.Kernel.Plan, inputs, v.Factor, 1) * (1 - outcome.Optimism);
            yield return Line($"{outcome.Title}, {v.Code}, {a.Option.Bearers[v.Bearer].Name}: {units:#,##0.00} discounted units × £{each:#,##0.0000} = {Pounds(units * each)}");
            yield return Line($"    {v.Working}; share {100 * v.Share:0.##}%; optimism -{100 * outcome.Optimism:0.##}%{(kind == CostKind.Social && outcome.IsHealth ? Line($"; discounted as health: {a.Option.HealthDiscounting?.Id}") : "")}. {v.Source}{(v.Quality.Length > 0 ? $" ({v.Quality})" : "")}");
        }
        yield return Line($"Together {Pounds(a[name])}");
    }

    private static IEnumerable<string> CostLines(Appraisal a, OptionCost c)
    {
        double[] inputs = a.Kernel.CentralInputs();
        OptionInput amount = a.Option.Inputs[c.Amount];
        string perHour = c.PerHour < 0 ? "" : Line($" × {Pounds(inputs[c.PerHour])} an hour");
        yield return Line($"{amount.Value:#,##0.##}{perHour}{(c.IsPerPerson ? " for each person who takes it up" : "")}, {c.Working}, × (1 + {100 * c.Optimism:0.##}% optimism: {c.OptimismOf})");
        for (int t = 0; t < a.Years.Count; t++)
            if (c.ByYear[t] != 0) yield return Line($"{a.Years[t].Label}: {Pounds(CostOf(a, c, t, inputs))} × {a.Years[t].Discount:0.000000}");
        yield return Line($"Together {Pounds(CostPresent(a, c))}. Source: {c.Source}");
    }

    private static double CostOf(Appraisal a, OptionCost c, int t, double[] inputs)
    {
        OptionPlan plan = a.Kernel.Plan;
        return OptionFlowKernel.In(plan, inputs, c.Amount, 0) * c.Each * OptionFlowKernel.In(plan, inputs, c.PerHour, 1) * (1 + c.Optimism) * c.ByYear[t] * (c.IsPerPerson ? a.Years[t].People : 1);
    }

    private static double CostPresent(Appraisal a, OptionCost c) => a.Years.Select((y, t) => CostOf(a, c, t, a.Kernel.CentralInputs()) * y.Discount).Sum();

    private static double PublicCosts(Appraisal a) => a.Ledger.Where(l => l.IsAgency).Sum(l => l.Spends + l.Lends);

    private static IEnumerable<string> LedgerLines(AgencyLedger l) =>
        [Line($"Saves cashably {Pounds(l.Cashable)} + saves otherwise {Pounds(l.NotCashable)} + gains {Pounds(l.Wider)} - spends {Pounds(l.Spends)} - lends or gives {Pounds(l.Lends)} = {Pounds(l.Net)}"),
            .. l.ByYear.Select(y => Line($"{y.Label}: spends {Pounds(y.Spends + y.Lends)}, saves cashably {Pounds(y.Cashable)}, otherwise {Pounds(y.NotCashable)}, gains {Pounds(y.Wider)}"))];

    private static IEnumerable<string> InputLines(OptionInput i) =>
        [Line($"{i.Value:#,##0.######}; {i.Spread.InWords}"), i.IsAssumption ? "An assumption: nobody's finding." : $"Source: {i.Source}", .. i.Note.Length > 0 ? (string[])[i.Note] : []];

    private static string Pounds(double? pounds) => FigureWords.Pounds(pounds);

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
