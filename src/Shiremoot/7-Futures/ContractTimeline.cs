namespace Shiremoot.Futures;

/// <summary>The right to leave.</summary>
/// <param name="By">Who may.</param>
/// <param name="After">At the end of this year of the contract, counted from 1.</param>
/// <param name="LeaveBelow">Taken to leave if the reduction of all years so far is under this.</param>
/// <param name="Owes">The share of what was paid up front so far that then goes back.</param>
/// <param name="Source">Where that is from.</param>
public sealed record BreakClause(int By, int After, decimal LeaveBelow, decimal Owes, string Source);

/// <summary>Money put by at the beginning; pays the holder what a year's nights cost above a mark, as long as it lasts. What is left goes back to those who paid in.</summary>
/// <param name="Pot">The party that is the reserve.</param>
/// <param name="Amount">Pounds put by.</param>
/// <param name="From">Who pays in.</param>
/// <param name="Over">Pays above this many times the cost of the baseline.</param>
/// <param name="Source">Where that is from.</param>
public sealed record SpikeReserve(int Pot, decimal Amount, IReadOnlyList<PartyShare> From, decimal Over, string Source);

/// <summary>Holders alike who share the cost of nights: each bears the mean of all, and they settle at the end of each year.</summary>
/// <param name="Pot">The party that stands for the other members.</param>
/// <param name="Members">How many, the holder among them.</param>
/// <param name="Source">Where that is from.</param>
public sealed record BudgetPool(int Pot, int Members, string Source);

/// <summary>A worked figure: what happened, and what each party then has at the end, income less spending.</summary>
/// <param name="Says">What it is.</param>
/// <param name="Actual">Units by line and year.</param>
/// <param name="Control">Units of the control by line and year; null where the counterfactual is no control.</param>
/// <param name="Leaves">True if the right to leave is used, false if not, null as its rule says.</param>
/// <param name="Net">Pounds by party, those that the file names.</param>
/// <param name="Source">Where it is from.</param>
public sealed record ContractExample(
    string Says, IReadOnlyList<IReadOnlyList<decimal>> Actual, IReadOnlyList<IReadOnlyList<decimal>>? Control, bool? Leaves, IReadOnlyList<(int Party, decimal Pounds)> Net, string Source);
