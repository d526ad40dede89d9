using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Futures;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Futures.Forecasts;

public sealed class ForecastsPage(Shire shire) : PageModel
{
    public Refusal? Why { get; private set; }

    public TableView? Table { get; private set; }

    public void OnGet()
    {
        if (shire.Forecasts.Refused(out Refusal? why, out IReadOnlyList<FlowModel>? known)) Why = why;
        else if (known.Count > 0) Table = ForecastTables.OfModels([.. known.Select(m => (m, shire.DrawForecast(m).Refused(out Refusal? not, out PlaceForecast? drawn) ? $"Cannot be told. {not.Says}" : drawn.Backtest.Headline()))]);
    }
}
