using Shiremoot.Futures;
using Shiremoot.Web.Pages.Costs.Options;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Futures;

/// <summary>Who pays and who saves.</summary>
internal static class MoneyViews
{
    private const int MostCells = 14;
    private static readonly string[] Sums = ["fiscal", "all"];

    /// <summary>The change in what each bears in a year; null where there is no money or no scenario.</summary>
    public static ChartView? Bearers(FutureAnswer answer)
    {
        if (answer.Scenario is null || answer.Money.Count == 0 || MainLines.Budgets(answer) is not { } budgets) return null;
        int years = answer.Asked.Years;
        FutureLine[] shown = [.. answer.Money.Where(l => l.OverAll.Difference is not { Mean: 0, Low: 0, High: 0 })];
        if (shown.Length == 0) shown = [.. answer.Money];
        PoundScale scale = PoundScale.Of(shown.Select(l => l.OverAll.Difference.Mean / years));
        double? At(FutureLine l, Func<(double Mean, double Low, double High), double> of) => scale.At(of(FutureWords.Yearly(l, l.OverAll.Difference, years)));
        return new("money", FutureWords.Money(budgets, years), $"Change in what each bears in a year, at {answer.PriceYear} prices, not discounted; below nought is less to pay; {FutureWords.Ranges(answer)}",
            new BarDrawing(scale.Unit, [.. shown.Select(l => l.Title)], [new("Change a year", [.. shown.Select(l => At(l, f => f.Mean))], [.. shown.Select(l => At(l, f => f.Low))], [.. shown.Select(l => At(l, f => f.High))])]),
            Table(answer), FutureWords.From(answer))
        { HeadingLevel = 3 };
    }

    /// <summary>What the money is for, the greatest changes first; null where there is none.</summary>
    public static TableView? Ledger(FutureAnswer answer)
    {
        FutureCell[] changed = [.. answer.Cells.Where(c => Math.Abs(c.With - c.Baseline) >= 0.5).OrderByDescending(c => Math.Abs(c.With - c.Baseline))];
        if (answer.Scenario is null || changed.Length == 0) return null;
        int years = answer.Asked.Years;
        return new($"What it is for: pounds a year at {answer.PriceYear} prices", [new("Who"), new("Kind"), new("What for"), new("As things are", true), new("With the scenario", true), new("Change", true)],
            [.. changed.Take(MostCells).Select(c => Row.Of(c.Agency, FutureWords.Lower(c.Kind.ToString()), c.What, FutureWords.Whole(c.Baseline / years), FutureWords.Whole(c.With / years), FutureWords.Whole((c.With - c.Baseline) / years)))])
        { Notes = changed.Length > MostCells ? [$"The {MostCells} greatest changes of {changed.Length}; the file has all."] : [] };
    }

    private static TableView Table(FutureAnswer answer)
    {
        int years = answer.Asked.Years;
        return new($"What each bears in a year, at {answer.PriceYear} prices.{FutureWords.Whom(answer)}", [new("Who"), new("As things are", true), new("With the scenario", true), new("Change", true), new("Range", true)],
            [.. answer.Money.Select(l => new Row(
                [l.Title, FutureWords.Whole(l.OverAll.Baseline.Mean / years), FutureWords.Whole(l.OverAll.With.Mean / years), FutureWords.Whole(l.OverAll.Difference.Mean / years), $"{FutureWords.Whole(l.OverAll.Difference.Low / years)} to {FutureWords.Whole(l.OverAll.Difference.High / years)}"],
                Sums.Contains(l.Id)))])
        { Notes = ["At average costs of what happens, and what the scenario itself costs. A budget falls by less at first: posts and places go only when enough cases go."] };
    }

    // Those who are no agency bear costs of two kinds, which must be told apart.
}
