using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Evidence;

/// <summary>A result as tables fit to leave the building: counts of people protected, effects of at least as many people as a count that may be shown.</summary>
public static class EvaluationTables
{
    private const string Ratio = "ratio";

    /// <summary>The effect, by the estimator and by other ways.</summary>
    public static ReleaseTable ToTable(this EvaluationResult result, DisclosureRules rules, Origin origin = Origin.Real)
    {
        ProtectedCount least = Least(result, rules);
        List<IReadOnlyList<ReleaseCell>> rows = [];
        foreach (EffectEstimate way in (EffectEstimate[])[result.Effect, .. result.Plain is null ? (EffectEstimate[])[] : [result.Plain], .. result.Others])
            rows.Add([ReleaseCell.Of(way == result.Effect ? $"{EvaluationWords.Name(result.Question.Method)}, {way.Way}" : way.Way), Figure(way.Value, least), Figure(way.Lower, least), Figure(way.Upper, least)]);
        string unit = result.Rows.Kind switch { OutcomeKind.Time => "log hazard ratio", OutcomeKind.Number => "per person", _ => "per person, 1 = 100 per 100 people" };
        return Table($"Effect on '{result.Question.Outcome}'", result, rules, origin,
            [new("Way", ReleaseKind.Text), new("Effect", ReleaseKind.Rate, unit), new("Lower limit", ReleaseKind.Rate, unit), new("Upper limit", ReleaseKind.Rate, unit)], rows,
            [result.Headline, EvaluationWords.Caution(result), .. result.Notes]);
    }

    /// <summary>How alike those compared are, before and after.</summary>
    public static ReleaseTable ToBalanceTable(this EvaluationResult result, DisclosureRules rules, Origin origin = Origin.Real)
    {
        ProtectedCount least = Least(result, rules);
        List<IReadOnlyList<ReleaseCell>> rows = [.. result.Balance.Select(b => (IReadOnlyList<ReleaseCell>)
            [ReleaseCell.Of(b.Name), Figure(b.Before, least), Figure(b.After, least), Figure(b.RatioBefore, least), Figure(b.RatioAfter, least), ReleaseCell.Of(b.Light.ToString().ToLowerInvariant())])];
        return Table("How alike the people compared are", result, rules, origin,
            [new("Covariate", ReleaseKind.Text), new("Standardised difference before", ReleaseKind.Rate), new("after", ReleaseKind.Rate), new("Variance ratio before", ReleaseKind.Rate, Ratio), new("Variance ratio after", ReleaseKind.Rate, Ratio), new("Light", ReleaseKind.Text)],
            rows, [FormattableString.Invariant($"Green: up to {result.Question.Limits.Green:0.00}; amber: up to {result.Question.Limits.Amber:0.00}; red: beyond.")]);
    }

    /// <summary>How many there were, took part, and lie in each tenth of the score.</summary>
    public static ReleaseTable ToPeopleTable(this EvaluationResult result, DisclosureRules rules, Origin origin = Origin.Real)
    {
        EvaluationCounts counts = result.Counts;
        // Used and not used of each kind stand in one table: neither can be had from a total less the other.
        ProtectedTable people = ProtectedTable.Protect(new RawCount[2, 2] { { new(counts.TreatedUsed), new(counts.Treated - counts.TreatedUsed) }, { new(counts.OthersUsed), new(counts.Others - counts.OthersUsed) } }, rules);
        ProtectedTable overlap = result.Overlap(rules);
        List<IReadOnlyList<ReleaseCell>> rows =
        [
            [ReleaseCell.Of("In the comparison"), ReleaseCell.Of(people[0, 0]), ReleaseCell.Of(people[1, 0])],
            [ReleaseCell.Of("Left out"), ReleaseCell.Of(people[0, 1]), ReleaseCell.Of(people[1, 1])],
        ];
        for (int b = 0; b < overlap.Columns; b++) rows.Add([ReleaseCell.Of(FormattableString.Invariant($"Score {b / 10.0:0.0} to {(b + 1) / 10.0:0.0}")), ReleaseCell.Of(overlap[0, b]), ReleaseCell.Of(overlap[1, b])]);
        return Table("People compared", result, rules, origin, [new("People", ReleaseKind.Text), new("Had the service", ReleaseKind.Count), new("Had not", ReleaseKind.Count)], rows, []);
    }

    // A figure of fewer people than may be counted is not shown either.
    private static ProtectedCount Least(EvaluationResult result, DisclosureRules rules) => rules.Protect(new RawCount(Math.Min(result.Counts.TreatedUsed, result.Counts.OthersUsed)));

    private static ReleaseCell Figure(double value, ProtectedCount least) => double.IsFinite(value) ? ReleaseCell.Of(least.Then(_ => Math.Round(value, 4))) : ReleaseCell.Missing;

    private static ReleaseTable Table(string title, EvaluationResult result, DisclosureRules rules, Origin origin, IReadOnlyList<ReleaseColumn> columns, List<IReadOnlyList<ReleaseCell>> rows, IReadOnlyList<string> notes) =>
        new(title, $"The effect of '{result.Question.Treated}' for {EvaluationWords.ForWhom(result.Question.Estimand)}, by {EvaluationWords.Name(result.Question.Method)}; covariates: {string.Join(", ", result.Question.Covariates)}.",
            "", result.Rows.File, origin, rules.Label, columns, rows)
        { Notes = notes };
}
