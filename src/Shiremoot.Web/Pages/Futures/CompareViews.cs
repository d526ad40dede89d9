using Shiremoot.Futures;
using Shiremoot.Web.Pages.Costs.Options;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Futures;

/// <summary>Answers beside one another: their differences from the place as it goes on.</summary>
internal static class CompareViews
{
    private static readonly string[] Measures = ["people-in-custody", "women-in-custody", "children-in-custody", "custodial-sentences", "custodial-sentences-children", "proven", "arrests", "community-sentences", "breaches", "recalls", "served", "waits"];

    /// <summary>The change in people in custody by year, a line for each; null where none of them follows it.</summary>
    public static ChartView? Fan(IReadOnlyList<(string Name, FutureAnswer Answer)> shown)
    {
        string? id = Measures.FirstOrDefault(m => shown.All(s => Line(s.Answer, m) is not null) && shown.Any(s => FutureWords.IsClear(Line(s.Answer, m)!))) ?? Measures.FirstOrDefault(m => shown.All(s => Line(s.Answer, m) is not null));
        if (id is null) return null;
        FutureLine[] lines = [.. shown.Select(s => Line(s.Answer, id)!)];
        int years = shown.Min(s => s.Answer.Asked.Years), most = Enumerable.Range(0, shown.Count).MinBy(i => lines[i].OverAll.Difference.Mean);
        FutureAnswer first = shown[0].Answer;
        return new("compared", $"{shown[most].Name}: {FutureWords.Lower(FutureWords.Change(lines[most], shown[most].Answer.Asked.Years))}",
            $"{lines[0].Title}{FutureWords.Per(lines[0])}: with each scenario less as things are, by year; {FutureWords.Ranges(first)}",
            new LineDrawing(FanViews.UnitOf(lines[0], [.. lines.SelectMany(l => l.Difference)]), [.. FanViews.Years(first).Take(years)], [.. shown.Zip(lines, (s, l) => FanViews.Drawn(s.Name, [.. l.Difference.Take(years)]))]),
            new TableView($"{lines[0].Title} by year, difference and its range", [new("Year"), .. shown.Select(s => new Column(s.Name, true))],
                [.. Enumerable.Range(0, years).Select(y => new Row([FutureWords.Year(y), .. lines.Select(l => new Cell($"{FutureWords.Cell(l.Difference[y].Mean)} ({FutureWords.Range(l.Difference[y].Low, l.Difference[y].High)})"))]))]),
            FutureWords.From(first));
    }

    /// <summary>Every measure: the difference with its range, a column for each.</summary>
    public static TableView SideBySide(IReadOnlyList<(string Name, FutureAnswer Answer)> shown) => new(
        "Difference from the place as it goes on, a year’s worth, with its range", [new("What"), .. shown.Select(s => new Column(s.Name, true))],
        [
            new Row(["Scenario", .. shown.Select(s => new Cell(s.Answer.Scenario?.Title ?? ""))]),
            .. Measures.Where(m => shown.Any(s => Line(s.Answer, m) is not null)).Select(m => new Row([shown.Select(s => Line(s.Answer, m)).OfType<FutureLine>().First() is var l ? l.Title + FutureWords.Per(l) : "", .. shown.Select(s => new Cell(Text(Line(s.Answer, m), s.Answer)))])),
            .. shown.SelectMany(s => s.Answer.Money).Select(l => (l.Id, l.Title)).Distinct().Select(m => new Row([m.Title, .. shown.Select(s => new Cell(Pounds(s.Answer.Money.FirstOrDefault(l => l.Id == m.Id), s.Answer)))], m.Id is "fiscal" or "all")),
            new Row(["Years", .. shown.Select(s => new Cell($"{s.Answer.Asked.Years}"))]),
            new Row(["For whom", .. shown.Select(s => new Cell(s.Answer.Scenario?.Who.InWords ?? "people"))]),
            new Row(["Numbers it rests on", .. shown.Select(s => new Cell($"{s.Answer.Scenario?.Numbers.Count ?? 0}"))]),
            new Row(["Of those, assumptions", .. shown.Select(s => new Cell($"{s.Answer.Scenario?.Numbers.Count(n => n.IsAssumption) ?? 0}"))]),
        ])
    { Notes = ["Differences may be set beside one another, but not added: two scenarios at once may do more or less than both alone.", FutureWords.Standing] };

    /// <summary>What public budgets and each agency pay more or less; null where there is no money.</summary>
    public static ChartView? Money(IReadOnlyList<(string Name, FutureAnswer Answer)> shown)
    {
        (string Id, string Title)[] who = [.. shown.SelectMany(s => s.Answer.Money).Where(l => l.Id.StartsWith("fiscal", StringComparison.Ordinal)).Select(l => (l.Id, l.Title)).Distinct()];
        if (who.Length == 0) return null;
        double A(FutureAnswer a, string id) => a.Money.FirstOrDefault(l => l.Id == id) is { } l ? l.OverAll.Difference.Mean / a.Asked.Years : 0;
        PoundScale scale = PoundScale.Of(shown.SelectMany(s => who.Select(w => A(s.Answer, w.Id))));
        var least = shown.MinBy(s => A(s.Answer, "fiscal"));
        return new("compared-money", MainLines.Budgets(least.Answer) is { } budgets ? $"{least.Name}: {FutureWords.Lower(FutureWords.Money(budgets, least.Answer.Asked.Years))}" : "What each pays", $"Change in what public budgets bear in a year, at {shown[0].Answer.PriceYear} prices, not discounted; below nought is less to pay",
            new BarDrawing(scale.Unit, [.. who.Select(w => w.Title)], [.. shown.Select(s => new Series(s.Name, [.. who.Select(w => (double?)scale.At(A(s.Answer, w.Id)))]))]),
            new TableView("Change in what each bears in a year", [new("Who"), .. shown.Select(s => new Column(s.Name, true))], [.. who.Select(w => new Row([w.Title, .. shown.Select(s => new Cell(FutureWords.Whole(A(s.Answer, w.Id))))]))]),
            FutureWords.From(shown[0].Answer))
        { IsRoomy = true };
    }

    private static FutureLine? Line(FutureAnswer answer, string id) => answer.Lines.FirstOrDefault(l => l.Id == id);

    private static string Text(FutureLine? line, FutureAnswer answer)
    {
        if (line is null) return "not followed";
        var (mean, low, high) = FutureWords.Yearly(line, line.OverAll.Difference, answer.Asked.Years);
        return $"{FutureWords.Cell(mean)} ({FutureWords.Range(low, high)})";
    }

    private static string Pounds(FutureLine? line, FutureAnswer answer)
    {
        if (line is null) return "has no part";
        var (mean, low, high) = FutureWords.Yearly(line, line.OverAll.Difference, answer.Asked.Years);
        return $"{FutureWords.Whole(mean)} ({FutureWords.Whole(low)} to {FutureWords.Whole(high)})";
    }
}
