using Shiremoot.Futures;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot;

/// <summary>Contracts as tables to take away: the parties by year, and contracts side by side.</summary>
public static class BudgetTables
{
    private const string Protection = "Made of the terms of a contract, prices and flows drawn by chance: of no person";

    /// <summary>A row for each party and year.</summary>
    public static ReleaseTable OfYears(BudgetResult b) => Table($"{b.Contract.Title}: parties by year", $"Averages of {b.Runs:N0} runs; the running balance is all income so far less all spending", b,
        [
            new("Party", ReleaseKind.Text), new("Year", ReleaseKind.Text), Pounds("Income"), Pounds("Spending"), Pounds("Net"), Pounds("Running balance, 5%"), Pounds("Running balance, median"), Pounds("Running balance, 95%"), new("Runs with a running deficit", ReleaseKind.Rate),
        ],
        b.Parties.SelectMany(p => p.Years.Select(y => (IReadOnlyList<ReleaseCell>)
        [
            ReleaseCell.Of(p.Party.Title), ReleaseCell.Of(y.Label), Cell(y.Income), Cell(y.Spend), Cell(y.Net), Cell(y.Low), Cell(y.Middle), Cell(y.High), Cell(y.Behind),
        ])));

    /// <summary>A row for each contract. At least one.</summary>
    public static ReleaseTable OfContracts(IReadOnlyList<BudgetResult> budgets) => Table("Contracts side by side", "The holder's money over all years of each contract, averages of all runs unless said", budgets[0],
        [
            new("Contract", ReleaseKind.Text), new("Holder", ReleaseKind.Text), Pounds("Net to the holder"), new("Chance of deficit", ReleaseKind.Rate), Pounds("Size of a deficit"), Pounds("Value at risk, 95%"), new("Break-even reduction", ReleaseKind.Rate),
            Pounds("Grants"), Pounds("Smallest grant for one in ten"), new("Pays if nothing works", ReleaseKind.Rate), new("Pays if it works as hoped", ReleaseKind.Rate), new("Pays at the target", ReleaseKind.Rate),
        ],
        budgets.Select(b => (IReadOnlyList<ReleaseCell>)
        [
            ReleaseCell.Of(b.Contract.Title), ReleaseCell.Of(b.Holder.Party.Title), Cell(b.Holder.Net), Cell(b.Holder.Deficit), Cell(b.Holder.DeficitSize), Cell(b.Holder.ValueAtRisk), Cell(b.BreakEven),
            Cell(b.Grants), Cell(b.SmallestGrant), Cell(b.Chances?.AtNought), Cell(b.Chances?.AsHoped), Cell(b.Chances?.AtTarget),
        ]));

    private static ReleaseTable Table(string title, string definition, BudgetResult b, IReadOnlyList<ReleaseColumn> columns, IEnumerable<IReadOnlyList<ReleaseCell>> rows) => new(
        title, definition, $"{b.Contract.Years[0]} to {b.Contract.CashYears[^1]}", b.Contract.Source, Origin.Published, Protection, columns, rows)
    {
        OriginLabel = $"Worked out from {b.FlowsFrom}",
        Notes = [b.Contract.Note],
    };

    private static ReleaseColumn Pounds(string name) => new(name, ReleaseKind.Money, "£");

    private static ReleaseCell Cell(Money money) => ReleaseCell.NotOfPeople((double)money.Pounds);

    private static ReleaseCell Cell(double? number) => number is { } value ? ReleaseCell.NotOfPeople(value) : ReleaseCell.Missing;
}
