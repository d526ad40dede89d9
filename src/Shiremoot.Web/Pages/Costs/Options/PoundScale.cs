using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Costs.Options;

/// <summary>Pounds, thousands or millions: what the amounts of one chart are drawn in.</summary>
/// <param name="Pounds">Pounds in one of it.</param>
/// <param name="Unit">How an amount is written.</param>
internal readonly record struct PoundScale(double Pounds, Unit Unit)
{
    private const double Thousand = 1e3, Million = 1e6;

    /// <summary>The scale on which the largest of some amounts has two digits or more.</summary>
    public static PoundScale Of(IEnumerable<double> amounts) => amounts.Select(Math.Abs).DefaultIfEmpty().Max() switch
    {
        >= 10 * Million => new(Million, new Unit("£ million", "£", "m", 1)),
        >= Million => new(Million, new Unit("£ million", "£", "m", 2)),
        >= 10 * Thousand => new(Thousand, new Unit("£ thousand", "£", "k", 0)),
        _ => new(1, new Unit("£", "£")),
    };

    public double At(double pounds) => Math.Round(pounds / Pounds, 4);
}
