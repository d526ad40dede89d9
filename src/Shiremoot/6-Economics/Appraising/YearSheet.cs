using Shiremoot.Trust;

namespace Shiremoot.Economics.Appraising;

/// <summary>What a fiscal value, or a cost, comes to by year: the lines that the sheet of results adds up.</summary>
internal readonly record struct ValueLines(OptionValue Value, YearLine Saved, YearLine Cashable, YearLine Marginal, YearLine Stepped);

/// <summary>The sheet of years: people, cases avoided, benefits, costs and their running totals, each a formula on the inputs. The formulas are those of <see cref="OptionFlowKernel"/>.</summary>
internal sealed class YearSheet
{
    private readonly AppraisalOption option;
    private readonly OptionPlan plan;
    private readonly InputSheet inputs;
    private readonly SheetDraft sheet;
    private readonly YearLine discount, healthDiscount, taking, keeping;

    public YearSheet(AppraisalOption option, OptionPlan plan, InputSheet inputs)
    {
        (this.option, this.plan, this.inputs) = (option, plan, inputs);
        sheet = new("Years", [60, 16, 18, 18, .. Enumerable.Repeat(16, plan.Years)]);
        sheet.Row(["What", "Of each", "Total", "Present value", .. option.Years]);
        discount = sheet.Line("Discount factor", null, Numbers(plan.Discount), null, CellLook.Plain);
        healthDiscount = plan.HealthDiscount.Length == 0 ? discount : sheet.Line("Discount factor of health", null, Numbers(plan.HealthDiscount), null, CellLook.Plain);
        sheet.Heading("People");
        YearLine times = sheet.Line("People of the year, times those offered it", null, Numbers(plan.PeopleByYear), null, CellLook.Plain);
        taking = sheet.Line("People who take it up", (inputs[plan.People] ?? 0) * (inputs[plan.TakeUp] ?? 1), times.Years, null, CellLook.Plain);
        keeping = sheet.Line("People who keep to it", inputs[plan.Retention] ?? 1, taking.Years, null, CellLook.Plain);
        sheet.Heading("Cases avoided");
        Cases = [.. option.Outcomes.Select(Avoided)];
        sheet.Heading("Benefits");
        Values = [.. option.Values.Select(Value)];
        sheet.Heading("Costs");
        Costs = [.. option.Costs.Select(Cost)];
        sheet.Heading("All together");
        AllCosts = Sum("Costs", Costs);
        Fiscal = Sum("Fiscal savings at average cost", Of(CostKind.Fiscal));
        Economic = Sum("Economic gains", Of(CostKind.Economic));
        Social = Sum("Social gains", OfSocial(isHealth: false));
        Health = plan.HealthDiscount.Length == 0 ? null : Sum("Social gains in health", OfSocial(isHealth: true), healthDiscount);
        YearLine net = Health is { } health
            ? sheet.Line("Benefits less costs", null, [.. Enumerable.Range(0, plan.Years).Select(t => Fiscal.Years[t] + Economic.Years[t] + Social.Years[t] + health.Years[t] - AllCosts.Years[t])], null, CellLook.Pounds)
            : Add("Benefits less costs", [.. Enumerable.Range(0, plan.Years).Select(t => Fiscal.Years[t] + Economic.Years[t] + Social.Years[t] - AllCosts.Years[t])]);
        YearLine present = Health is { } own
            ? sheet.Line("The same × discount factor, health by its own", null, [.. Enumerable.Range(0, plan.Years).Select(t => ((net.Years[t] - own.Years[t]) * discount.Years[t]) + (own.Years[t] * healthDiscount.Years[t]))], null, CellLook.Pounds)
            : Add("The same × discount factor", [.. net.Years.Zip(discount.Years, (n, d) => n * d)]);
        (NetPresent, SocialPresent) = Health is { } more ? (present.Total, Social.Present + more.Present) : (net.Present, Social.Present);
        PaidBack = Stays("discounted", Running("Running total, discounted", present));
        PaidBackPlain = Stays("not discounted", Running("Running total, not discounted", net));
    }

    public IReadOnlyList<YearLine> Cases { get; }

    public IReadOnlyList<ValueLines> Values { get; }

    public IReadOnlyList<YearLine> Costs { get; }

    public YearLine AllCosts { get; }

    public YearLine Fiscal { get; }

    public YearLine Economic { get; }

    public YearLine Social { get; }

    /// <summary>Of the social gains, those in health, which <see cref="Social"/> leaves out; null where there are none.</summary>
    public YearLine? Health { get; }

    public SheetTerm SocialPresent { get; }

    public SheetTerm NetPresent { get; }

    /// <summary>One in each year from which the running total is never under nought again.</summary>
    public YearLine PaidBack { get; }

    public YearLine PaidBackPlain { get; }

    public FormulaSheet Sheet => sheet.Sheet();

    private static SheetTerm[] Numbers(IEnumerable<double> numbers) => [.. numbers.Select(SheetTerm.Of)];

    private YearLine Add(string label, SheetTerm[] years) => sheet.Line(label, null, years, discount, CellLook.Pounds);

    private YearLine Sum(string label, IEnumerable<YearLine> lines, YearLine? factors = null)
    {
        YearLine[] all = [.. lines];
        return sheet.Line(label, null, [.. Enumerable.Range(0, plan.Years).Select(t => SheetTerm.Sum(all.Select(l => l.Years[t])))], factors ?? discount, CellLook.Pounds);
    }

    private IEnumerable<YearLine> Of(CostKind kind) => Values.Where(v => v.Value.Kind == kind).Select(v => v.Saved);

