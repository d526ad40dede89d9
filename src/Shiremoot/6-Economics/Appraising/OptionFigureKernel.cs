namespace Shiremoot.Economics.Appraising;

/// <summary>
/// The figures of an option, from its inputs, without setting out the flow of every year and bearer: what is worth a steady amount a case is added up once
/// from the discounted cases. <see cref="OptionFlowKernel"/> is the long way round, and tests hold the two together.
/// </summary>
internal static class OptionFigureKernel
{
    // Of each outcome: cases discounted, the same as health is, what a case is worth, of that fiscal, and of that health.
    private const int Each = 5;

    /// <summary>Room needed: cases by outcome and year; net, gain of budgets and what health adds by year; sums for each outcome.</summary>
    public static int Scratch(OptionPlan plan) => (plan.Outcomes.Length * (plan.Years + Each)) + (3 * plan.Years);

    private ref struct Sums
    {
        public double Fiscal, Cashable, Economic, Social, Marginal, Stepped, TotalFiscal, Paid, Lent, Given, TotalCosts;
    }

    private readonly ref struct ByOutcome(Span<double> room, int count)
    {
        public readonly Span<double> Present = room[..count], PresentHealth = room.Slice(count, count), Worth = room.Slice(2 * count, count), Fiscal = room.Slice(3 * count, count), Health = room.Slice(4 * count, count);
    }

    /// <param name="plan">The option.</param>
    /// <param name="inputs">A value for each.</param>
    /// <param name="scratch">Room of <see cref="Scratch"/>.</param>
    /// <param name="outcomes">Figures, then the net of each bearer, then cases of each outcome.</param>
    /// <param name="running">Discounted running totals for everyone by year; may be empty.</param>
    /// <param name="budgets">The same for public budgets.</param>
    public static void Evaluate(OptionPlan plan, ReadOnlySpan<double> inputs, Span<double> scratch, Span<double> outcomes, Span<double> running, Span<double> budgets)
    {
        scratch.Clear();
        int years = plan.Years, count = plan.Outcomes.Length, fixedFigures = OptionKernel.Figures.Count;
        Span<double> cases = scratch[..(count * years)], byYear = scratch.Slice(count * years, 3 * years), net = byYear[..years], gain = byYear.Slice(years, years), more = byYear[(2 * years)..];
        ByOutcome each = new(scratch[^(Each * count)..], count);
        Span<double> total = outcomes.Slice(fixedFigures + plan.Bearers, count), toBearer = outcomes.Slice(fixedFigures, plan.Bearers);
        toBearer.Clear();
        double taken = OptionFlowKernel.In(plan, inputs, plan.People, 0) * OptionFlowKernel.In(plan, inputs, plan.TakeUp, 1);
        double kept = taken * OptionFlowKernel.In(plan, inputs, plan.Retention, 1);
        for (int o = 0; o < count; o++)
        {
            Span<double> own = cases.Slice(o * years, years);
            OptionFlowKernel.Cases(plan, inputs, o, kept, own);
            (total[o], each.Present[o]) = Added(own, plan.Discount);
            if (plan.Outcomes[o].IsHealth) each.PresentHealth[o] = Added(own, plan.HealthDiscount).Present;
        }
        Sums sums = default;
        foreach (ref readonly ValueLine line in plan.Lines.AsSpan()) Value(plan, inputs, in line, cases.Slice(line.Outcome * years, years), each, total[line.Outcome], toBearer, ref sums);
        for (int c = 0; c < plan.Costs.Length; c++) Cost(plan, inputs, c, taken, net, gain, ref toBearer[plan.Costs[c].Bearer], ref sums);
        for (int o = 0; o < count; o++)
        {
            ReadOnlySpan<double> own = cases.Slice(o * years, years);
            (double worth, double fiscal, double health) = (each.Worth[o], each.Fiscal[o], each.Health[o]);
            for (int t = 0; t < own.Length; t++) net[t] += own[t] * worth;
            for (int t = 0; t < budgets.Length; t++) gain[t] += own[t] * fiscal;
            if (health == 0) continue;
            for (int t = 0; t < own.Length; t++) more[t] += own[t] * health * (plan.HealthDiscount[t] - plan.Discount[t]);
        }
        double until = 0, budget = 0;
        for (int t = 0; t < running.Length; t++) running[t] = until += (net[t] * plan.Discount[t]) + more[t];
        for (int t = 0; t < budgets.Length; t++) budgets[t] = budget += gain[t] * plan.Discount[t];
        Fill(in sums, PaidBack(net, plan.Discount, more), PaidBack(net, [], []), outcomes);
    }

