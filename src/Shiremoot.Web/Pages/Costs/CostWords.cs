using System.Globalization;
using Shiremoot.Economics;
using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.Costs;

/// <summary>Words and amounts of the pages of costs.</summary>
internal static class CostWords
{
    private const decimal Million = 1_000_000;

    /// <summary>£304.4m, £25.3m, £712; exact sums stand in tables.</summary>
    public static string Short(Money amount) => amount.Pounds switch
    {
        >= 1000 * Million => string.Create(CultureInfo.InvariantCulture, $"£{amount.Pounds / (1000 * Million):0.##} billion"),
        >= Million => string.Create(CultureInfo.InvariantCulture, $"£{amount.Pounds / Million:0.#} million"),
        _ => Whole(amount),
    };

    public static string Whole(Money amount) => amount.Pounds.ToString("£#,##0;−£#,##0", CultureInfo.InvariantCulture);

    public static string Kind(CostKind kind) => kind switch
    {
        CostKind.Fiscal => "Fiscal: public budgets",
        CostKind.Economic => "Economic: people and employers",
        _ => "Social: harm to wellbeing",
    };

    /// <summary>The kind a query names; null if it names none.</summary>
    public static CostKind? KindOf(string? written) => Enum.TryParse(written, ignoreCase: true, out CostKind kind) && Enum.IsDefined(kind) ? kind : null;

    public static string Mark(SpendMark mark) => mark switch
    {
        SpendMark.Read => "read in the source",
        SpendMark.WorkedOut => "worked out from the source",
        _ => "not checked",
    };

    /// <summary>The price year a page shows unless asked for another: the latest that is no forecast.</summary>
    public static string UsualYear(Deflator deflator) => deflator.Years.LastOrDefault(y => !y.IsForecast)?.Period.Label ?? deflator.Years[^1].Period.Label;

    public static string UnitHref(string code, string? year) => $"/costs/units/{Uri.EscapeDataString(code)}{(year is null ? "" : $"?year={Uri.EscapeDataString(year)}")}";
}
