namespace Shiremoot.Futures;

/// <summary>
/// A negotiated budget or a gain share: who pays whom what for which flows, what is paid for doing better, and when it ends. Read from contracts/*.yaml;
/// see docs/methods/devolved-budgets.md. Parties and lines are named by their places in the lists here.
/// </summary>
public sealed record Contract
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Source { get; init; }

    public required string Note { get; init; }

    /// <summary>Labels of the years it runs.</summary>
    public required IReadOnlyList<string> Years { get; init; }

    /// <summary>Labels of the years money moves in: those of <see cref="Years"/>, and those after in which late payments fall.</summary>
    public required IReadOnlyList<string> CashYears { get; init; }

    public required IReadOnlyList<ContractParty> Parties { get; init; }

    /// <summary>The party whose budget is judged.</summary>
    public required int Holder { get; init; }

    public required IReadOnlyList<ContractLine> Lines { get; init; }

    public required Counterfactual Counterfactual { get; init; }

    public required IReadOnlyList<ContractSum> Sums { get; init; }

    public required IReadOnlyList<PaymentRule> Rules { get; init; }

    /// <summary>The right to leave early; null where there is none.</summary>
    public required BreakClause? Break { get; init; }

    /// <summary>Money put by for a year of many nights; null where there is none.</summary>
    public required SpikeReserve? Reserve { get; init; }

    /// <summary>Others the cost of nights is shared with; null where there are none.</summary>
    public required BudgetPool? Pool { get; init; }

    /// <summary>What happened elsewhere over the same years; null where it is not known.</summary>
    public required Elsewhere? Elsewhere { get; init; }

    /// <summary>Worked figures that the file says must come out.</summary>
    public required IReadOnlyList<ContractExample> Examples { get; init; }
}

/// <summary>What a party is to a contract.</summary>
public enum ContractPartyKind
{
    /// <summary>Pays, holds or receives a budget.</summary>
    Budget,

    /// <summary>Provides places or services and is paid for them.</summary>
    Provider,

    /// <summary>Holds money between years and ends with nought: a reserve or a pool.</summary>
    Pot,
}

/// <summary>Who has a part in a contract.</summary>
public sealed record ContractParty(string Id, string Title, ContractPartyKind Kind);

/// <summary>A party and the part of a sum it bears or gets; the shares of a list add up to one.</summary>
public readonly record struct PartyShare(int Party, decimal Share);
