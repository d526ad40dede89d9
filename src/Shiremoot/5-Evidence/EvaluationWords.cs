using System.Globalization;

namespace Shiremoot.Evidence;

/// <summary>A result in words, in the manner of the Justice Data Lab: how many of 100 people, fewer, more or no difference shown, and what may not be concluded.</summary>
public static class EvaluationWords
{
    private const int Hundred = 100;

    /// <summary>The method's name in files, options and pages.</summary>
    public static string Name(EvaluationMethod method) => method switch
    {
        EvaluationMethod.Nearest => "nearest",
        EvaluationMethod.WithReplacement => "with-replacement",
        EvaluationMethod.Radius => "radius",
        EvaluationMethod.Entropy => "entropy",
        _ => "weighting",
    };

    /// <summary>The estimand's name in files and options.</summary>
    public static string Name(Estimand estimand) => estimand switch { Estimand.Ate => "ate", Estimand.Overlap => "overlap", _ => "att" };

    /// <summary>For whom the effect is told.</summary>
    public static string ForWhom(Estimand estimand) => estimand switch
    {
        Estimand.Ate => "everyone in the file",
        Estimand.Overlap => "people who might as well have had the service as not",
        _ => "people who had the service",
    };

    /// <summary>fewer, more or no difference shown; of a time sooner or later, of a number lower or higher.</summary>
    public static string Verdict(EvaluationResult result) => Verdict(result.Rows.Kind, result.Effect);

    /// <summary>One plain sentence: the effect, or that it is withheld and why.</summary>
    public static string Headline(EvaluationResult result) => result.HasHeadline ? Effect(result) : $"No headline is given: {string.Join("; ", result.WithheldBecause)}.";

    /// <summary>The effect in one plain sentence, whether or not it may be a headline.</summary>
    public static string Effect(EvaluationResult result)
    {
        EffectEstimate e = result.Effect;
        string outcome = result.Question.Outcome, whom = ForWhom(result.Question.Estimand), limits = $"{result.Question.Confidence:0%} interval ";
        OutcomeKind kind = result.Rows.Kind;
        if (kind == OutcomeKind.Time)
        {
            EffectRatio ratio = result.Ratio!;
            return Say($"Of {whom}, '{outcome}' came {(e.IsShown ? Verdict(kind, e) : "neither sooner nor later, so far as is shown,")} than without it: hazard ratio {ratio.Value:0.00} ({limits}{ratio.Lower:0.00} to {ratio.Upper:0.00}).");
        }
        double scale = kind == OutcomeKind.Number ? 1 : Hundred;
        string with = Figure(result.With!.Value * scale, kind), without = Figure(result.Without!.Value * scale, kind);
        string head = kind switch
        {
            OutcomeKind.Binary => Say($"Of every 100 {whom}, {with} had '{outcome}'; without it an estimated {without} would have"),
            OutcomeKind.Count => Say($"Every 100 {whom} had {with} of '{outcome}'; without it an estimated {without}"),
            _ => Say($"The mean '{outcome}' of {whom} was {with}; without it an estimated {without}"),
        };
        if (!e.IsShown) return Say($"{head}: no difference shown ({limits}{Side(e.Lower * scale, kind)} to {Side(e.Upper * scale, kind)}).");
        (double near, double far) = e.Value < 0 ? (-e.Upper * scale, -e.Lower * scale) : (e.Lower * scale, e.Upper * scale);
        return Say($"{head}: {Figure(Math.Abs(e.Value) * scale, kind)} {Verdict(kind, e)} ({limits}{Figure(near, kind)} to {Figure(far, kind)} {Verdict(kind, e)}).");
    }

    /// <summary>Of a time, the shares by a day in one plain sentence.</summary>
    public static string Share(EvaluationResult result, TimeShare share)
    {
        string outcome = result.Question.Outcome;
        if (double.IsNaN(share.Difference.Value)) return Say($"By {share.By:0.###}: nobody {(double.IsNaN(share.With) ? "with" : "without")} the service was followed so long, so that no share is told.");
        EffectEstimate d = share.Difference;
        string points = d.IsShown ? Say($"{Math.Abs(d.Value) * Hundred:0.0} {(d.Value < 0 ? "fewer" : "more")}") : "no difference shown";
        return Say($"By {share.By:0.###}, of every 100 {ForWhom(result.Question.Estimand)}, {share.With * Hundred:0.0} had '{outcome}'; without it an estimated {share.Without * Hundred:0.0} would have: {points} ({result.Question.Confidence:0%} interval {Side(d.Lower * Hundred, OutcomeKind.Binary)} to {Side(d.Upper * Hundred, OutcomeKind.Binary)}).");
    }