    private IEnumerable<YearLine> OfSocial(bool isHealth) => Values.Where(v => v.Value.Kind == CostKind.Social && option.Outcomes[v.Value.Outcome].IsHealth == isHealth).Select(v => v.Saved);

    private YearLine Avoided(OptionOutcome outcome, int at)
    {
        SheetTerm Less(int input) => 1 - (inputs[input] ?? 0);
        SheetTerm fades = Less(outcome.Fade), stays = Less(outcome.DropOff);
        YearLine effect = sheet.Line($"{outcome.Title}: share of full effect of those who start", null, [.. plan.Ramps[at].Take(plan.Years).Select((ramp, t) => outcome.Fade < 0 ? ramp : ramp * fades.Power(t))], null, CellLook.Plain);
        SheetTerm left = (inputs[outcome.Need] ?? 1) * Less(outcome.Deadweight) * (inputs[outcome.Attribution] ?? 1) * Less(outcome.Displacement) * Less(outcome.Substitution) * Less(outcome.Leakage);
        SheetTerm[] years = [.. Enumerable.Range(0, plan.Years).Select(t => SheetTerm.Sum(
            Enumerable.Range(0, Math.Max(0, t - outcome.Lag + 1)).Where(s => t - s - outcome.Lag < outcome.Lasts).Select(s =>
            {
                SheetTerm started = keeping.Years[s] * effect.Years[s];
                int since = t - s - outcome.Lag;
                return since == 0 || outcome.DropOff < 0 ? started : started * stays.Power(since);
            })))];
        return sheet.Line($"{outcome.Title}: {outcome.Unit} avoided", Gross(outcome) * left, years, discount, CellLook.Plain);
    }

    private SheetTerm Gross(OptionOutcome outcome)
    {
        SheetTerm effect = inputs[outcome.Effect] ?? 0, baseline = inputs[outcome.Baseline] ?? 0;
        SheetTerm? given = inputs[outcome.Chance];
        SheetTerm chance = given ?? 0;
        switch (outcome.Form)
        {
            case EffectForm.UnitsAvoided: return effect;
            case EffectForm.ShareAvoided: return baseline * effect;
            case EffectForm.LogRatio:
                SheetTerm ratio = SheetTerm.Exponential(effect);
                return baseline * (1 - (given is null ? ratio : SheetTerm.WhereAbove((ratio * chance) - 1, 1 / chance, ratio)));
            case EffectForm.LogOddsRatio:
                SheetTerm odds = SheetTerm.Exponential(effect);
                return baseline * (1 - (odds / (1 - chance + (chance * odds))));
            default:
                SheetTerm changed = SheetTerm.Least(1, SheetTerm.Most(0, chance + (effect / 100)));
                return SheetTerm.WhereAbove(chance, baseline * (1 - (changed / chance)), 0);
        }
    }

    private ValueLines Value(OptionValue value, int at)
    {
        string label = $"{option.Outcomes[value.Outcome].Title}, {value.Code}, {UnitCosts.Name(value.Kind)}, {option.Bearers[value.Bearer].Name}";
        (SheetTerm each, SheetTerm optimism, SheetTerm step) = inputs.Values[at];
        SheetTerm pound = each * (inputs[value.Factor] ?? 1) * (1 - optimism), units = inputs[value.Units] ?? 1;
        SheetTerm[] cases = Cases[value.Outcome].Years;
        YearLine saved = sheet.Line($"{label}: pounds", pound, [.. cases.Select(c => c * units)], value.Kind == CostKind.Social && option.Outcomes[value.Outcome].IsHealth ? healthDiscount : discount, CellLook.Pounds);
        if (value.Kind != CostKind.Fiscal) return new(value, saved, default, default, default);
        YearLine whole = value.Step > 0 ? sheet.Line($"{label}: in whole steps", pound, [.. cases.Select(c => SheetTerm.Whole(c * units / step) * step)], discount, CellLook.Pounds) : saved;
        SheetTerm cashable = inputs[value.Cashable] ?? 0, marginal = inputs[value.Marginal] ?? 1;
        return new(
            value, saved, sheet.Line($"{label}: cashable", cashable, whole.Years, discount, CellLook.Pounds), sheet.Line($"{label}: at marginal cost", marginal, saved.Years, discount, CellLook.Pounds),
            Add($"{label}: by steps and at marginal cost", [.. saved.Years.Zip(whole.Years, (s, w) => value.Step > 0 ? w + ((s - w) * marginal) : s * marginal)]));
    }

    private YearLine Cost(OptionCost cost, int at)
    {
        (SheetTerm each, SheetTerm optimism, _) = inputs.Costs[at];
        SheetTerm amount = (inputs[cost.Amount] ?? 0) * each * (inputs[cost.PerHour] ?? 1) * (1 + optimism);
        SheetTerm[] times = [.. cost.ByYear.Select((by, t) => cost.IsPerPerson ? by * taking.Years[t] : by)];
        return sheet.Line($"{cost.Name}, {option.Bearers[cost.Bearer].Name}", amount, times, discount, CellLook.Pounds);
    }

    private YearLine Running(string label, YearLine of) => sheet.Chain(label, (t, before) => before is { } b ? b + of.Years[t] : of.Years[t], plan.Years, CellLook.Pounds);

    private YearLine Stays(string how, YearLine running) => sheet.Chain($"Paid back and stays so, {how} (1 for yes)", (t, after) => after is { } a ? SheetTerm.NotUnder(running.Years[t]) * a : SheetTerm.NotUnder(running.Years[t]), plan.Years, CellLook.Plain, fromTheEnd: true);
}
