using NodaTime;
using Shiremoot.Terms;
using Period = Shiremoot.Terms.Period;

namespace Shiremoot.Economics;

/// <summary>What an amount is multiplied by to bring it from the prices of one year to those of another.</summary>
/// <param name="Index">The index: cpi.</param>
/// <param name="Steps">The years between and the change of each on the year before, in per cent, in the order they are multiplied.</param>
/// <param name="Factor">The product of one plus each change, or one over it where the year asked for is the earlier.</param>
/// <param name="IsForecast">True if any of the changes is a forecast.</param>
public sealed record PriceFactor(string Index, IReadOnlyList<(string Year, decimal ChangePercent)> Steps, decimal Factor, bool IsForecast)
{
    /// <summary>True where the year asked for is the earlier, so that the changes are divided by.</summary>
    public bool IsBack { get; init; }
}

/// <summary>One index over years of one kind (calendar, financial, or quarters of the year before), as changes on a year before.</summary>
internal sealed record PriceSeries(string Index, string Title, string Source, IReadOnlyDictionary<(LocalDate From, LocalDate Until), (Period Period, decimal Percent)> Changes, decimal? Onwards, LocalDate? ForecastFrom)
{
    public Period First => Changes.Values.MinBy(c => c.Period.From).Period;

    public Period Last => Changes.Values.MaxBy(c => c.Period.From).Period;

    /// <summary>The change in a period on the same a year before; null if the series has none.</summary>
    public decimal? In(Period period) =>
        Changes.TryGetValue((period.From, period.Until), out var change) ? change.Percent : period.From > Last.From ? Onwards : null;
}

/// <summary>The price indices of the country and the place: GDP deflator, consumer prices, pay. See docs/methods/price-indices.md.</summary>
public sealed class PriceIndices
{
    private readonly List<PriceSeries> series = [];

    /// <summary>The names of the indices.</summary>
    public IReadOnlyList<string> Names => [.. series.Select(s => s.Index).Distinct()];

    /// <summary>Where an index comes from, a line a series.</summary>
    public IReadOnlyList<string> SourcesOf(string index) => [.. series.Where(s => s.Index == index).Select(s => $"{s.Title}. {s.Source}.")];

    // A later series over the same kind of years replaces the earlier one.
    internal void Add(PriceSeries added)
    {
        series.RemoveAll(s => s.Index == added.Index && KindOf(s.First) == KindOf(added.First));
        series.Add(added);
    }

    /// <summary>The factor from the prices of one year to those of another.</summary>
    /// <param name="index">The index: gdp-deflator, cpi, pay.</param>
    /// <param name="from">The year the amount is in: 2013, 2013/14 or 2013Q2.</param>
    /// <param name="to">The year asked for, of the same kind.</param>
    /// <param name="whose">Whose amount it is, for messages.</param>
    public Outcome<PriceFactor> Factor(string index, string from, string to, string whose)
    {
        if (!Period.TryRead(from, out Period start)) return Prices.Refusals.YearUnreadable(from, whose);
        if (!Period.TryRead(to, out Period end)) return Prices.Refusals.YearUnreadable(to, whose);
        if (!Names.Contains(index)) return Prices.Refusals.NoSuchIndex(index, Names);
        bool isBack = end.From < start.From;
        (Period low, Period high) = isBack ? (end, start) : (start, end);
        int years = high.From.Year - low.From.Year;
        if (LaterBy(low, years).From != high.From || KindOf(low) != KindOf(high)) return Prices.Refusals.KindsDiffer(from, to, whose);
        if (series.Find(s => s.Index == index && KindOf(s.First) == KindOf(low)) is not { } found) return Prices.Refusals.OutOfRange(from, whose, index, series.Find(s => s.Index == index)!.First.Label, series.Find(s => s.Index == index)!.Last.Label);

        List<(string, decimal)> steps = [];
        decimal product = 1;
        bool isForecast = false;
        for (int n = 1; n <= years; n++)
        {
            Period step = LaterBy(low, n);
            if (found.In(step) is not { } percent) return Prices.Refusals.OutOfRange(n == 1 ? low.Label : step.Label, whose, index, found.First.Label, found.Last.Label);
            steps.Add((step.Label, percent));
            product *= 1 + (percent / 100);
            isForecast |= step.From >= found.ForecastFrom;
        }
        return new PriceFactor(index, steps, isBack ? 1 / product : product, isForecast) { IsBack = isBack };
    }

    private static Period LaterBy(Period period, int years) => KindOf(period) switch
    {
        'c' => Period.CalendarYear(period.From.Year + years),
        'f' => Period.FinancialYear(period.From.Year + years),
        _ => new(period.From.PlusYears(years), period.Until.PlusYears(years), $"{period.From.Year + years}Q{(period.From.Month + 2) / 3}"),
    };

    private static char KindOf(Period period) => period.Days < 360 ? 'q' : period.From.Month == 1 ? 'c' : 'f';
}
