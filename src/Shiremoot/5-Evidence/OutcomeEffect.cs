using System.Globalization;
using Shiremoot.Picture;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Evidence;

/// <summary>The effect on one outcome. What may not be shown is withheld; where there is no headline there are no figures.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Kind">Whether it happened, how many times, how soon, or how heavy.</param>
/// <param name="Sentence">The effect, or why none is given, in one plain sentence.</param>
/// <param name="Verdict">fewer, more or no difference shown; of a time sooner or later, of a severity lower or higher; empty without a headline.</param>
/// <param name="Caution">What may and may not be concluded.</param>
/// <param name="Served">People who had the service and are in the comparison.</param>
/// <param name="Others">People who had not and are in it.</param>
/// <param name="With">Of every 100 who had it, with the outcome, or how many times; of a severity days of custody a person. Withheld of a time.</param>
/// <param name="Without">What it would have been without.</param>
/// <param name="Effect">With less without; of a time the ratio of hazards.</param>
/// <param name="Lower">Its lower limit, 95 per cent.</param>
/// <param name="Upper">Its upper limit.</param>
/// <param name="Ways">The same by other ways of reckoning: not to choose from.</param>
/// <param name="Balance">How alike the people compared are.</param>
/// <param name="Overlap">People by tenths of the score: those who had the service, those who had not.</param>
/// <param name="EValue">How strongly something unmeasured would have to go with both to explain the effect away; null where it has no value.</param>
/// <param name="Notes">What else a reader must know.</param>
public sealed record OutcomeEffect(
    ServiceOutcome Outcome, OutcomeKind Kind, string Sentence, string Verdict, string Caution, ProtectedCount Served, ProtectedCount Others,
    Protected<double> With, Protected<double> Without, Protected<double> Effect, Protected<double> Lower, Protected<double> Upper,
    IReadOnlyList<WayShown> Ways, IReadOnlyList<BalanceRow> Balance, ProtectedTable Overlap, double? EValue, IReadOnlyList<string> Notes)
{
    private const string TooFew = "No headline is given: too few people are in the comparison to be shown.";

    // With fewer people a tenth in a hundred would be less than one of them.
    private const int TenthsFrom = 1000;

    /// <summary>The effect may be a headline.</summary>
    public bool HasHeadline => !Effect.IsWithheld;

    /// <summary>What the figures are: per 100 people, days of custody a person, or a hazard ratio.</summary>
    public string Unit => Kind switch { OutcomeKind.Time => "hazard ratio", OutcomeKind.Number => "days of custody a person", _ => "per 100 people" };

    internal static OutcomeEffect Of(ServiceOutcome outcome, EvaluationResult found, DisclosureRules rules)
    {
        EvaluationCounts counts = found.Counts;
        (ProtectedCount served, ProtectedCount others) = (Used(counts.TreatedUsed, counts.Treated, rules), Used(counts.OthersUsed, counts.Others, rules));
        bool isTime = outcome.Kind == OutcomeKind.Time, shows = found.HasHeadline && !served.IsWithheld && !others.IsWithheld;
        int places = isTime ? 2 : rules.IsNone || counts.TreatedUsed >= TenthsFrom ? 1 : 0;
        double scale = outcome.Kind == OutcomeKind.Number ? 1 : 100;
        Protected<double> Figure(double? value) => shows && value is { } v && double.IsFinite(v) ? served.Then(_ => Math.Round(isTime ? Math.Exp(v) : v * scale, places)) : default;
        return new OutcomeEffect(
            outcome, found.Rows.Kind, shows ? OutcomeWords.Says(found, outcome, places) : found.HasHeadline ? TooFew : EvaluationWords.Headline(found), shows ? EvaluationWords.Verdict(found) : "", EvaluationWords.Caution(found), served, others,
            Figure(found.With), Figure(found.Without), Figure(found.Effect.Value), Figure(found.Effect.Lower), Figure(found.Effect.Upper),
            shows ? [.. found.Others.Prepend(found.Effect).Select(w => new WayShown(w.Way, Figure(w.Value), Figure(w.Lower), Figure(w.Upper)))] : [],
            served.IsWithheld || others.IsWithheld ? [] : found.Balance, found.Overlap(rules), shows ? found.EValue : null, found.Notes);
    }

    // Used and not used stand in one table, so that neither can be had from the whole less the other. That everyone is used is the method's doing and tells of no one.
    private static ProtectedCount Used(int used, int all, DisclosureRules rules) =>
        used == all ? rules.Protect(new RawCount(used)) : ProtectedTable.Protect([new RawCount(used), new RawCount(all - used)], rules)[0, 0];
}

