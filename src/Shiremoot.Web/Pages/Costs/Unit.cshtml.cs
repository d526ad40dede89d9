using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Economics;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Costs;

public sealed class UnitPage(Shire shire) : PageModel
{
    private UnitCosts costs = null!;

    public UpratedCost Cost { get; private set; } = null!;

    public IReadOnlyList<DeflatorYear> Years => costs.Deflator.Years;

    public IReadOnlyList<CostFamily> Families => [.. costs.Families.Where(f => f.Parent == Cost.Unit.Code || f.Children.Contains(Cost.Unit.Code))];

    public IReadOnlyList<FigureView> Figures => [.. Cost.Amounts.Select(Figure)];

    /// <summary>Each amount with the sum that brought it to the year shown.</summary>
    public TableView Steps => new(
        "Steps", [new("Kind"), new("In the source", true), new("Prices of"), new("Worked sum"), new("Factor", true), new($"At {Cost.Year} prices", true)],
        [.. Cost.Amounts.Select(a => Row.Of(CostWords.Kind(a.Kind), $"{a.Original}", a.PriceYear, costs.SumOf(a), a.Factor.ToString("0.000000", CultureInfo.InvariantCulture), $"{a.Cost}"))])
    {
        CaptionHidden = true,
        Notes = [$"Index: {costs.IndexOf(Cost.Unit)}.", .. Cost.Amounts.Any(a => a.IsForecast) ? (string[])["A forecast of the series is in it."] : []],
    };

    /// <summary>Figures of the code that held before, with their days.</summary>
    public IReadOnlyList<string> Earlier => [.. Cost.Unit.Earlier.Select(e => $"{e.Valid}: {string.Join(", ", e.Amounts.Select(a => $"{a.Cost} ({a.PriceYear} prices)"))}. {e.Source}")];

    public string Payers => costs.Payers(Cost.Unit.Code).Refused(out Refusal? why, out IReadOnlyList<(string Agency, decimal Share)>? payers)
        ? why.Says
        : string.Join(", ", payers.Select(p => p.Share == 1 ? p.Agency : string.Create(CultureInfo.InvariantCulture, $"{p.Agency} {p.Share:P0}")));

    public IActionResult OnGet(string code, string? year)
    {
        if (shire.UnitCosts.Refused(out _, out UnitCosts? known)) return RedirectToPage("/Costs/Units");
        costs = known;
        if (costs.Uprate(code, string.IsNullOrEmpty(year) ? CostWords.UsualYear(costs.Deflator) : year).Refused(out _, out UpratedCost? cost)) return NotFound();
        Cost = cost;
        return Page();
    }

    public TableView Members(CostFamily family) => new(
        $"Entries under {family.Parent}", [new("Code"), new("What it is"), new("Per"), new($"Fiscal at {Cost.Year} prices", true)],
        [.. family.Children.Select(c => costs.Uprate(c, Cost.Year).Refused(out Refusal? why, out UpratedCost? one)
            ? Row.Of(c, why.Says, "", "")
            : Row.Of(new Cell(c, c == Cost.Unit.Code ? null : CostWords.UnitHref(c, Cost.Year)), one.Unit.What, one.Unit.Per, one.Amount(CostKind.Fiscal) is { } fiscal ? CostWords.Whole(fiscal.Cost) : "none"))])
    { CaptionHidden = true };

    /// <summary>A reason as a sentence of its own.</summary>
    public static string Sentence(string why) => why.Length == 0 ? "" : $"{char.ToUpperInvariant(why[0])}{why[1..].TrimEnd('.')}.";

    private FigureView Figure(UpratedAmount amount) => new(
        $"{CostWords.Kind(amount.Kind)}", $"{CostWords.Whole(amount.Cost)}", $"{Cost.Unit.Per}, at {amount.Year} prices",
        new(Cost.Unit.What, [$"In the source: {amount.Original} at {amount.PriceYear} prices", string.Create(CultureInfo.InvariantCulture, $"Factor: {amount.Factor:0.000000}"), $"Quality: {Cost.Unit.Quality}"],
            $"Prices of {amount.Year}", CostViews.Published(Cost.Unit.Source), "uprating"));
}
