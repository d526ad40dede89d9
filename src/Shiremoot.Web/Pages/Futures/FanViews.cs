using Shiremoot.Futures;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Futures;

/// <summary>Measures year by year, as lines in the band of their range.</summary>
internal static class FanViews
{
    /// <summary>With the scenario less as things are.</summary>
    public static ChartView Difference(FutureAnswer answer, FutureLine line) => new(
        $"difference-{line.Id}", FutureWords.Change(line, answer.Asked.Years), $"{line.Title}{FutureWords.Per(line)}: with the scenario less as things are, by year; {FutureWords.Ranges(answer)}",
        new LineDrawing(UnitOf(line, line.Difference), Years(answer), [Drawn("Difference", line.Difference)]), Table(answer, line), FutureWords.From(answer))
    { HeadingLevel = 3 };

    /// <summary>As things are, and with the scenario where there is one.</summary>
    public static ChartView Levels(FutureAnswer answer, FutureLine line)
    {
        bool both = line.With.Count > 0;
        (double was, _, _) = FutureWords.Yearly(line, line.OverAll.Baseline, answer.Asked.Years);
        (double then, _, _) = FutureWords.Yearly(line, line.OverAll.With, answer.Asked.Years);
        string headline = both
            ? $"{line.Title}: {FutureWords.Amount(was)}{FutureWords.Per(line)} as things are, {FutureWords.Amount(then)} with the scenario"
            : $"{line.Title}: about {FutureWords.Amount(was)}{FutureWords.Per(line)}";
        return new($"levels-{line.Id}", headline, $"{line.Title}{FutureWords.Per(line)}, by year; {FutureWords.Ranges(answer)}.{FutureWords.Whom(answer)}",
            new LineDrawing(UnitOf(line, line.Baseline), Years(answer), both ? [Drawn("As things are", line.Baseline), Drawn("With the scenario", line.With)] : [Drawn("As things are", line.Baseline)]),
            Table(answer, line), FutureWords.From(answer))
        { HeadingLevel = 3 };
    }

    /// <summary>Every measure over all years.</summary>
    public static TableView All(FutureAnswer answer)
    {
        int years = answer.Asked.Years;
        bool both = answer.Scenario is not null;
        return new($"Every measure: a year’s worth, of what is counted at once the mean over {years} years.{FutureWords.Whom(answer)}",
            [new("Measure"), new("As things are", true), .. both ? (Column[])[new("With the scenario", true), new("Difference", true), new("Range", true)] : [new("Range", true)]],
            [.. answer.Lines.Select(l =>
            {
                var (was, wasLow, wasHigh) = FutureWords.Yearly(l, l.OverAll.Baseline, years);
                if (!both) return Row.Of(l.Title, FutureWords.Cell(was), FutureWords.Range(wasLow, wasHigh));
                var (then, _, _) = FutureWords.Yearly(l, l.OverAll.With, years);
                var (gap, low, high) = FutureWords.Yearly(l, l.OverAll.Difference, years);
                return Row.Of(l.Title, FutureWords.Cell(was), FutureWords.Cell(then), FutureWords.Cell(gap), FutureWords.Range(low, high));
            })])
        { Notes = [$"{FutureWords.Capital(FutureWords.Ranges(answer))}. {FutureWords.Standing}"] };
    }

    private static TableView Table(FutureAnswer answer, FutureLine line)
    {
        bool both = line.With.Count > 0;
        return new($"{line.Title} by year, {line.Unit}",
            [new("Year"), new("As things are", true), new("Range", true), .. both ? (Column[])[new("With the scenario", true), new("Range with it", true), new("Difference", true), new("Range of the difference", true)] : []],
            [.. Enumerable.Range(0, answer.Asked.Years).Select(y => new Row([FutureWords.Year(y), .. Cells(line.Baseline[y]), .. both ? (Cell[])[.. Cells(line.With[y]), .. Cells(line.Difference[y])] : []]))]);
    }

    private static Cell[] Cells(FutureFigure f) => [FutureWords.Cell(f.Mean), FutureWords.Range(f.Low, f.High)];

    internal static IReadOnlyList<string> Years(FutureAnswer answer) => [.. Enumerable.Range(0, answer.Asked.Years).Select(FutureWords.Year)];

    internal static Series Drawn(string name, IReadOnlyList<FutureFigure> by) => new(name, [.. by.Select(f => At(f.Mean))], [.. by.Select(f => At(f.Low))], [.. by.Select(f => At(f.High))]);

    internal static Unit UnitOf(FutureLine line, IReadOnlyList<FutureFigure> by) => new(line.Unit, Decimals: by.Select(f => Math.Max(Math.Abs(f.Low), Math.Abs(f.High))).DefaultIfEmpty().Max() < 20 ? 1 : 0);

    private static double? At(double value) => Math.Round(value, 3);
}
