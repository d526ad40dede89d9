using Shiremoot.Futures;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Futures;

/// <summary>The engines beside each other on the place's own model.</summary>
internal static class EngineViews
{
    // Of fewer people a stage's level hangs on the chance of a few.
    private const double FewestPeople = 50;

    /// <summary>In a sentence: how far the other engines are from the people engine.</summary>
    public static string Says(IReadOnlyList<StageBeside> engines)
    {
        StageBeside[] large = [.. engines.Where(e => e.People.Mean >= FewestPeople)];
        if (large.Length == 0) return "No stage of the model holds enough people to compare engines by.";
        StageBeside far = large.MaxBy(e => Math.Abs(e.Apart))!;
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Figures of what if are the people engine’s. The flow engine, which takes people as flows month by month without chance, comes within {Math.Abs(far.Apart):0.0%} of it in each of the {large.Length} stages that hold {FewestPeople:0} people or more at once; farthest is {FutureWords.Lower(FutureWords.Titled(far.Stage))}. {(engines.Any(e => e.Exact is not null) ? "The exact answer is given where the model has one." : "The model has no exact answer: its people differ.")}");
    }

    /// <summary>Stage by stage.</summary>
    public static TableView Table(IReadOnlyList<StageBeside> engines) => new("People in each stage at once, by engine", [new("Stage"), new("People engine", true), new("Its error", true), new("Flow engine", true), new("Flow apart", true), new("Exact", true)],
        [.. engines.Where(e => e.People.Mean > 0).Select(e => Row.Of(FutureWords.Titled(e.Stage), FutureWords.Cell(e.People.Mean), FutureWords.Cell(e.People.Error), FutureWords.Cell(e.Flow), e.Apart.ToString("+0.0%;−0.0%;0.0%", System.Globalization.CultureInfo.InvariantCulture), e.Exact is { } exact ? FutureWords.Cell(exact) : "none"))])
    { Notes = [$"Both begin empty {EnginesBeside.WarmUpYears} years before the years that are counted, so levels of slow stages lie a little below those of the other pages. The flow engine learns how often people go which way from the people engine, by sex and age; what it then lacks is chance and each one’s history."] };
}
