using Shiremoot.Futures;
using Shiremoot.Terms;

namespace Shiremoot;

/// <summary>Published flows forecast, with how such forecasts would have fared.</summary>
/// <param name="Model">What the file's columns are.</param>
/// <param name="Forecast">The quarters to come.</param>
/// <param name="Backtest">How earlier forecasts, made in the same way, would have fared.</param>
public sealed record PlaceForecast(FlowModel Model, FlowForecast Forecast, FlowBacktest Backtest);

public sealed partial class Shire
{
    private const int QuartersAhead = 4;

    private readonly Lazy<Outcome<IReadOnlyList<FlowModel>>> forecasts;

    /// <summary>The published flows that are forecast: the country's and the place's own; refused with the faults of their files.</summary>
    public Outcome<IReadOnlyList<FlowModel>> Forecasts => forecasts.Value;

    /// <summary>A file of forecasts by its id.</summary>
    public Outcome<FlowModel> ForecastOf(string id)
    {
        if (Forecasts.Refused(out Refusal? why, out IReadOnlyList<FlowModel>? known)) return why;
        return known.FirstOrDefault(m => m.Id == id) is { } found ? found : FlowModelFile.NoSuchModel(id, known.Select(m => m.Id));
    }

    /// <summary>The year to come of published flows, and how such forecasts would have fared: what 'forecast' and 'backtest' print of the file. Drawn once until other data is taken in.</summary>
    public Outcome<PlaceForecast> DrawForecast(FlowModel model) => Once($"forecasts/{model.Id}", () =>
        FlowTableFile.Read(model.Path!, model).Then(table => FlowForecasting.Forecast(table, QuartersAhead).Then(made => FlowForecasting.Backtest(table, QuartersAhead, 1).Then<PlaceForecast>(tested => new PlaceForecast(model, made, tested)))));
}
