using Shiremoot.Futures.Learning;
using Shiremoot.Picture;

namespace Shiremoot.Tests.Futures.Recovery;

/// <summary>What the courts' and prisons' extracts show of hearings, trials, sentences and waits.</summary>
static class Courts
{
    /// <summary>So long after a first hearing hardly any trial is still to come: 2 in 10,000.</summary>
    private const int LongestToTrial = 1200;

    private const int None = RecordedCase.None, Sexual = 2, Robbery = 3, Theft = 4, Drugs = 6, Weapons = 7, Fraud = 10;

    public static Estimated DaysToHearing(MadeRun run)
    {
        Waits waits = new();
        foreach (RecordedCase c in run.Cases.Where(c => c.Hearing != None && c.ChargeDay != None)) waits.Add(c.Hearing - c.ChargeDay, true, c.Person.Number);
        return waits.Mean();
    }

    public static Estimated DaysToTrial(MadeRun run)
    {
        Waits waits = new();
        foreach (RecordedCase c in Old(run).Where(c => c.Trial != None)) waits.Add(c.Trial - c.Hearing, true, c.Person.Number);
        return waits.Mean();
    }

    /// <summary>From conviction to sentence, or to the end of the records.</summary>
    public static Estimated DaysToSentence(MadeRun run, bool byMagistrates)
    {
        Waits waits = new();
        foreach (RecordedCase c in run.Cases.Where(c => c.Conviction != None && c.IsByMagistrates == byMagistrates))
            waits.Add((c.Sentence == None ? run.Until : c.Sentence) - c.Conviction, c.Sentence != None, c.Person.Number);
        return waits.ExponentialMean();
    }

    /// <summary>Not convicted, against convicted by magistrates: neither is touched by any odds.</summary>
    public static Estimated NotConvicted(MadeRun run) => Estimated.Weight(
        Old(run).Count(c => c.Trial == None && c.Conviction == None), Old(run).Count(c => c.IsByMagistrates), run["stages[12].to[3].share"]);

    public static Estimated NotConvictedAtTrial(MadeRun run) => Estimated.Share(run.Cases.Count(c => c.Trial != None && c.Conviction == None), run.Cases.Count(c => c.Trial != None));

    public static Estimated Remanded(MadeRun run) => Estimated.Share(
        run.Cases.Count(c => c.Hearing != None && c.Person.Spans.Any(s => s.Kind == "remand" && s.Start == c.Hearing)), run.Cases.Count(c => c.Hearing != None));

    /// <summary>To the Crown Court against conviction by magistrates.</summary>
    public static RegressionModel CrownOrMagistrates(MadeRun run) => Fit(run, "crown", Old(run).Where(c => c.HasHistory && (c.Trial != None || c.IsByMagistrates)), c => c.Trial != None,
    [
        ("robbery", c => Flag(c.IsIn(Robbery))), ("sexual", c => Flag(c.IsIn(Sexual))), ("weapons", c => Flag(c.IsIn(Weapons))), ("drugs", c => Flag(c.IsIn(Drugs))), ("fraud", c => Flag(c.IsIn(Fraud))),
        ("child", c => Flag(c.Person.AgeOn(c.Hearing) < 18)), ("priors", c => Math.Log(1 + c.Sanctions)),
    ]);

    /// <summary>A disposal by magistrates against a fine, of adults. The conviction itself counts among the sanctions by then.</summary>
    public static RegressionModel DisposalOrFine(MadeRun run, string disposal) => Fit(run, "fine or " + disposal, Adults(run).Where(c => c.HasHistory && c.IsByMagistrates && (c.Disposal == disposal || c.Disposal == "fine")), c => c.Disposal == disposal,
    [
        ("priors", c => Math.Log(2 + c.Sanctions)), ("theft", c => Flag(c.IsIn(Theft))), ("weapons", c => Flag(c.IsIn(Weapons))), ("female", c => Flag(c.Person.IsFemale == true)),
    ]);

    /// <summary>A discharge against a fine, of adults sentenced by magistrates.</summary>
    public static Estimated Discharged(MadeRun run) => Estimated.Weight(
        Adults(run).Count(c => c.IsByMagistrates && c.Disposal == "discharge"), Adults(run).Count(c => c.IsByMagistrates && c.Disposal == "fine"), run["stages[15].to[1].share"]);

    /// <summary>Custody of up to 6 months among that of men from the Crown Court for other than robbery and sexual offences: its weights add up to 1.</summary>
    public static Estimated ShortFromCrown(MadeRun run)
    {
        RecordedCase[] men = [.. CrownCustody(run).Where(c => c.Person.IsFemale == false && !c.IsIn(Robbery) && !c.IsIn(Sexual))];
        return Estimated.Share(men.Count(c => c.SentenceDays <= 180), men.Length);
    }

    /// <summary>Over 4 years against up to 12 months, of men from the Crown Court.</summary>
    public static RegressionModel LongOrShort(MadeRun run) => Fit(run, "long or short", CrownCustody(run).Where(c => c.Person.IsFemale == false && c.SentenceDays is <= 360 or >= 1500), c => c.SentenceDays >= 1500,
        [("robbery", c => Flag(c.IsIn(Robbery))), ("sexual", c => Flag(c.IsIn(Sexual)))]);

    /// <summary>Days of a sentence, which the room cuts to whole days: half a day is put back.</summary>
    public static Estimated Length(MadeRun run, string disposal)
    {
        Waits waits = new();
        foreach (RecordedCase c in run.Cases.Where(c => c.Disposal == disposal)) waits.Add(c.SentenceDays + 0.5, true, c.Person.Number);
        return waits.Mean();
    }

    private static IEnumerable<RecordedCase> CrownCustody(MadeRun run) => Adults(run).Where(c => c.Trial != None && c.Disposal == "custody");

    private static IEnumerable<RecordedCase> Adults(MadeRun run) => run.Cases.Where(c => c.Person.IsKnown && c.Sentence != None && c.Person.AgeOn(c.Sentence) >= 18);

    private static IEnumerable<RecordedCase> Old(MadeRun run) => run.Cases.Where(c => c.Hearing != None && c.Hearing <= run.Until - LongestToTrial);

    // Firth's likelihood, with limits by its profile: some disposals are rare, and offences among them rarer.
    private static RegressionModel Fit(MadeRun run, string name, IEnumerable<RecordedCase> among, Func<RecordedCase, bool> outcome, (string Name, Func<RecordedCase, double> Of)[] columns) => run.Once(name, () =>
    {
        RecordedCase[] rows = [.. among.Where(c => c.Person.IsKnown)];
        return Logistic.Fit([.. rows.Select(outcome)], new([.. columns.Select(c => c.Name)], [.. columns.Select(c => rows.Select(c.Of).ToArray())]), new() { Firth = true, Profile = true }).Value;
    });

    private static double Flag(bool value) => value ? 1 : 0;
}
