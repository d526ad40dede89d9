namespace Shiremoot.Economics.Appraising;

/// <summary>Sets out the figures, years and ledger of an option from its flows.</summary>
internal static class AppraisalMaking
{
    public static Appraisal Make(AppraisalOption option, OptionKernel kernel)
    {
        OptionPlan plan = kernel.Plan;
        double[] inputs = kernel.CentralInputs(), flows = kernel.Flows(inputs), figures = new double[kernel.OutcomeNames.Count];
        kernel.Evaluate(inputs, figures);
        AppraisalYear[] years = Years(option, plan, inputs, flows);
        AgencyLedger[] ledger = [.. option.Bearers.Select((bearer, b) => Ledger(option, plan, flows, bearer, b)).OrderBy(l => !l.IsAgency)];
        AppraisalFigure[] named = [.. OptionKernel.Figures.Select((name, i) => new AppraisalFigure(name, double.IsNaN(figures[i]) ? null : figures[i]))];
        double costs = named[2].Value!.Value, fiscal = named[4].Value!.Value;
        return new()
        {
            Option = option,
            Kernel = kernel,
            Figures = named,
            Years = years,
            Ledger = ledger,
            Outcomes = [.. option.Outcomes.Select((outcome, o) => Outcome(option, plan, flows, outcome, o, costs, fiscal, inputs))],
            Perspectives = Perspectives(ledger, fiscal, costs),
            Returns =
            [
                InternalReturns.Of("everyone", [.. years.Select(y => y.Net)]),
                InternalReturns.Of("public budgets", [.. Enumerable.Range(0, years.Length).Select(t => ledger.Where(l => l.IsAgency).Sum(l => Budget(l.ByYear[t])))]),
            ],
            BreakEvens = BreakEvens.Of(option, kernel, inputs),
            EquivalentAnnual = figures[0] / option.Discounting.AnnuityDue(option.Years.Count),
        };
    }

    private static double Budget(LedgerYear year) => year.Cashable + year.NotCashable - year.Spends - year.Lends;

    private static AppraisalYear[] Years(AppraisalOption option, OptionPlan plan, double[] inputs, double[] flows)
    {
        AppraisalYear[] years = new AppraisalYear[plan.Years];
        double running = 0, runningPresent = 0;
        double taken = OptionFlowKernel.In(plan, inputs, plan.People, 0) * OptionFlowKernel.In(plan, inputs, plan.TakeUp, 1);
        for (int t = 0; t < years.Length; t++)
        {
            double Sum(params ReadOnlySpan<FlowKind> kinds)
            {
                double sum = 0;
                for (int b = 0; b < plan.Bearers; b++)
                    foreach (FlowKind kind in kinds) sum += flows[plan.At(t, b, kind)];
                return sum;
            }

            double costs = Sum(FlowKind.Capital, FlowKind.Revenue, FlowKind.InKind, FlowKind.Volunteers), fiscal = Sum(FlowKind.Cashable, FlowKind.NotCashable);
            double economic = Sum(FlowKind.Economic), health = Sum(FlowKind.Health), social = Sum(FlowKind.Social) + health, benefits = fiscal + economic + social, net = benefits - costs;
            running += net;
            double healthDiscount = plan.HealthDiscount.Length == 0 ? plan.Discount[t] : plan.HealthDiscount[t];
            double present = ((net - health) * plan.Discount[t]) + (health * healthDiscount);
            runningPresent += present;
            double level = option.PriceLevels[t];
            years[t] = new(option.Years[t], plan.Discount[t], taken * plan.PeopleByYear[t], costs, fiscal, Sum(FlowKind.Cashable), economic, social, net, present, running, runningPresent, costs * level, benefits * level) { Health = health, HealthDiscount = healthDiscount };
        }
        return years;
    }

    private static AgencyLedger Ledger(AppraisalOption option, OptionPlan plan, double[] flows, OptionBearer bearer, int b)
    {
        double Flow(int t, FlowKind kind) => flows[plan.At(t, b, kind)];
        LedgerYear[] years = [.. option.Years.Select((label, t) => new LedgerYear(
            label, Flow(t, FlowKind.Capital) + Flow(t, FlowKind.Revenue), Flow(t, FlowKind.InKind) + Flow(t, FlowKind.Volunteers), Flow(t, FlowKind.Cashable),
            Flow(t, FlowKind.NotCashable), Flow(t, FlowKind.Economic) + Flow(t, FlowKind.Social) + Flow(t, FlowKind.Health)))];
        double more = plan.HealthDiscount.Select((d, t) => Flow(t, FlowKind.Health) * (d - plan.Discount[t])).Sum(); // what health is worth above money of the same years
        double Present(Func<LedgerYear, double> of) => years.Select((year, t) => of(year) * plan.Discount[t]).Sum();
        return new(
            bearer.Name, bearer.IsAgency, Present(y => y.Spends), Present(y => y.Lends), Present(y => y.Cashable), Present(y => y.NotCashable), Present(y => y.Wider) + more,
            Present(y => y.Cashable + y.NotCashable + y.Wider - y.Spends - y.Lends) + more, years);
    }

    private static OutcomeResult Outcome(AppraisalOption option, OptionPlan plan, double[] flows, OptionOutcome outcome, int o, double costs, double fiscal, double[] inputs)
    {
        ReadOnlySpan<double> cases = flows.AsSpan(plan.CasesAt + (o * plan.Years), plan.Years);
        double avoided = 0, worth = 0;
        foreach (double some in cases) avoided += some;
        for (int v = 0; v < option.Values.Count; v++)
        {
            if (option.Values[v].Outcome != o) continue;
            double[] discount = plan.DiscountOf(plan.ValueIsHealth[v] ? FlowKind.Health : FlowKind.Social);
            for (int t = 0; t < cases.Length; t++) worth += cases[t] * discount[t] * EachWorth(plan, option.Values[v], inputs);
        }
        bool isAny = avoided > 0;
        return new(outcome.Id, outcome.Title, outcome.Unit, outcome.IsOffence, avoided, isAny ? costs / avoided : null, isAny ? (costs - fiscal) / avoided : null, worth);
    }

    private static double EachWorth(OptionPlan plan, OptionValue value, double[] inputs) =>
        value.Each * OptionFlowKernel.In(plan, inputs, value.Units, 1) * OptionFlowKernel.In(plan, inputs, value.Factor, 1) * (1 - plan.Outcomes[value.Outcome].Optimism);

    private static PerspectiveTable Perspectives(AgencyLedger[] ledger, double fiscal, double costs)
    {
        double Wider(string who) => ledger.Where(l => !l.IsAgency && l.Bearer == who).Sum(l => l.Wider);
        double participants = Wider("participants"), victims = Wider("victims"), others = Wider("others"), benefits = fiscal + participants + victims + others;
        return new(fiscal, participants, victims, others, benefits, costs, benefits - costs, costs > 0 ? benefits / costs : null);
    }
}
