using System.Globalization;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Evidence;

/// <summary>What became of the people a service served beside people like them, fit to be shown: counts protected, effects to as many places as the numbers of people allow.</summary>
/// <param name="Study">The service.</param>
/// <param name="Outcomes">An entry for each outcome of the study.</param>
/// <param name="Origin">Whether the people exist.</param>
/// <param name="Period">The months of the index days.</param>
/// <param name="Records">Whose records they are.</param>
/// <param name="Rules">How counts of people are protected.</param>
/// <param name="Definition">Who is compared with whom, in plain English.</param>
public sealed record ServiceEffects(ServiceStudy Study, IReadOnlyList<OutcomeEffect> Outcomes, Origin Origin, string Period, string Records, DisclosureRules Rules, string Definition)
{
    /// <summary>How people came to the service and stayed; null where its file names no steps.</summary>
    public EngagementPicture? Engagement { get; init; }

    /// <summary>Draws the effects of a service from stories.</summary>
    public static Outcome<ServiceEffects> Of(ServiceStudy study, PeopleSetting setting)
    {
        if (ServicePeople.Of(study, setting).Refused(out Refusal? why, out ServicePeople? people)) return why;
        List<OutcomeEffect> outcomes = [];
        foreach (ServiceOutcome outcome in study.Outcomes)
        {
            if (people.For(outcome).Refused(out why, out EvaluationRows? rows)) return why;
            EvaluationQuestion question = new(study.Title, outcome.Name, [.. study.Alike.Select(a => a.Name)])
            {
                Method = study.Method,
                Estimand = study.Estimand,
                Caliper = study.Caliper,
                Threads = setting.Threads,
            };
            if (Evaluation.Of(rows, question).Refused(out why, out EvaluationResult? found)) return why;
            outcomes.Add(OutcomeEffect.Of(outcome, found, setting.Rules));
        }
        EngagementPicture? engagement = null;
        if (study.Engagement is { } plan && people.Engaged(plan).Refused(out why, out engagement)) return why;
        return new ServiceEffects(study, outcomes, setting.Stories.Origin, people.Period, PeopleWords.Records(setting.Stories, setting.Names), setting.Rules, Defined(study, people.Cohort)) { Engagement = engagement };
    }

    private static string Defined(ServiceStudy study, Cohort cohort) =>
        $"Of the cohort {cohort.Title} ({cohort.InWords}) those for whom {study.Had!.InWords}, beside those for whom that is not so{(study.LeaveOut is { } left ? $"; left out are those for whom {left.InWords}" : "")}. Alike in {string.Join(", ", study.Alike.Select(a => $"{a.Name} ({a.Value.InWords})"))}.";
}

/// <summary>The effect on one outcome. What may not be shown is withheld; where there is no headline there are no figures.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Kind">Whether it happened, or how many times.</param>
/// <param name="Sentence">The effect, or why none is given, in one plain sentence.</param>
/// <param name="Verdict">fewer, more or no difference shown; empty without a headline.</param>
/// <param name="Caution">What may and may not be concluded.</param>
/// <param name="Served">People who had the service and are in the comparison.</param>
/// <param name="Others">People who had not and are in it.</param>
/// <param name="With">Of every 100 who had it, with the outcome, or how many times.</param>
/// <param name="Without">What it would have been without.</param>
/// <param name="Effect">With less without.</param>
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
    private const double Hundred = 100;
    private const string TooFew = "No headline is given: too few people are in the comparison to be shown.";

    // With fewer people a tenth in a hundred would be less than one of them.
    private const int TenthsFrom = 1000;

    /// <summary>The effect may be a headline.</summary>
    public bool HasHeadline => !Effect.IsWithheld;

    internal static OutcomeEffect Of(ServiceOutcome outcome, EvaluationResult found, DisclosureRules rules)
    {
        EvaluationCounts counts = found.Counts;
        (ProtectedCount served, ProtectedCount others) = (Used(counts.TreatedUsed, counts.Treated, rules), Used(counts.OthersUsed, counts.Others, rules));
        int places = rules.IsNone || counts.TreatedUsed >= TenthsFrom ? 1 : 0;
        bool shows = found.HasHeadline && !served.IsWithheld && !others.IsWithheld;
        Protected<double> Figure(double? value) => shows && value is { } v && double.IsFinite(v) ? served.Then(_ => Math.Round(v * Hundred, places)) : default;
        return new OutcomeEffect(
            outcome, found.Rows.Kind, shows ? Says(found, outcome, places) : found.HasHeadline ? TooFew : EvaluationWords.Headline(found), shows ? EvaluationWords.Verdict(found) : "", EvaluationWords.Caution(found), served, others,
            Figure(found.With), Figure(found.Without), Figure(found.Effect.Value), Figure(found.Effect.Lower), Figure(found.Effect.Upper),
            shows ? [.. found.Others.Prepend(found.Effect).Select(w => new WayShown(w.Way, Figure(w.Value), Figure(w.Lower), Figure(w.Upper)))] : [],
            served.IsWithheld || others.IsWithheld ? [] : found.Balance, found.Overlap(rules), shows ? found.EValue : null, found.Notes);
    }

    // Used and not used stand in one table, so that neither can be had from the whole less the other. That everyone is used is the method's doing and tells of no one.
    private static ProtectedCount Used(int used, int all, DisclosureRules rules) =>
        used == all ? rules.Protect(new RawCount(used)) : ProtectedTable.Protect([new RawCount(used), new RawCount(all - used)], rules)[0, 0];

    // As the Justice Data Lab says it: per 100 people, and no difference shown where the interval holds nought.
    private static string Says(EvaluationResult found, ServiceOutcome outcome, int places)
    {
        string N(double value) => Math.Round(value * Hundred, places).ToString(places == 0 ? "0" : "0.0", CultureInfo.InvariantCulture);
        string whom = found.Question.Estimand == Estimand.Att ? "people who had the service" : EvaluationWords.ForWhom(found.Question.Estimand);
        string counted = found.Rows.Kind == OutcomeKind.Binary ? $"{N(found.With!.Value)} were {outcome.Name}; without it an estimated {N(found.Without!.Value)} would have been" : $"there were {N(found.With!.Value)} {outcome.Name}; without it an estimated {N(found.Without!.Value)}";
        (double lower, double upper) = (found.Effect.Lower, found.Effect.Upper);
        string verdict = EvaluationWords.Verdict(found);
        string range = found.Effect.IsShown
            ? $"{N(Math.Abs(found.Effect.Value))} {verdict} (95% interval {N(Math.Min(Math.Abs(lower), Math.Abs(upper)))} to {N(Math.Max(Math.Abs(lower), Math.Abs(upper)))} {verdict})"
            : $"no difference shown (95% interval {N(Math.Abs(lower))} {(lower < 0 ? "fewer" : "more")} to {N(Math.Abs(upper))} {(upper < 0 ? "fewer" : "more")})";
        return $"Of every 100 {whom}, {counted}: {range}.";
    }
}

/// <summary>An effect by one way of reckoning, per 100 people.</summary>
public sealed record WayShown(string Way, Protected<double> Effect, Protected<double> Lower, Protected<double> Upper);
