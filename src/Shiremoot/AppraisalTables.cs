using Shiremoot.Economics;
using Shiremoot.Trust;
using Shiremoot.Terms;

namespace Shiremoot;

/// <summary>An appraisal as tables to take away: who spends and saves, and the years.</summary>
public static class AppraisalTables
{
    private const string Protection = "Made of unit costs, evidence and assumptions; a number of people that comes from a cohort is one already protected";

    /// <summary>A row for each who spends or gains: present values, then the net of each year, not discounted.</summary>
    public static ReleaseTable OfLedger(Appraisal a) => Table(a, "who spends and who saves",
        "Present values; after them the net of each year (saved and gained less spent and lent), not discounted. The rows add up to the net present public value",
        [
            new("Who", ReleaseKind.Text), Pounds("Spends"), Pounds("Lends or gives"), Pounds("Saves, cashable"), Pounds("Saves, not cashable"), Pounds("Gains"), Pounds("Net"),
            .. a.Years.Select(y => Pounds($"Net in {y.Label}")),
        ],
        a.Ledger.Select(l => (IReadOnlyList<ReleaseCell>)
        [
            ReleaseCell.Of(l.Bearer), Cell(l.Spends), Cell(l.Lends), Cell(l.Cashable), Cell(l.NotCashable), Cell(l.Wider), Cell(l.Net), .. l.ByYear.Select(y => Cell(y.Net)),
        ]));

    /// <summary>A row for each year.</summary>
    public static ReleaseTable OfYears(Appraisal a) => Table(a, "year by year",
        "At the prices of the option's price year, not discounted unless said; the last two columns in the money of each year",
        [
            new("Year", ReleaseKind.Text), new("People", ReleaseKind.Rate), Pounds("Costs"), Pounds("Fiscal savings"), Pounds("Of those, cashable"), Pounds("Economic gains"), Pounds("Social gains"), Pounds("Net"),
            new("Discount factor", ReleaseKind.Rate), Pounds("Net, present value"), Pounds("Running total"), Pounds("Running total, present value"), Pounds("Costs, cash"), Pounds("Benefits, cash"),
            .. a.Option.HealthDiscounting is null ? (ReleaseColumn[])[] : [Pounds("Of the social gains, health"), new("Discount factor of health", ReleaseKind.Rate)],
        ],
        a.Years.Select(y => (IReadOnlyList<ReleaseCell>)
        [
            ReleaseCell.Of(y.Label), Cell(y.People), Cell(y.Costs), Cell(y.Fiscal), Cell(y.Cashable), Cell(y.Economic), Cell(y.Social), Cell(y.Net), Cell(y.Discount), Cell(y.Present), Cell(y.Running), Cell(y.RunningPresent),
            Cell(y.CashCosts), Cell(y.CashBenefits),
            .. a.Option.HealthDiscounting is null ? (ReleaseCell[])[] : [Cell(y.Health), Cell(y.HealthDiscount)],
        ]));

    /// <summary>A row for each option, each at its own prices and years. At least one.</summary>
    public static ReleaseTable OfOptions(IReadOnlyList<Appraisal> options) => new(
        "Options appraised", "Present values at the prices of each option, at central values of its inputs; budgets are worse off by what is above nought", $"{options.Min(a => a.Years[0].Label)} to {options.Max(a => a.Years[^1].Label)}",
        string.Join("; ", options.Select(a => a.Option.Source).Distinct()), Origin.Published, Protection,
        [
            new("Option", ReleaseKind.Text), new("Prices of", ReleaseKind.Text), Pounds("Costs"), Pounds("Benefits"), Pounds("Net present public value"), Pounds("Net present budget impact"), new("Benefit-cost ratio", ReleaseKind.Rate),
            new("Assumptions", ReleaseKind.Rate),
        ],
        options.Select(a => (IReadOnlyList<ReleaseCell>)
        [
            ReleaseCell.Of(a.Option.Title), ReleaseCell.Of(a.Option.PriceYear), Figure(a, "present_value_costs"), Figure(a, "present_value_benefits"), Figure(a, "net_present_public_value"), Figure(a, "net_present_budget_impact"),
            Figure(a, "benefit_cost_ratio"), Cell(a.Option.Inputs.Count(i => i.IsAssumption)),
        ]))
    { OriginLabel = "Worked out from unit costs, evidence and assumptions" };

    private static ReleaseCell Figure(Appraisal a, string name) => a[name] is { } value ? Cell(value) : ReleaseCell.Missing;

    private static ReleaseTable Table(Appraisal a, string of, string definition, IReadOnlyList<ReleaseColumn> columns, IEnumerable<IReadOnlyList<ReleaseCell>> rows) => new(
        $"{a.Option.Title}: {of}, at {a.Option.PriceYear} prices", $"{definition}. Central values of the inputs", $"{a.Years[0].Label} to {a.Years[^1].Label}", a.Option.Source, Origin.Published, Protection, columns, rows)
    {
        OriginLabel = "Worked out from unit costs, evidence and assumptions",
        Notes = [a.Option.Note, .. a.Option.Notes, $"Assumptions: {string.Join("; ", a.Option.Inputs.Where(i => i.IsAssumption).Select(i => i.Name))}"],
    };

    private static ReleaseColumn Pounds(string name) => new(name, ReleaseKind.Money, "£");

    private static ReleaseCell Cell(double number) => ReleaseCell.NotOfPeople(number);
}
