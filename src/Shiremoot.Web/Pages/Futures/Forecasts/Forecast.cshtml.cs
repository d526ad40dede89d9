using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Futures;
using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.Futures.Forecasts;

public sealed class ForecastPage(Shire shire) : PageModel
{
    public FlowModel Flows { get; private set; } = null!;

    public PlaceForecast? Drawn { get; private set; }

    public Refusal? Why { get; private set; }

    /// <summary>The series whose chart is shown.</summary>
    public int Chosen { get; private set; }

    public IActionResult OnGet(string id, string? series)
    {
        // The list says what is wrong with the files.
        if (shire.Forecasts.IsRefused) return RedirectToPage("/Futures/Forecasts/Index");
        if (shire.ForecastOf(id).Refused(out _, out FlowModel? flows)) return NotFound();
        Flows = flows;
        if (shire.DrawForecast(flows).Refused(out Refusal? why, out PlaceForecast? drawn))
        {
            Why = why;
            return Page();
        }
        Drawn = drawn;
        Chosen = series is null ? 0 : drawn.Forecast.Table.Series.ToList().FindIndex(s => s.Column == series);
        return Chosen < 0 ? NotFound() : Page();
    }
}
