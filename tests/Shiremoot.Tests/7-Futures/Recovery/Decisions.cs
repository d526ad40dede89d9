using Shiremoot.Futures.Learning;
using Shiremoot.Picture;

namespace Shiremoot.Tests.Futures.Recovery;

/// <summary>
/// What follows an arrest, and for what. Of two routes from one stage the odds are the ratio of their weights, whatever other routes there are: so each pair of
/// outcomes is a logistic regression of its own.
/// </summary>
static class Decisions
{
    private const int Violence = 1, Sexual = 2, Robbery = 3, Theft = 4, Miscellaneous = 9;

    private static readonly Dictionary<string, Func<RecordedCase, double>> Columns = new(StringComparer.Ordinal)
    {
        ["child"] = c => Flag(c.Person.AgeOn(c.OutcomeDay) < 18),
        ["female"] = c => Flag(c.Person.IsFemale == true),
        ["first"] = c => Flag(c.Sanctions == 0),
        ["priors"] = c => Math.Log(1 + c.Sanctions),
        ["violence"] = c => Flag(c.IsIn(Violence)),
        ["sexual"] = c => Flag(c.IsIn(Sexual)),
        ["robbery"] = c => Flag(c.IsIn(Robbery)),
        ["theft"] = c => Flag(c.IsIn(Theft)),
    };

    /// <summary>No further action against a caution, of adults; robbery, for which hardly anyone is cautioned, left out.</summary>
    public static RegressionModel NothingOrCaution(MadeRun run) => Pair(run, "no-further-action", "caution", c => IsAdult(c) && !c.IsIn(Robbery), "sexual", "theft", "violence", "priors", "first", "female");

    /// <summary>A charge against a caution, of adults.</summary>
    public static RegressionModel ChargeOrCaution(MadeRun run) => Pair(run, "charge", "caution", c => IsAdult(c) && !c.IsIn(Robbery), "sexual", "theft", "priors", "first", "female");

    public static RegressionModel ChargeOrNothing(MadeRun run) => Pair(run, "charge", "no-further-action", _ => true, "child", "priors", "sexual", "theft", "violence", "robbery");

    public static RegressionModel ResolutionOrNothing(MadeRun run) =>
        Pair(run, "community-resolution", "no-further-action", c => !c.IsIn(Robbery) && !c.IsIn(Sexual), "child", "first", "priors", "theft", "violence");

    /// <summary>A youth caution against no further action, of children.</summary>
    public static RegressionModel YouthCautionOrNothing(MadeRun run) =>
        Pair(run, "youth-caution", "no-further-action", c => !IsAdult(c) && !c.IsIn(Robbery), "first", "priors", "sexual", "theft", "violence");

    public static RegressionModel ConditionalOrNothing(MadeRun run) =>
        Pair(run, "conditional-caution", "no-further-action", c => IsAdult(c) && !c.IsIn(Robbery), "first", "priors", "sexual", "theft", "violence");

    /// <summary>First offences of one group against miscellaneous ones, whose odds speak of past sanctions alone: of none at a first offence.</summary>
    public static RegressionModel FirstOffence(MadeRun run, int group) => run.Once($"first offence {group}", () =>
    {
        RecordedCase[] rows = [.. run.Cases.Where(c => c.IsFirst && c.Person.IsKnown && (c.IsIn(group) || c.IsIn(Miscellaneous)))];
        double[] Column(Func<RecordedCase, double> of) => [.. rows.Select(of)];
        double Age(RecordedCase c) => c.Person.AgeOn(c.OffenceDay);
        return Logistic.Fit([.. rows.Select(c => c.IsIn(group))], new(
            ["child", "young-adult", "age-decades", "female"],
            [Column(c => Flag(Age(c) < 18)), Column(c => Flag(Age(c) is >= 18 and < 21)), Column(c => Math.Max(0, Age(c) - 18) / 10), Column(c => Flag(c.Person.IsFemale == true))])).Value;
    });

    public static Estimated Met(MadeRun run) => Estimated.Share(run.Cases.Count(c => c.Met >= run.From && !c.IsInterview), run.Cases.Count(c => c.Met >= run.From));

    /// <summary>The share of arrests on whose day the health trust has a liaison and diversion contact.</summary>
    public static Estimated Diverted(MadeRun run)
    {
        RecordedCase[] arrests = [.. run.Cases.Where(c => c.Met >= run.From && !c.IsInterview)];
        return Estimated.Share(arrests.Count(c => c.Person.Spans.Any(s => s.Kind == "liaison-and-diversion-contact" && s.Start == c.Met)), arrests.Length);
    }

    public static Estimated Code(MadeRun run, int group, string code) =>
        Estimated.Share(run.Cases.Count(c => c.Met >= run.From && c.Offence == code), run.Cases.Count(c => c.Met >= run.From && c.IsIn(group)));

    /// <summary>From the offence to the arrest or interview. All are over: an offence nobody has been met for is in no extract.</summary>
    public static Estimated DaysToMeeting(MadeRun run)
    {
        Waits waits = new();
        foreach (RecordedCase c in run.Cases.Where(c => c.Met >= run.From)) waits.Add(c.Met - c.OffenceDay, true, c.Person.Number);
        return waits.ExponentialMean();
    }

    /// <summary>From arrest or interview to the decision, or to the end of the records.</summary>
    public static Estimated DaysToDecision(MadeRun run, bool afterInterview)
    {
        Waits waits = new();
        foreach (RecordedCase c in run.Cases.Where(c => c.Met >= run.From && c.IsInterview == afterInterview))
            waits.Add((c.OutcomeDay == RecordedCase.None ? run.Until : c.OutcomeDay) - c.Met, c.OutcomeDay != RecordedCase.None, c.Person.Number);
        return waits.ExponentialMean();
    }

    private static RegressionModel Pair(MadeRun run, string outcome, string against, Func<RecordedCase, bool> among, params string[] columns) => run.Once($"{outcome} or {against}", () =>
    {
        RecordedCase[] rows = [.. run.Cases.Where(c => c.HasHistory && c.Person.IsKnown && (c.Outcome == outcome || c.Outcome == against) && among(c))];
        return Logistic.Fit([.. rows.Select(c => c.Outcome == outcome)], new(columns, [.. columns.Select(name => rows.Select(Columns[name]).ToArray())])).Value;
    });

    private static bool IsAdult(RecordedCase c) => c.Person.AgeOn(c.OutcomeDay) >= 18;

    private static double Flag(bool value) => value ? 1 : 0;
}
