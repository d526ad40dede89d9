using Shiremoot.Futures;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Futures;

/// <summary>How sure an answer is: how much of the spread of each difference is chance, and how much that numbers are not known better.</summary>
internal static class SureViews
{
    /// <summary>The shares; null where the runs are too few to tell, or no number was drawn.</summary>
    public static ChartView? Of(FutureAnswer answer)
    {
        if (!CanTell(answer)) return null;
        FutureLine[] lines = [.. MainLines.Of(answer).Concat(MainLines.Budgets(answer) is { } budgets ? [budgets] : []).Where(l => l.OverAll.Difference.High > l.OverAll.Difference.Low)];
        if (lines.Length == 0) return null;
        double? Percent(double share) => Math.Round(100 * share, 1);
        FutureLine first = MainLines.Headline(answer) is { } headline && lines.Contains(headline) ? headline : lines[0];
        double numbers = first.OverAll.Difference.OfNumbers;
        return new("sure", $"{FutureWords.Share(numbers)} of the spread of {FutureWords.Lower(first.Title)} is because numbers are not known better, {FutureWords.Share(1 - numbers)} is chance",
            "Share of the variance of each difference over the runs, by where it comes from; what the model itself may have wrong is in neither",
            new BarDrawing(new Unit("share of the spread", Suffix: "%"), [.. lines.Select(l => l.Title)],
                [new("Numbers not known better", [.. lines.Select(l => Percent(l.OverAll.Difference.OfNumbers))]), new("Chance", [.. lines.Select(l => Percent(1 - l.OverAll.Difference.OfNumbers))])]),
            new TableView("Where the spread of each difference comes from", [new("Measure"), new("Difference a year", true), new("Range", true), new("Error of the mean", true), new("Numbers not known better", true), new("Chance", true)],
                [.. lines.Select(l => RowOf(l, answer.Asked.Years))])
            { Notes = ["A level is its mean over the years. The error of the mean is one standard error: what more runs would still move the middle by."] },
            FutureWords.From(answer))
        { HeadingLevel = 3 };
    }

    /// <summary>What the range holds and what it does not, in sentences.</summary>
    public static IReadOnlyList<(string Kind, string Says)> Kinds(FutureAnswer answer)
    {
        bool drawn = answer.Scenario?.Numbers.Any(n => n.Low < n.High) == true;
        return
        [
            ("Chance", "Who comes in, what befalls each, and when. With and without the scenario people have the same luck, so that chance hardly blurs the difference. It is in the range."),
            ("Numbers not known better", !drawn ? "Every number of the scenario is taken as known here, so none of this is in the range."
                : CanTell(answer) ? "Each set of the scenario’s numbers is drawn from their ranges below. It is in the range."
                : $"Each set of the scenario’s numbers is drawn from their ranges below. It is in the range; how much of it this is, {answer.Asked.Runs} runs cannot tell."),
            ("The model itself", "Which stages there are, what leads where, and that people and agencies go on as they do today but for the scenario. The numbers calibration found are taken as known. The system stands where today’s numbers lead in the long run, not where past years left it. None of this is in the range: the true range is wider."),
        ];
    }

    private static bool CanTell(FutureAnswer answer) => answer.Scenario?.Numbers.Any(n => n.Low < n.High) == true && answer.Asked.Runs >= 2 * answer.Asked.Worlds;

    private static Row RowOf(FutureLine l, int years)
    {
        FutureFigure f = l.OverAll.Difference;
        var (mean, low, high) = FutureWords.Yearly(l, f, years);
        double error = l.IsLevel ? f.Error : f.Error / years;
        bool isMoney = l.Unit == "pounds";
        return Row.Of(l.Title, isMoney ? FutureWords.Whole(mean) : FutureWords.Cell(mean), isMoney ? $"{FutureWords.Whole(low)} to {FutureWords.Whole(high)}" : FutureWords.Range(low, high),
            isMoney ? FutureWords.Whole(error) : FutureWords.Cell(error), FutureWords.Share(f.OfNumbers), FutureWords.Share(1 - f.OfNumbers));
    }
}
