namespace Shiremoot.Economics.Appraising;

/// <summary>The yearly flows of an option, from its inputs. See docs/methods/appraisal.md for the formula.</summary>
internal static class OptionFlowKernel
{
    /// <summary>Fills flows by year, bearer and kind, and after them cases avoided by outcome and year.</summary>
    public static void Fill(OptionPlan plan, ReadOnlySpan<double> inputs, Span<double> scratch)
    {
        scratch.Clear();
        Span<double> cases = scratch[plan.CasesAt..];
        double offered = In(plan, inputs, plan.People, 0), taken = offered * In(plan, inputs, plan.TakeUp, 1), kept = taken * In(plan, inputs, plan.Retention, 1);
        for (int o = 0; o < plan.Outcomes.Length; o++) Cases(plan, inputs, o, kept, cases.Slice(o * plan.Years, plan.Years));
        foreach (OptionValue value in plan.Values) Value(plan, inputs, value, cases.Slice(value.Outcome * plan.Years, plan.Years), scratch);
        for (int c = 0; c < plan.Costs.Length; c++) Cost(plan, inputs, c, taken, scratch);
    }

    /// <summary>Cases avoided for each person who keeps to the option in its first year of full effect, before anything is taken off.</summary>
    public static double Gross(OptionPlan plan, ReadOnlySpan<double> inputs, OptionOutcome outcome)
    {
        double effect = In(plan, inputs, outcome.Effect, 0), baseline = In(plan, inputs, outcome.Baseline, 0), chance = In(plan, inputs, outcome.Chance, 0);
        switch (outcome.Form)
        {
            case EffectForm.UnitsAvoided: return effect;
            case EffectForm.ShareAvoided: return baseline * effect;
            case EffectForm.LogRatio:
                double ratio = Math.Exp(effect);
                if (outcome.Chance >= 0 && ratio * chance > 1) ratio = 1 / chance;
                return baseline * (1 - ratio);
            case EffectForm.LogOddsRatio:
                double odds = Math.Exp(effect);
                return baseline * (1 - (odds / (1 - chance + (chance * odds))));
            default:
                return chance == 0 ? 0 : baseline * (1 - (Math.Clamp(chance + (effect / 100), 0, 1) / chance));
        }
    }

    /// <summary>What is left of a gross effect: need × (1 - deadweight) × attribution × (1 - displacement) × (1 - substitution) × (1 - leakage).</summary>
    public static double Left(OptionPlan plan, ReadOnlySpan<double> inputs, OptionOutcome outcome) =>
        In(plan, inputs, outcome.Need, 1) * (1 - In(plan, inputs, outcome.Deadweight, 0)) * In(plan, inputs, outcome.Attribution, 1)
        * (1 - In(plan, inputs, outcome.Displacement, 0)) * (1 - In(plan, inputs, outcome.Substitution, 0)) * (1 - In(plan, inputs, outcome.Leakage, 0));

    public static double In(OptionPlan plan, ReadOnlySpan<double> inputs, int at, double otherwise) =>
        at < 0 ? otherwise : Math.Min(Math.Max(inputs[at], plan.Least[at]), plan.Most[at]);

    /// <summary>Cases avoided of one outcome by year.</summary>
    public static void Cases(OptionPlan plan, ReadOnlySpan<double> inputs, int at, double kept, Span<double> cases)
    {
        OptionOutcome outcome = plan.Outcomes[at];
        double each = kept * Gross(plan, inputs, outcome) * Left(plan, inputs, outcome);
        double stays = 1 - In(plan, inputs, outcome.DropOff, 0), freshness = 1, wears = 1 - In(plan, inputs, outcome.Fade, 0);
        double[] ramp = plan.Ramps[at], people = plan.PeopleByYear;
        for (int year = 0; year < cases.Length; year++, freshness *= wears)
        {
            double left = each * people[year] * ramp[year] * freshness;
            int first = year + outcome.Lag, last = Math.Min(cases.Length, first + outcome.Lasts);
            for (int t = first; t < last; t++, left *= stays) cases[t] += left;
        }
    }

    private static void Value(OptionPlan plan, ReadOnlySpan<double> inputs, OptionValue value, ReadOnlySpan<double> cases, Span<double> flows)
    {
        double units = In(plan, inputs, value.Units, 1), each = value.Each * In(plan, inputs, value.Factor, 1) * (1 - plan.Outcomes[value.Outcome].Optimism);
        double cashable = In(plan, inputs, value.Cashable, 0), marginal = In(plan, inputs, value.Marginal, 1);
        for (int t = 0; t < cases.Length; t++)
        {
            double saved = cases[t] * units, pounds = saved * each;
            int at = plan.At(t, value.Bearer, FlowKind.Capital);
            if (value.Kind != CostKind.Fiscal)
            {
                flows[at + (int)(value.Kind == CostKind.Economic ? FlowKind.Economic : plan.Outcomes[value.Outcome].IsHealth ? FlowKind.Health : FlowKind.Social)] += pounds;
                continue;
            }

            // A wing closes, or opens, only when a whole step of it is reached.
            double whole = value.Step > 0 ? Math.Truncate(saved / value.Step) * value.Step * each : pounds;
            double cash = whole * cashable;
            flows[at + (int)FlowKind.Cashable] += cash;
            flows[at + (int)FlowKind.NotCashable] += pounds - cash;
            flows[at + (int)FlowKind.Marginal] += pounds * marginal;
            flows[at + (int)FlowKind.Stepped] += value.Step > 0 ? whole + ((pounds - whole) * marginal) : pounds * marginal;
        }
    }

    private static void Cost(OptionPlan plan, ReadOnlySpan<double> inputs, int at, double taken, Span<double> flows)
    {
        OptionCost cost = plan.Costs[at];
        double amount = In(plan, inputs, cost.Amount, 0) * cost.Each * In(plan, inputs, cost.PerHour, 1) * (1 + cost.Optimism);
        double[] byYear = plan.CostByYear[at];
        for (int t = 0; t < byYear.Length; t++) flows[plan.At(t, cost.Bearer, (FlowKind)cost.Kind)] += amount * byYear[t] * (cost.IsPerPerson ? taken : 1);
    }
}
