using System.Globalization;
using Shiremoot.Futures;
using Shiremoot.Terms;
using Shiremoot.Web.Pages.Costs;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Futures.Budgets;

/// <summary>Words, amounts and addresses of the pages of budgets.</summary>
internal static class BudgetWords
{
    private static readonly (string, string)[] Formats = [("csv", "CSV"), ("xlsx", "Excel")];

    public static string Href(string id) => $"/futures/budgets/{Uri.EscapeDataString(id)}";

    /// <summary>£2.5 million, −£304,000: for headlines; exact sums stand in tables.</summary>
    public static string Short(Money money) => $"{(money.Pounds <= -0.5m ? "−" : "")}{CostWords.Short(new(Math.Abs(decimal.Round(money.Pounds))))}";

    public static string Pounds(Money money) => BudgetSummary.Pounds(money);

    public static string Percent(double? share) => share is { } s ? BudgetSummary.Percent(s) : "n/a";

    public static string Number(double number) => number.ToString("#,##0.#", CultureInfo.InvariantCulture);

    /// <summary>A share in percent, as charts draw it.</summary>
    public static double? Drawn(double? share) => share is { } s ? Math.Round(100 * s, 1) : null;

    public static string Span(Contract contract) => contract.CashYears.Count == 1 ? contract.CashYears[0] : $"{contract.CashYears[0]} to {contract.CashYears[^1]}";

    public static Source From(BudgetResult b) => new(null, $"Worked out from {b.FlowsFrom}. {b.Contract.Source}");

    public static string Query(string? result) => string.IsNullOrEmpty(result) ? "" : $"?futures={Uri.EscapeDataString(result)}";

    public static IReadOnlyList<Download> Files(string id, string? result) =>
        [.. Formats.Select(f => new Download($"/api/v1/futures/budgets/{Uri.EscapeDataString(id)}/years.{f.Item1}{Query(result)}", f.Item2, "the parties by year")), new Download($"/api/v1/futures/budgets/{Uri.EscapeDataString(id)}{Query(result)}", "JSON", "everything on this page")];

    public static IReadOnlyList<Download> Beside(IEnumerable<string> ids) =>
        [.. Formats.Select(f => new Download($"/api/v1/futures/budgets/side-by-side.{f.Item1}?{string.Join('&', ids.Select(i => $"of={Uri.EscapeDataString(i)}"))}", f.Item2, "contracts side by side"))];
}
