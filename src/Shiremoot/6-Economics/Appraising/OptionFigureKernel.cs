namespace Shiremoot.Economics.Appraising;

/// <summary>The figures of an option, from its yearly flows.</summary>
internal static class OptionFigureKernel
{
    /// <summary>Fills the figures, the net present value to each bearer, and the cases avoided of each outcome.</summary>
    public static void Sum(OptionPlan plan, ReadOnlySpan<double> scratch, Span<double> outcomes)
    {
        int fixedFigures = OptionKernel.Figures.Count, years = plan.Years;
        Span<double> toBearer = outcomes.Slice(fixedFigures, plan.Bearers);
        toBearer.Clear();
        double costs = 0, publicCosts = 0, fiscal = 0, cashable = 0, economic = 0, social = 0, marginal = 0, stepped = 0, paid = 0, totalCosts = 0, totalFiscal = 0;
        double running = 0, runningPlain = 0, payback = double.NaN, paybackPlain = double.NaN;
        for (int t = 0; t < years; t++)
        {
            double d = plan.Discount[t], net = 0;
            for (int b = 0; b < plan.Bearers; b++)
            {
                ReadOnlySpan<double> flow = scratch.Slice(plan.At(t, b, 0), OptionPlan.Kinds);
                double money = flow[(int)FlowKind.Capital] + flow[(int)FlowKind.Revenue], lent = flow[(int)FlowKind.InKind], given = flow[(int)FlowKind.Volunteers];
                double cash = flow[(int)FlowKind.Cashable], saved = cash + flow[(int)FlowKind.NotCashable];
                double wider = flow[(int)FlowKind.Economic] + flow[(int)FlowKind.Social], here = saved + wider - money - lent - given;
                costs += d * (money + lent + given);
                publicCosts += d * (money + lent);
                paid += d * money;
                fiscal += d * saved;
                cashable += d * cash;
                economic += d * flow[(int)FlowKind.Economic];
                social += d * flow[(int)FlowKind.Social];
                marginal += d * flow[(int)FlowKind.Marginal];
                stepped += d * flow[(int)FlowKind.Stepped];
                totalCosts += money + lent + given;
                totalFiscal += saved;
                toBearer[b] += d * here;
                net += here;
            }
            running += d * net;
            runningPlain += net;
            payback = running < 0 ? double.NaN : double.IsNaN(payback) ? t : payback;
            paybackPlain = runningPlain < 0 ? double.NaN : double.IsNaN(paybackPlain) ? t : paybackPlain;
        }
        double benefits = fiscal + economic + social;
        ReadOnlySpan<double> all =
        [
            benefits - costs, publicCosts - fiscal, costs, benefits, fiscal, cashable, economic, social, costs > 0 ? benefits / costs : double.NaN,
            publicCosts > 0 ? fiscal / publicCosts : double.NaN, payback, paybackPlain, marginal, stepped, totalCosts, totalFiscal, cashable - paid,
        ];
        all.CopyTo(outcomes);
        Span<double> avoided = outcomes[(fixedFigures + plan.Bearers)..];
        for (int o = 0; o < avoided.Length; o++)
        {
            double sum = 0;
            foreach (double cases in scratch.Slice(plan.CasesAt + (o * years), years)) sum += cases;
            avoided[o] = sum;
        }
    }
}
