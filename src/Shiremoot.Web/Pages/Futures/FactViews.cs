using Shiremoot.Futures;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Futures;

/// <summary>Published figures beside what the model comes to.</summary>
internal static class FactViews
{
    private const double Near = 0.05;

    /// <summary>In a sentence: how near what was predicted comes.</summary>
    public static string Worth(IReadOnlyList<FutureFact> facts)
    {
        FutureFact[] predicted = [.. facts.Where(f => !f.IsFitted)];
        int near = predicted.Count(f => Math.Abs(f.Apart) <= Near);
        return predicted.Length == 0 ? $"All {facts.Count} figures were fitted: nothing was left to predict." : $"{facts.Count - predicted.Length} figures were fitted. Of the {predicted.Length} that were then predicted, {near} come out within 5% of what was published; half are within {predicted.Select(f => Math.Abs(f.Apart)).Order().ElementAt(predicted.Length / 2).ToString("0.0%", System.Globalization.CultureInfo.InvariantCulture)}.";
    }

    /// <summary>How far the model lies from each published figure: first of those that were predicted, then of those that were fitted.</summary>
    public static IReadOnlyList<ChartView> Apart(IReadOnlyList<FutureFact> facts, FutureAnswer answer) =>
        [.. new[] { false, true }.Select(fitted => Apart([.. facts.Where(f => f.IsFitted == fitted)], fitted, answer)).OfType<ChartView>()];

    private static ChartView? Apart(FutureFact[] facts, bool fitted, FutureAnswer answer)
    {
        if (facts.Length == 0) return null;
        FutureFact far = facts.MaxBy(f => Math.Abs(f.Apart))!;
        string kind = fitted ? "fitted" : "predicted";
        return new(kind, $"{FutureWords.Capital(kind)}: {facts.Count(f => Math.Abs(f.Apart) <= Near)} of {facts.Length} come out within 5%; farthest is {FutureWords.Lower(Short(far))}, {Signed(far.Apart)}",
            "The model less what was published, as a share of what was published",
            new BarDrawing(new Unit("model less published", Suffix: "%", Decimals: 1), [.. facts.Select(Short)], [new(FutureWords.Capital(kind), [.. facts.Select(f => (double?)Math.Round(100 * f.Apart, 1))])]),
            Table(facts, fitted), FutureWords.From(answer))
        { IsRoomy = true };
    }

    private static TableView Table(FutureFact[] facts, bool fitted) => new(
        fitted ? "Published figures a number of the model was fitted to" : "Published figures nothing was fitted to", [new("Figure"), new("Published", true), new("Model", true), new("Range", true), new("Apart", true), new("Counted in"), new("Source")],
        [.. facts.Select(f => Row.Of(f.Target.Title, Figure(f, f.Target.Value), Figure(f, f.Model.Value), $"{Figure(f, f.Model.Low)} to {Figure(f, f.Model.High)}", Signed(f.Apart), f.Simulated is null ? "careers" : "runs", f.Target.Source))])
    {
        Notes =
        [
            fitted ? "Fitted: a number of the model was moved until generated careers met the figure." : "Predicted: no number was moved for it. Some follow closely from what was fitted or given: the rest of a total, or a share by ethnicity, which the model takes from the arrests of another table.",
            "Counted in runs: the people engine’s, as on every page here, by age when the case began; the range holds 95 of 100 runs. Counted in careers: what runs do not tell apart (ethnicity, district, offence, time between two events, who comes back within a year), over 400,000 whole lives by the same rules; the range is the chance in whose they were.",
        ],
    };

    // Without what stands in brackets or is said of all.
    private static string Short(FutureFact fact) => fact.Target.Title.Split(" (")[0].Replace(" a year", "", StringComparison.Ordinal);

    private static string Figure(FutureFact fact, double value) => fact.Target.Unit switch
    {
        TargetUnit.Share => value.ToString("0.0%", System.Globalization.CultureInfo.InvariantCulture),
        TargetUnit.Days => $"{FutureWords.Cell(value)} days",
        _ => FutureWords.Cell(value),
    };

    private static string Signed(double apart) => apart.ToString("+0.0%;−0.0%;0.0%", System.Globalization.CultureInfo.InvariantCulture);
}
