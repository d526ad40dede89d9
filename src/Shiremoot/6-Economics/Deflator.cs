using Shiremoot.Terms;

namespace Shiremoot.Economics;

/// <summary>A price index by year: brings an amount from the prices of one year to those of another. See docs/methods/uprating.md.</summary>
public sealed class Deflator
{
    private readonly Dictionary<(NodaTime.LocalDate From, NodaTime.LocalDate Until), DeflatorYear> years;
    private readonly DeflatorYear[] inOrder;

    internal Deflator(string title, IEnumerable<DeflatorYear> years)
    {
        Title = title;
        inOrder = [.. years.OrderBy(y => y.Period.From)];
        this.years = inOrder.ToDictionary(y => (y.Period.From, y.Period.Until));
    }

    public string Title { get; }

    /// <summary>The years of the series, oldest first.</summary>
    public IReadOnlyList<DeflatorYear> Years => inOrder;

    /// <summary>The year of the series that a text names (2015/16 and 2015-16 are one year), or the refusal that says why not.</summary>
    /// <param name="text">The year as written.</param>
    /// <param name="whose">Whose price year it is, for the message: "the fiscal cost of CR3.0".</param>
    public Outcome<DeflatorYear> Year(string? text, string whose)
    {
        if (string.IsNullOrWhiteSpace(text)) return Refusals.NoPriceYear(whose);
        if (!Period.TryRead(text, out Period period)) return Refusals.PriceYearUnreadable(text, whose, inOrder[0].Period.Label);
        return years.TryGetValue((period.From, period.Until), out DeflatorYear? year)
            ? year
            : Refusals.PriceYearOutOfRange(text, whose, inOrder[0].Period.Label, inOrder[^1].Period.Label, Title);
    }
}

/// <summary>One year of a deflator.</summary>
/// <param name="Period">The financial or calendar year.</param>
/// <param name="Index">The index in that year, on any base.</param>
/// <param name="IsForecast">True if the index was a forecast when the series was published.</param>
public sealed record DeflatorYear(Period Period, decimal Index, bool IsForecast);