/// <summary>An effect by one way of reckoning, in the unit of its outcome.</summary>
public sealed record WayShown(string Way, Protected<double> Effect, Protected<double> Lower, Protected<double> Upper);

/// <summary>An effect in one plain sentence.</summary>
static class OutcomeWords
{
    // As the Justice Data Lab says it: per 100 people, and no difference shown where the interval holds nought.
    public static string Says(EvaluationResult found, ServiceOutcome outcome, int places)
    {
        string whom = found.Question.Estimand == Estimand.Att ? "people who had the service" : EvaluationWords.ForWhom(found.Question.Estimand);
        if (outcome.Kind == OutcomeKind.Time) return OfTime(found, outcome, whom);
        bool isWeight = outcome.Kind == OutcomeKind.Number;
        string N(double value) => Math.Round(value * (isWeight ? 1 : 100), places).ToString(places == 0 ? "0" : "0.0", CultureInfo.InvariantCulture);
        (string less, string more) = isWeight ? ("lower", "higher") : ("fewer", "more");
        string counted = outcome.Kind switch
        {
            OutcomeKind.Binary => $"Of every 100 {whom}, {N(found.With!.Value)} were {outcome.Name}; without it an estimated {N(found.Without!.Value)} would have been",
            OutcomeKind.Number => $"Of {whom}, {outcome.Name} weighed {N(found.With!.Value)} days of custody a person; without it an estimated {N(found.Without!.Value)}",
            _ => $"Of every 100 {whom}, there were {N(found.With!.Value)} {outcome.Name}; without it an estimated {N(found.Without!.Value)}",
        };
        (double lower, double upper) = (found.Effect.Lower, found.Effect.Upper);
        string verdict = EvaluationWords.Verdict(found);
        string range = found.Effect.IsShown
            ? $"{N(Math.Abs(found.Effect.Value))} {verdict} (95% interval {N(Math.Min(Math.Abs(lower), Math.Abs(upper)))} to {N(Math.Max(Math.Abs(lower), Math.Abs(upper)))} {verdict})"
            : $"no difference shown (95% interval {N(Math.Abs(lower))} {(lower < 0 ? less : more)} to {N(Math.Abs(upper))} {(upper < 0 ? less : more)})";
        return $"{counted}: {range}.";
    }

    // A hazard of four fifths is said as a fifth lower: on any day, among those to whom it had not happened yet.
    private static string OfTime(EvaluationResult found, ServiceOutcome outcome, string whom)
    {
        EffectRatio ratio = found.Ratio!;
        string limits = string.Create(CultureInfo.InvariantCulture, $"hazard ratio {ratio.Value:0.00}, 95% interval {ratio.Lower:0.00} to {ratio.Upper:0.00}");
        if (!found.Effect.IsShown) return $"Of {whom}, {outcome.Name} came neither sooner nor later than without it, so far as is shown ({limits}).";
        string percent = (100 * Math.Abs(ratio.Value - 1)).ToString("0", CultureInfo.InvariantCulture);
        return $"Of {whom}, {outcome.Name} came {EvaluationWords.Verdict(found)} than without it: on any day {percent} in a hundred {(ratio.Value < 1 ? "fewer" : "more")} of those to whom it had not happened yet ({limits}).";
    }
}
