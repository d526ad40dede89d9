using Shiremoot.Futures;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Futures;

/// <summary>Published figures beside what the simulation comes to.</summary>
internal static class FactViews
{
    /// <summary>How far the simulation lies from each published count and share it follows.</summary>
    public static ChartView? Apart(IReadOnlyList<FutureFact> facts, FutureAnswer answer)
    {
        FutureFact[] known = [.. facts.Where(f => f.Apart is not null)];
        if (known.Length == 0) return null;
        FutureFact far = known.MaxBy(f => Math.Abs(f.Apart!.Value))!;
        double? Percent(FutureFact f, bool fitted) => f.IsFitted == fitted ? Math.Round(100 * f.Apart!.Value, 1) : null;
        return new("apart", $"{known.Count(f => Math.Abs(f.Apart!.Value) <= 0.05)} of {known.Length} published figures come out within 5%; farthest is {FutureWords.Lower(Short(far))}, {Signed(far.Apart!.Value)}",
            "Simulated less published, as a share of what was published; figures a number of the model was fitted to, and figures nothing was fitted to",
            new BarDrawing(new Unit("simulated less published", Suffix: "%", Decimals: 1), [.. known.Select(Short)], [new("Fitted", [.. known.Select(f => Percent(f, true))]), new("Predicted", [.. known.Select(f => Percent(f, false))])]),
            Followed(facts), FutureWords.From(answer))
        { IsRoomy = true };
    }

    /// <summary>The figures the simulation follows.</summary>
    public static TableView Followed(IReadOnlyList<FutureFact> facts) => new(
        "Published figures the simulation follows", [new("Figure"), new("Fitted or predicted"), new("Published", true), new("Simulated", true), new("Range over the runs", true), new("Apart", true), new("Source")],
        [.. facts.Where(f => f.Simulated is not null).OrderBy(f => f.IsFitted).Select(f => Row.Of(f.Target.Title, f.IsFitted ? "Fitted" : "Predicted", Figure(f, f.Target.Value), Figure(f, f.Simulated!.Value.Mean), $"{Figure(f, f.Simulated.Value.Low)} to {Figure(f, f.Simulated.Value.High)}", Signed(f.Apart!.Value), f.Target.Source))])
    { Notes = ["Fitted: a number of the model was moved until generated careers met the figure. Predicted: nothing was moved for it, though it may follow from what was fitted (the rest of a total).", "The simulation counts by age when the case began, published figures by age at the event: for children the two differ."] };

    /// <summary>The figures it does not follow.</summary>
    public static TableView NotFollowed(IReadOnlyList<FutureFact> facts) => new(
        "Published figures the simulation does not follow", [new("Figure"), new("Fitted or predicted"), new("Published", true), new("Source")],
        [.. facts.Where(f => f.Simulated is null).Select(f => Row.Of(f.Target.Title, f.IsFitted ? "Fitted" : "Predicted", Figure(f, f.Target.Value), f.Target.Source))])
    { Notes = ["The people engine counts stages by sex and age, not ethnicity, district, offence or time between two events. generate --check sets generated people beside these."] };

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