    /// <summary>What may and may not be concluded.</summary>
    public static string Caution(EvaluationResult result)
    {
        string first = result.Effect.IsShown
            ? "People were made alike in what is known of them, not in what is not: the difference is the service's only if nothing else that matters differed."
            : "That no difference is shown does not show that there is none: the interval says how large it could be.";
        return result.EValueOfLimit is { } limit && result.EValue is { } value
            ? Say($"{first} To explain the estimate away, something unmeasured would have to go with both the service and the outcome by a risk ratio of {value:0.00} each; to make it no difference shown, of {limit:0.00}.")
            : first;
    }

    internal static IReadOnlyList<string> Withheld(EvaluationQuestion q, EvaluationCounts counts, IReadOnlyList<BalanceRow> balance, EffectEstimate effect)
    {
        List<string> why = [];
        if (counts.TreatedUsed < q.Limits.LeastTreated) why.Add(Say($"fewer than {q.Limits.LeastTreated} people who had the service are in the comparison"));
        string[] red = [.. balance.Skip(1).Where(b => b.Light == BalanceLight.Red || double.IsNaN(b.After)).Select(b => b.Name)];
        if (red.Length > 0) why.Add(Say($"those compared are not alike in {string.Join(", ", red.Take(5))}{(red.Length > 5 ? $" and {red.Length - 5} more" : "")} (standardised difference above {q.Limits.Amber:0.00})"));
        if (!double.IsFinite(effect.StandardError) || effect.StandardError <= 0) why.Add("its error cannot be told");
        return why;
    }

    internal static IReadOnlyList<string> Notes(EvaluationQuestion q, EvaluationRows rows, PropensityScore score, AdjustedRows adjusted, EvaluationCounts counts, EffectEstimate effect, bool isThin)
    {
        List<string> notes = [];
        if (rows.Kept < rows.Read) notes.Add(Say($"{rows.Read - rows.Kept:N0} of {rows.Read:N0} rows are left out because something asked for is missing, {rows.TreatedLeftOut:N0} of them of people who had the service: the effect is for those kept."));
        if (score.Ridge is not null) notes.Add("The covariates tell some who had the service apart without a mistake, so the effects in the score were held small by a ridge. Look at overlap.");
        if (counts.TreatedUsed < counts.Treated) notes.Add(Say($"{counts.Treated - counts.TreatedUsed:N0} of {counts.Treated:N0} people who had the service have no match and are left out: the effect is for those matched."));
        if (counts.Ties > 0) notes.Add(Say($"For {counts.Ties:N0} people two or more of the others were equally near; their place in the file settled it. Another order of rows may move the estimate."));
        if (q.TakesLower) notes.Add("Matches are the next lower, not the nearest, to reproduce MatchIt 4.5.1 as Debian builds it; do not report this.");
        if (adjusted.Width is { } width) notes.Add(Say($"The caliper is {width:0.#####} of the {(q.OnLogit ? "log odds of the score" : "score")}."));
        if (isThin) notes.Add("There are too few people for a regression, so the estimate is of the weighted means alone.");
        double least = Math.Min(counts.TreatedEffective / counts.TreatedUsed, counts.OthersEffective / counts.OthersUsed);
        if (least < 0.2) notes.Add(Say($"Weights are very uneven: they tell as much as {(counts.OthersEffective / counts.OthersUsed < 0.2 ? counts.OthersEffective : counts.TreatedEffective):N0} people of equal weight."));
        if (effect.IsShown) notes.Add("An effect is shown at this confidence; one in twenty services of no effect would show one.");
        return notes;
    }

    private static string Verdict(OutcomeKind kind, EffectEstimate effect) => !effect.IsShown ? "no difference shown" : (kind, effect.Value < 0) switch
    {
        (OutcomeKind.Time, true) => "later",
        (OutcomeKind.Time, false) => "sooner",
        (OutcomeKind.Number, true) => "lower",
        (OutcomeKind.Number, false) => "higher",
        (_, true) => "fewer",
        _ => "more",
    };

    private static string Side(double value, OutcomeKind kind) => $"{Figure(Math.Abs(value), kind)} {(kind == OutcomeKind.Number ? value < 0 ? "lower" : "higher" : value < 0 ? "fewer" : "more")}";

    private static string Figure(double value, OutcomeKind kind) => kind switch
    {
        OutcomeKind.Number => value.ToString(Math.Abs(value) < 100 ? "0.###" : "#,##0.00", CultureInfo.InvariantCulture),
        _ => value.ToString("0.0", CultureInfo.InvariantCulture),
    };

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
