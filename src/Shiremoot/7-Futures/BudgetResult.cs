using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>A party's money in one year, over all runs. Pounds.</summary>
/// <param name="Label">The year.</param>
/// <param name="Income">What it gets, on average.</param>
/// <param name="Spend">What it pays, on average.</param>
/// <param name="Low">Its running balance at the end of the year: 5 of 100 runs are under this.</param>
/// <param name="Middle">Half of the runs are under this.</param>
/// <param name="High">95 of 100 runs are under this.</param>
/// <param name="Behind">The share of runs whose running balance is under nought.</param>
public sealed record PartyYear(string Label, Money Income, Money Spend, Money Low, Money Middle, Money High, double Behind)
{
    public Money Net => new(Income.Pounds - Spend.Pounds);
}

/// <summary>What moves a party's net, and how much of its variance that is: the covariance with the net over the variance of the net, so that the shares add up to one. Under nought: it steadies.</summary>
public sealed record RiskShare(string Of, double Share);

/// <summary>One party under a contract, over all runs.</summary>
public sealed record PartyBudget
{
    public required ContractParty Party { get; init; }

    public required IReadOnlyList<PartyYear> Years { get; init; }

    /// <summary>Income less spending at the end, on average.</summary>
    public required Money Net { get; init; }

    /// <summary>The standard deviation of that between runs, in pounds.</summary>
    public required double Deviation { get; init; }

    /// <summary>The share of runs that end under nought.</summary>
    public required double Deficit { get; init; }

    /// <summary>How far under nought those runs are, on average; nought if there are none.</summary>
    public required Money DeficitSize { get; init; }

    /// <summary>Value at risk: 5 of 100 runs lose more than this; nought if those do not lose.</summary>
    public required Money ValueAtRisk { get; init; }

    /// <summary>By how much it is better off than if there were no contract and nothing new were done, on average; a provider is paid less where less is used.</summary>
    public required Money AgainstNone { get; init; }

    /// <summary>The share of runs in which it is worse off than that.</summary>
    public required double WorseOff { get; init; }

    /// <summary>
    /// The share of that variance that is doubt about how well the option works, the rest being luck of demand (with both together); null where flows come from a result, whose
    /// doubt is not told apart, or where the net does not vary.
    /// </summary>
    public required double? EffectShare { get; init; }

    /// <summary>What moves its net, the greatest first; empty if nothing does.</summary>
    public required IReadOnlyList<RiskShare> Risks { get; init; }
}

/// <summary>How often a contract pays (or, where it only takes back, takes nothing back), by what is true.</summary>
/// <param name="AtNought">If the option does nothing at all.</param>
/// <param name="AsHoped">If it does what is hoped of it, with how unsure that is.</param>
/// <param name="AtTarget">If it does exactly what the contract asks for; null where that is not known.</param>
/// <param name="Target">What the contract asks for; null if any reduction pays.</param>
public sealed record PaymentChances(double AtNought, double AsHoped, double? AtTarget, decimal? Target);

/// <summary>The change here beside the change elsewhere over the same time.</summary>
/// <param name="Label">The year.</param>
/// <param name="Here">Change since the baseline, as a share.</param>
/// <param name="Elsewhere">The same elsewhere; null if not known.</param>
public sealed record AdjustedEffect(string Label, double Here, double? Elsewhere)
{
    /// <summary>Change here less change elsewhere.</summary>
    public double? Beyond => Here - Elsewhere;
}

/// <summary>What a contract comes to over all runs.</summary>
public sealed record BudgetResult
{
    public required Contract Contract { get; init; }

    /// <summary>Where the flows come from.</summary>
    public required string FlowsFrom { get; init; }

    public required int Runs { get; init; }

    public required BudgetLedger Ledger { get; init; }

    /// <summary>The parties, in the contract's order.</summary>
    public required IReadOnlyList<PartyBudget> Parties { get; init; }

    public PartyBudget Holder => Parties[Contract.Holder];

    /// <summary>Units of each line on average without and with the option, by line and year.</summary>
    public required IReadOnlyList<LineFlow> Flows { get; init; }

    /// <summary>The least reduction of all lines from which on the holder has no deficit on average; null if none is enough.</summary>
    public required double? BreakEven { get; init; }

    /// <summary>The smallest sum of grants over all years with which at most one run in ten is a deficit for the holder: the contract's grants, all multiplied alike.</summary>
    public required Money SmallestGrant { get; init; }

    /// <summary>The grants the holder has under the contract if it runs its course.</summary>
    public required Money Grants { get; init; }

    /// <summary>How often it pays; null where it has no rule.</summary>
    public required PaymentChances? Chances { get; init; }

    /// <summary>The share of runs in which the right to leave is used; nought where there is none.</summary>
    public required double Leaves { get; init; }

    /// <summary>What the right to leave is worth to the holder on average; null where there is none.</summary>
    public required Money? ExitWorth { get; init; }

    /// <summary>The change here beside that elsewhere; empty where elsewhere is not known.</summary>
    public required IReadOnlyList<AdjustedEffect> Adjusted { get; init; }
}

/// <summary>Units of a line in a year, averages over all runs.</summary>
public sealed record LineFlow(string Line, string Unit, string Year, double Agreed, double Without, double With);

/// <summary>A worked figure of a contract, played through.</summary>
/// <param name="Example">What the file says.</param>
/// <param name="Left">True if the right to leave was used.</param>
/// <param name="Net">Pounds of every party at the end.</param>
/// <param name="Adjusted">The change beside that elsewhere.</param>
public sealed record PlayedExample(ContractExample Example, bool Left, IReadOnlyList<decimal> Net, IReadOnlyList<AdjustedEffect> Adjusted)
{
    /// <summary>True if every net that the file names came out to the penny.</summary>
    public bool Holds
    {
        get
        {
            foreach ((int party, decimal pounds) in Example.Net)
                if (Net[party] != pounds) return false;
            return true;
        }
    }
}
