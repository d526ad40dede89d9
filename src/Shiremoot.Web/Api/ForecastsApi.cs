using Shiremoot.Futures;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Web.Api;

/// <summary>Published flows that are forecast.</summary>
internal sealed record ForecastAnswer(string Id, string Title, string Source, string Note);

/// <summary>Forecasts of published flows, and how such forecasts would have fared, the same as their pages show.</summary>
internal static class ForecastsApi
{
    private static readonly (string Name, string Says, Func<PlaceForecast, ReleaseTable> Table)[] Tables =
    [
        ("quarters", "The quarters to come of published flows, with intervals", f => f.Forecast.ToTable(f.Model.Source)),
        ("scores", "How forecasts would have fared, by series", f => f.Backtest.ToScores(f.Model.Source)),
        ("points", "Every forecast of the backtest beside what came", f => f.Backtest.ToPoints(f.Model.Source)),
    ];

    public static void Map(RouteGroupBuilder v1)
    {
        RouteGroupBuilder forecasts = v1.MapGroup("/forecasts");
        forecasts.MapGet("", List).Produces<IReadOnlyList<ForecastAnswer>>().ProducesProblem(409).WithName("forecasts").WithSummary("The published flows that are forecast.");
        foreach ((string name, string says, Func<PlaceForecast, ReleaseTable> table) in Tables)
            foreach (string format in (string[])["csv", "xlsx"])
                forecasts.MapGet($"/{{id}}/{name}.{format}", (Shire shire, string id) => shire.ForecastOf(id).Then(shire.DrawForecast).Refused(out Refusal? why, out PlaceForecast? drawn) ? why.Answer() : TableFile.Of(table(drawn), $"{id}-{name}", format))
                    .Produces(StatusCodes.Status200OK, contentType: format == "csv" ? "text/csv" : TableFile.Workbook).ProducesProblem(404).ProducesProblem(409).WithName($"forecast-{name}-{format}").WithSummary($"{says} ({format}).");
    }

    private static IResult List(Shire shire) => shire.Forecasts.Refused(out Refusal? why, out IReadOnlyList<FlowModel>? known) ? why.Answer() : Results.Json(known.Select(m => new ForecastAnswer(m.Id, m.Title, m.Source, m.Note)));
}
