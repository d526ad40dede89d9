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
}

/// <summary>An option as flat arrays. An input of -1 stands for the neutral value of its use.</summary>
internal sealed class OptionPlan
{
    public const int Kinds = 10;

    public required int Years { get; init; }

    public required int Bearers { get; init; }

    public required double[] Discount { get; init; }

    public required double[] Least { get; init; }

    public required double[] Most { get; init; }

    public required bool[] IsAgency { get; init; }

    public required int People { get; init; }

    public required double[] PeopleByYear { get; init; }

    public required int TakeUp { get; init; }

    public required int Retention { get; init; }

    public required OptionOutcome[] Outcomes { get; init; }

    public required double[][] Ramps { get; init; }

    public required OptionValue[] Values { get; init; }

    public required OptionCost[] Costs { get; init; }

    public required double[][] CostByYear { get; init; }

    /// <summary>Flows by year, bearer and kind; then cases by outcome and year.</summary>
    public int Scratch => (Years * Bearers * Kinds) + (Outcomes.Length * Years);

    public int CasesAt => Years * Bearers * Kinds;

    public int At(int year, int bearer, FlowKind kind) => (((year * Bearers) + bearer) * Kinds) + (int)kind;

    public static OptionPlan Of(AppraisalOption option) => new()
    {
        Years = option.Years.Count,
        Bearers = option.Bearers.Count,
        Discount = option.Discounting.Factors(option.Years.Count),
        Least = [.. option.Inputs.Select(i => i.Least)],
        Most = [.. option.Inputs.Select(i => i.Most)],
        IsAgency = [.. option.Bearers.Select(b => b.IsAgency)],
        People = option.People,
        PeopleByYear = [.. option.PeopleByYear],
        TakeUp = option.TakeUp,
        Retention = option.Retention,
        Outcomes = [.. option.Outcomes],
        Ramps = [.. option.Outcomes.Select(o => o.Ramp.ToArray())],
        Values = [.. option.Values],
        Costs = [.. option.Costs],
        CostByYear = [.. option.Costs.Select(c => c.ByYear.ToArray())],
    };
}
