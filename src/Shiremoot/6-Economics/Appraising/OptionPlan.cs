namespace Shiremoot.Economics.Appraising;

/// <summary>What flows in a year between an option and one who bears it. Costs and savings are both above nought.</summary>
internal enum FlowKind
{
    Capital,
    Revenue,
    InKind,
    Volunteers,
    Cashable,
    NotCashable,
    Economic,
    Social,

    /// <summary>The fiscal saving at marginal cost: another view of the same saving, in no sum with it.</summary>
    Marginal,

    /// <summary>The fiscal saving with whole steps at average cost and the rest at marginal cost: another view of the same saving.</summary>
    Stepped,

    /// <summary>A social gain in years of life and health, discounted on the schedule for those.</summary>
    Health,
}

/// <summary>
/// Values of one outcome that differ only in kind and bearer: one unit cost, whose units, factor, cashable and marginal shares they have in common. Inputs are -1
/// for their neutral value; fiscal, economic and social are pounds a unit; its values are those from the first up to the end.
/// </summary>
internal readonly record struct ValueLine(int Outcome, int Units, int Factor, int Cashable, int Marginal, double Step, double Fiscal, double Economic, double Social, int First, int End);

/// <summary>An option as flat arrays. An input of -1 stands for the neutral value of its use.</summary>
internal sealed class OptionPlan
{
    public const int Kinds = 11;

    public required int Years { get; init; }

    public required int Bearers { get; init; }

    public required double[] Discount { get; init; }

    /// <summary>Of gains in years of life and health; empty where no outcome has them.</summary>
    public required double[] HealthDiscount { get; init; }

    public required double[] Least { get; init; }

    public required double[] Most { get; init; }

    public required int People { get; init; }

    public required double[] PeopleByYear { get; init; }

    public required int TakeUp { get; init; }

    public required int Retention { get; init; }

    public required OptionOutcome[] Outcomes { get; init; }

    public required double[][] Ramps { get; init; }

    public required OptionValue[] Values { get; init; }

    public required ValueLine[] Lines { get; init; }

    public required int[] ValueBearer { get; init; }

    public required double[] ValueEach { get; init; }

    public required bool[] ValueIsHealth { get; init; }

    public required OptionCost[] Costs { get; init; }

    /// <summary>What a cost is multiplied by in each year, people of the year and all where it is for each person.</summary>
    public required double[][] CostByYear { get; init; }

    /// <summary>The sum over the years of <see cref="CostByYear"/>, discounted and not.</summary>
    public required double[] CostPresent { get; init; }

    public required double[] CostTotal { get; init; }

    /// <summary>Room for flows by year, bearer and kind, then cases by outcome and year.</summary>
    public int FlowScratch => (Years * Bearers * Kinds) + (Outcomes.Length * Years);

    public int CasesAt => Years * Bearers * Kinds;

    /// <summary>The discount factors of a kind of flow.</summary>
    public double[] DiscountOf(FlowKind kind) => kind == FlowKind.Health ? HealthDiscount : Discount;

    public int At(int year, int bearer, FlowKind kind) => (((year * Bearers) + bearer) * Kinds) + (int)kind;

    public static OptionPlan Of(AppraisalOption option)
    {
        double[] discount = option.Discounting.Factors(option.Years.Count);
        double[][] costs = [.. option.Costs.Select(c => c.ByYear.Select((times, t) => c.IsPerPerson ? times * option.PeopleByYear[t] : times).ToArray())];
        return new()
        {
            Years = option.Years.Count,
            Bearers = option.Bearers.Count,
            Discount = discount,
            HealthDiscount = option.HealthDiscounting?.Factors(option.Years.Count) ?? [],
            Least = [.. option.Inputs.Select(i => i.Least)],
            Most = [.. option.Inputs.Select(i => i.Most)],
            People = option.People,
            PeopleByYear = [.. option.PeopleByYear],
            TakeUp = option.TakeUp,
            Retention = option.Retention,
            Outcomes = [.. option.Outcomes],
            Ramps = [.. option.Outcomes.Select(o => o.Ramp.ToArray())],
            Values = [.. option.Values],
            Lines = [.. LinesOf(option.Values)],
            ValueBearer = [.. option.Values.Select(v => v.Bearer)],
            ValueEach = [.. option.Values.Select(v => v.Each)],
            ValueIsHealth = [.. option.Values.Select(v => v.Kind == CostKind.Social && option.Outcomes[v.Outcome].IsHealth)],
            Costs = [.. option.Costs],
            CostByYear = costs,
            CostPresent = [.. costs.Select(c => c.Zip(discount, (times, d) => times * d).Sum())],
            CostTotal = [.. costs.Select(c => c.Sum())],
        };
    }

    private static IEnumerable<ValueLine> LinesOf(IReadOnlyList<OptionValue> values)
    {
        static (int, string, int, int, int, int, double) Key(OptionValue v) => (v.Outcome, v.Code, v.Units, v.Factor, v.Cashable, v.Marginal, v.Step);
        for (int first = 0, end; first < values.Count; first = end)
        {
            end = first;
            while (end < values.Count && Key(values[end]) == Key(values[first])) end++;
            OptionValue[] line = [.. values.Skip(first).Take(end - first)];
            double Sum(CostKind kind) => line.Where(v => v.Kind == kind).Sum(v => v.Each);
            yield return new(line[0].Outcome, line[0].Units, line[0].Factor, line[0].Cashable, line[0].Marginal, line[0].Step, Sum(CostKind.Fiscal), Sum(CostKind.Economic), Sum(CostKind.Social), first, end);
        }
    }
}
