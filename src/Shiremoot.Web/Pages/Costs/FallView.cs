using System.Globalization;
using Shiremoot.Economics;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Costs;

/// <summary>What would be saved if people used less: the fall as written, what it saves by agency and by price, and a chart of savings against falls.</summary>
/// <param name="Written">The fall as the reader wrote it.</param>
/// <param name="Why">Why nothing is told; null where it is.</param>
/// <param name="Savings">What is told.</param>
public sealed record FallView(string Written, Refusal? Why, FallSavings? Savings)
{
    public const string Usual = "10%";

    /// <summary>The fall asked about, or 10%.</summary>
    public static FallView Of(string? fall, PeopleCostQuestion question, Shire shire)
    {
        string written = string.IsNullOrWhiteSpace(fall) ? Usual : fall.Trim();
        return UseFall.Read(written).Then(read => shire.Savings(question, read)).Refused(out Refusal? why, out FallSavings? savings) ? new FallView(written, why, null) : new FallView(written, null, savings);
    }

    /// <summary>The answer in a sentence.</summary>
    public string Headline => Savings is not { } s ? "" : $"A fall of {s.Fall} is worth {CostWords.Short(Pounds(s.Total.Average))} at average cost; {CostWords.Short(Pounds(s.Total.Stepped))} of it would be saved";

    /// <summary>Savings against falls; null where nothing may be shown.</summary>
    public ChartView? Chart => Savings is not { Lines.Count: > 0 } s ? null : new ChartView(
        "fall-curve", Headline, $"Saved in {s.Year} by the fall in use, at {s.Question.PriceYear} prices. A rise in the third line is a step that stands empty",
        new LineDrawing(Scale(s), [.. s.Curve.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.PerCent}%"))],
            [new("At average cost", Line(s, p => p.Average)), new("At once", Line(s, p => p.AtOnce)), new("At once and by steps", Line(s, p => p.Stepped))]),
        new TableView("Saved by the fall in use", [new("Fall"), new("At average cost", true), new("At once", true), new("By steps", true), new("At once and by steps", true)],
            [.. s.Curve.Select(p => Row.Of(string.Create(CultureInfo.InvariantCulture, $"{p.PerCent}%"), Text(p.Saved.Average), Text(p.Saved.AtOnce), Text(p.Saved.ByStep), Text(p.Saved.Stepped)))]),
        PeopleCostViews.SourceOf(s.Origin))
    { HeadingLevel = 3 };

    /// <summary>By agency, each with its sum.</summary>
    public TableView? ByAgency => Savings is not { } s ? null : new TableView(
        $"What each agency bears in {s.Year}, and what it would save", [new("Agency"), new("Cost of the year", true), new("At average cost", true), new("At once", true), new("By steps", true), new("The sum")],
        [
            .. s.ByAgency.Select(a => Row.Of(a.Agency, Text(a.Cost), Text(a.Saved.Average), Text(a.Saved.AtOnce), Text(a.Saved.ByStep), a.Sum)),
            Row.TotalOf("Total", Text(s.ByAgency.Sum(a => a.Cost)), Text(s.Total.Average), Text(s.Total.AtOnce), Text(s.Total.ByStep), ""),
        ]);

    /// <summary>By price: how many fewer, and how far it is to the next step.</summary>
    public TableView? ByPrice => Savings is not { } s ? null : new TableView(
        $"The sums, what it is spent on at {s.Question.PriceYear} prices", [new("What"), new("Fewer", true), new("To the next step", true), new("The sum")],
        [.. s.Lines.Select(l => Row.Of(new Cell(l.Price.Title, CostWords.UnitHref(l.Price.UnitCost, s.Question.PriceYear)), Number(l.Fewer), l.ToNextStep is { } next ? Number(next) : "", l.Sum))])
    { Notes = s.Notes };

    private static Unit Scale(FallSavings s) => s.Curve[^1].Saved.Average >= 1_000_000 ? new("£ million", "£", "m", 2) : new("£ thousand", "£", "k", 1);

    private static double?[] Line(FallSavings s, Func<SavingSum, decimal> of)
    {
        decimal unit = s.Curve[^1].Saved.Average >= 1_000_000 ? 1_000_000 : 1_000;
        return [.. s.Curve.Select(p => (double?)(of(p.Saved) / unit))];
    }

    private static string Text(decimal pounds) => CostWords.Whole(Pounds(pounds));

    private static Money Pounds(decimal pounds) => new(decimal.Round(pounds, 2));

    private static string Number(decimal value) => value.ToString("#,##0.#", CultureInfo.InvariantCulture);
}
