namespace Shiremoot.Economics.Appraising;

/// <summary>
/// The figures of an option, from its inputs, without setting out the flow of every year and bearer: what is worth a steady amount a case is added up once
/// from the discounted cases. <see cref="OptionFlowKernel"/> is the long way round, and tests hold the two together.
/// </summary>
internal static class OptionFigureKernel
{
    /// <summary>Room needed: cases by outcome and year, net by year, and three sums for each outcome.</summary>
    public static int Scratch(OptionPlan plan) => (plan.Outcomes.Length * (plan.Years + 3)) + plan.Years;

    private ref struct Sums
    {
        public double Fiscal, Cashable, Economic, Social, Marginal, Stepped, TotalFiscal, Paid, Lent, Given, TotalCosts;
    }

    public static void Evaluate(OptionPlan plan, ReadOnlySpan<double> inputs, Span<double> scratch, Span<double> outcomes, Span<double> running)
    {
        scratch.Clear();
        int years = plan.Years, count = plan.Outcomes.Length, fixedFigures = OptionKernel.Figures.Count;
        Span<double> cases = scratch[..(count * years)], net = scratch.Slice(count * years, years), present = scratch.Slice((count * years) + years, count);
        Span<double> total = outcomes.Slice(fixedFigures + plan.Bearers, count), worth = scratch[^count..], toBearer = outcomes.Slice(fixedFigures, plan.Bearers);
        toBearer.Clear();
        double taken = OptionFlowKernel.In(plan, inputs, plan.People, 0) * OptionFlowKernel.In(plan, inputs, plan.TakeUp, 1);
        double kept = taken * OptionFlowKernel.In(plan, inputs, plan.Retention, 1);
        for (int o = 0; o < count; o++)
        {
            Span<double> own = cases.Slice(o * years, years);
            OptionFlowKernel.Cases(plan, inputs, o, kept, own);
            (total[o], present[o]) = Added(own, plan.Discount);
        }
        Sums sums = default;
        foreach (ref readonly ValueLine line in plan.Lines.AsSpan())
            worth[line.Outcome] += Value(plan, inputs, in line, cases.Slice(line.Outcome * years, years), present[line.Outcome], total[line.Outcome], toBearer, ref sums);
        for (int c = 0; c < plan.Costs.Length; c++) Cost(plan, inputs, c, taken, net, ref toBearer[plan.Costs[c].Bearer], ref sums);
        for (int o = 0; o < count; o++)
        {
            ReadOnlySpan<double> own = cases.Slice(o * years, years);
            double each = worth[o];
            for (int t = 0; t < own.Length; t++) net[t] += own[t] * each;
        }
        double until = 0;
        for (int t = 0; t < running.Length; t++) running[t] = until += net[t] * plan.Discount[t];
        Fill(in sums, PaidBack(net, plan.Discount), PaidBack(net, []), outcomes);
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

    // What a case of the outcome is worth by this line.
    private static double Value(OptionPlan plan, ReadOnlySpan<double> inputs, in ValueLine line, ReadOnlySpan<double> cases, double present, double total, Span<double> toBearer, ref Sums sums)
    {
        double units = OptionFlowKernel.In(plan, inputs, line.Units, 1), pound = OptionFlowKernel.In(plan, inputs, line.Factor, 1) * (1 - plan.Outcomes[line.Outcome].Optimism);
        double each = units * pound, saved = present * each, pounds = saved * line.Fiscal;
        for (int v = line.First; v < line.End; v++) toBearer[plan.ValueBearer[v]] += saved * plan.ValueEach[v];
        sums.Economic += saved * line.Economic;
        sums.Social += saved * line.Social;
        if (line.Fiscal != 0)
        {
            double whole = line.Step > 0 ? WholeSteps(cases, plan.Discount, units, line.Step) * pound * line.Fiscal : pounds, marginal = OptionFlowKernel.In(plan, inputs, line.Marginal, 1);
            sums.Fiscal += pounds;
            sums.TotalFiscal += total * each * line.Fiscal;
            sums.Cashable += whole * OptionFlowKernel.In(plan, inputs, line.Cashable, 0);
            sums.Marginal += pounds * marginal;
            sums.Stepped += line.Step > 0 ? whole + ((pounds - whole) * marginal) : pounds * marginal;
        }
        return each * (line.Fiscal + line.Economic + line.Social);
    }

    private static double WholeSteps(ReadOnlySpan<double> cases, double[] discount, double units, double step)
    {
        double whole = 0;
        for (int t = 0; t < cases.Length; t++) whole += discount[t] * Math.Truncate(cases[t] * units / step) * step;
        return whole;
    }

    private static void Cost(OptionPlan plan, ReadOnlySpan<double> inputs, int at, double taken, Span<double> net, ref double toBearer, ref Sums sums)
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
    }

    // The first year from which the running total is never under nought again.
    private static double PaidBack(ReadOnlySpan<double> net, ReadOnlySpan<double> discount)
    {
        double running = 0, year = double.NaN;
        for (int t = 0; t < net.Length; t++)
        {
            running += discount.IsEmpty ? net[t] : net[t] * discount[t];
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