    private static (double Total, double Present) Added(ReadOnlySpan<double> cases, double[] discount)
    {
        double total = 0, present = 0;
        for (int t = 0; t < cases.Length; t++)
        {
            total += cases[t];
            present += cases[t] * discount[t];
        }
        return (total, present);
    }

    private static void Value(OptionPlan plan, ReadOnlySpan<double> inputs, in ValueLine line, ReadOnlySpan<double> cases, ByOutcome by, double total, Span<double> toBearer, ref Sums sums)
    {
        int o = line.Outcome;
        double units = OptionFlowKernel.In(plan, inputs, line.Units, 1), pound = OptionFlowKernel.In(plan, inputs, line.Factor, 1) * (1 - plan.Outcomes[o].Optimism);
        double each = units * pound, saved = by.Present[o] * each, health = by.PresentHealth[o] * each, pounds = saved * line.Fiscal;
        for (int v = line.First; v < line.End; v++) toBearer[plan.ValueBearer[v]] += (plan.ValueIsHealth[v] ? health : saved) * plan.ValueEach[v];
        sums.Economic += saved * line.Economic;
        sums.Social += (plan.Outcomes[o].IsHealth ? health : saved) * line.Social;
        if (line.Fiscal != 0)
        {
            double whole = line.Step > 0 ? WholeSteps(cases, plan.Discount, units, line.Step) * pound * line.Fiscal : pounds, marginal = OptionFlowKernel.In(plan, inputs, line.Marginal, 1);
            sums.Fiscal += pounds;
            sums.TotalFiscal += total * each * line.Fiscal;
            sums.Cashable += whole * OptionFlowKernel.In(plan, inputs, line.Cashable, 0);
            sums.Marginal += pounds * marginal;
            sums.Stepped += line.Step > 0 ? whole + ((pounds - whole) * marginal) : pounds * marginal;
        }
        by.Worth[o] += each * (line.Fiscal + line.Economic + line.Social);
        by.Fiscal[o] += each * line.Fiscal;
        if (plan.Outcomes[o].IsHealth) by.Health[o] += each * line.Social;
    }

    private static double WholeSteps(ReadOnlySpan<double> cases, double[] discount, double units, double step)
    {
        double whole = 0;
        for (int t = 0; t < cases.Length; t++) whole += discount[t] * Math.Truncate(cases[t] * units / step) * step;
        return whole;
    }

    private static void Cost(OptionPlan plan, ReadOnlySpan<double> inputs, int at, double taken, Span<double> net, Span<double> gain, ref double toBearer, ref Sums sums)
    {
        OptionCost cost = plan.Costs[at];
        double amount = OptionFlowKernel.In(plan, inputs, cost.Amount, 0) * cost.Each * OptionFlowKernel.In(plan, inputs, cost.PerHour, 1) * (1 + cost.Optimism) * (cost.IsPerPerson ? taken : 1);
        double pounds = amount * plan.CostPresent[at];
        toBearer -= pounds;
        sums.TotalCosts += amount * plan.CostTotal[at];
        if (cost.Kind == OptionCostKind.Volunteers) sums.Given += pounds;
        else if (cost.Kind == OptionCostKind.InKind) sums.Lent += pounds;
        else sums.Paid += pounds;
        double[] byYear = plan.CostByYear[at];
        for (int t = 0; t < net.Length; t++) net[t] -= amount * byYear[t];
        if (cost.Kind == OptionCostKind.Volunteers) return;
        for (int t = 0; t < gain.Length; t++) gain[t] -= amount * byYear[t];
    }

    // The first year from which the running total is never under nought again.
    private static double PaidBack(ReadOnlySpan<double> net, ReadOnlySpan<double> discount, ReadOnlySpan<double> more)
    {
        double running = 0, year = double.NaN;
        for (int t = 0; t < net.Length; t++)
        {
            running += discount.IsEmpty ? net[t] : (net[t] * discount[t]) + more[t];
            year = running < 0 ? double.NaN : double.IsNaN(year) ? t : year;
        }
        return year;
    }

    private static void Fill(in Sums s, double payback, double paybackPlain, Span<double> outcomes)
    {
        double spent = s.Paid + s.Lent, costs = spent + s.Given, benefits = s.Fiscal + s.Economic + s.Social;
        ReadOnlySpan<double> all =
        [
            benefits - costs, spent - s.Fiscal, costs, benefits, s.Fiscal, s.Cashable, s.Economic, s.Social, costs > 0 ? benefits / costs : double.NaN,
            spent > 0 ? s.Fiscal / spent : double.NaN, payback, paybackPlain, s.Marginal, s.Stepped, s.TotalCosts, s.TotalFiscal, s.Cashable - s.Paid,
        ];
        all.CopyTo(outcomes);
    }
}
