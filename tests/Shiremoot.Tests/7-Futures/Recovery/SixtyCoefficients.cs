using Shiremoot.Futures.Learning;
using static Shiremoot.Futures.Learning.Estimated;

namespace Shiremoot.Tests.Futures.Recovery;

/// <summary>A number of the model that records can show.</summary>
/// <param name="Name">Its name in truth-model.json.</param>
/// <param name="Shown">By what, in words.</param>
/// <param name="By">The estimate with its interval.</param>
/// <param name="FromLives">From the lives before errors: no extract shows it.</param>
sealed record Recoverable(string Name, string Shown, Func<MadeRun, Estimated> By, bool FromLives = false);

/// <summary>The sixty numbers that made the stories and are looked for in them (docs/methods/recovering-what-made-them.md). Chosen before any was estimated.</summary>
static class SixtyCoefficients
{
    public static IReadOnlyList<Recoverable> All { get; } =
    [
        new("stages[1].to[1].share", "arrests among arrests and interviews", Decisions.Met),
        new("stages[1].days.exponential", "days from offence to arrest or interview", Decisions.DaysToMeeting),
        new("stages[2].days.exponential", "days from arrest to decision", r => Decisions.DaysToDecision(r, false)),
        new("stages[3].days.exponential", "days from interview to decision", r => Decisions.DaysToDecision(r, true)),
        new("stages[2].records[2].share", "liaison and diversion on the day of arrest", Decisions.Diverted),
        new("stages[4].to[1].odds.offence-sexual", "no further action against caution", r => Ratio(Decisions.NothingOrCaution(r), "sexual")),
        new("stages[4].to[1].odds.offence-theft", "no further action against caution", r => Ratio(Decisions.NothingOrCaution(r), "theft")),
        new("stages[4].to[1].odds.offence-violence", "no further action against caution", r => Ratio(Decisions.NothingOrCaution(r), "violence")),
        new("stages[4].to[1].odds.priors", "no further action against caution", r => Ratio(Decisions.NothingOrCaution(r), "priors")),
        new("stages[4].to[5].odds.first", "no further action against caution, turned over", r => Ratio(Decisions.NothingOrCaution(r), "first").Through(o => 1 / o)),
        new("stages[4].to[5].odds.female", "no further action against caution, turned over", r => Ratio(Decisions.NothingOrCaution(r), "female").Through(o => 1 / o)),
        new("stages[4].to[5].share", "no further action against caution: the level, turned over", r => Level(Decisions.NothingOrCaution(r)).Through(o => r["stages[4].to[1].share"] / o)),
        new("stages[4].to[7].odds.priors", "charge against caution", r => Ratio(Decisions.ChargeOrCaution(r), "priors")),
        new("stages[4].to[7].odds.offence-theft", "charge against caution", r => Ratio(Decisions.ChargeOrCaution(r), "theft")),
        new("stages[4].to[7].odds.child", "charge against no further action", r => Ratio(Decisions.ChargeOrNothing(r), "child")),
        new("stages[4].to[7].odds.offence-robbery", "charge against no further action", r => Ratio(Decisions.ChargeOrNothing(r), "robbery")),
        new("stages[4].to[2].odds.child", "community resolution against no further action", r => Ratio(Decisions.ResolutionOrNothing(r), "child")),
        new("stages[4].to[2].odds.first", "community resolution against no further action", r => Ratio(Decisions.ResolutionOrNothing(r), "first")),
        new("stages[4].to[3].odds.first", "youth caution against no further action", r => Ratio(Decisions.YouthCautionOrNothing(r), "first")),
        new("stages[4].to[6].odds.first", "conditional caution against no further action", r => Ratio(Decisions.ConditionalOrNothing(r), "first")),
        new("offences.groups[1].codes.10501", "codes of violence", r => Decisions.Code(r, 1, "10501")),
        new("offences.groups[4].codes.04600", "codes of theft", r => Decisions.Code(r, 4, "04600")),
        new("offences.groups[5].odds.child", "first offences: criminal damage against miscellaneous", r => Ratio(Decisions.FirstOffence(r, 5), "child")),
        new("offences.groups[5].odds.female", "first offences: criminal damage against miscellaneous", r => Ratio(Decisions.FirstOffence(r, 5), "female")),
        new("offences.groups[3].odds.age-decades", "first offences: robbery against miscellaneous", r => Ratio(Decisions.FirstOffence(r, 3), "age-decades")),
        new("offences.groups[3].odds.child", "first offences: robbery against miscellaneous", r => Ratio(Decisions.FirstOffence(r, 3), "child")),
        new("offences.groups[9].share", "first offences: violence against miscellaneous, the level, turned over", r => Level(Decisions.FirstOffence(r, 1)).Through(o => r["offences.groups[1].share"] / o)),
        new("stages[11].days.lognormal", "days from charge to first hearing", Courts.DaysToHearing),
        new("stages[12].records[2].share", "remand on the day of the first hearing", Courts.Remanded),
        new("stages[12].records[2].lasts.exponential", "days of remand", r => Contacts.Lasts(r, "remand")),
        new("stages[12].to[1].share", "not convicted against convicted by magistrates", Courts.NotConvicted),
        new("stages[12].to[2].odds.offence-robbery", "Crown Court against magistrates", r => Ratio(Courts.CrownOrMagistrates(r), "robbery")),
        new("stages[12].to[2].odds.offence-sexual", "Crown Court against magistrates", r => Ratio(Courts.CrownOrMagistrates(r), "sexual")),
        new("stages[12].to[2].odds.offence-drugs", "Crown Court against magistrates", r => Ratio(Courts.CrownOrMagistrates(r), "drugs")),
        new("stages[14].days.exponential", "days from conviction by magistrates to sentence", r => Courts.DaysToSentence(r, true)),
        new("stages[16].days.lognormal", "days from first hearing to trial", Courts.DaysToTrial),
        new("stages[17].to[1].share", "trials without conviction", Courts.NotConvictedAtTrial),
        new("stages[18].days.exponential", "days from conviction at the Crown Court to sentence", r => Courts.DaysToSentence(r, false)),
        new("stages[15].to[2].share", "discharge against fine", Courts.Discharged),
        new("stages[15].to[3].odds.priors", "community order against fine", r => Ratio(Courts.DisposalOrFine(r, "community-order"), "priors")),
        new("stages[15].to[4].odds.priors", "suspended sentence against fine", r => Ratio(Courts.DisposalOrFine(r, "suspended-sentence"), "priors")),
        new("stages[15].to[5].odds.priors", "custody against fine", r => Ratio(Courts.DisposalOrFine(r, "custody"), "priors")),
        new("stages[20].to[1].share", "custody of men from the Crown Court: up to 6 months", Courts.ShortFromCrown),
        new("stages[20].to[4].odds.offence-sexual", "custody of men from the Crown Court: over 4 years against up to 12 months", r => Ratio(Courts.LongOrShort(r), "sexual")),
        new("stages[23].sentence.uniform", "days of community orders", r => Courts.Length(r, "community-order")),
        new("stages[23].records[3].share", "community orders with a requirement", r => Contacts.With(r, "requirement", "community-order")),
        new("stages[23].records[3].lasts.exponential", "days of requirements of community orders", r => Contacts.Lasts(r, "requirement", "community-order")),
        new("stages[25].days.exponential", "days from order to breach", Contacts.DaysToBreach),
        new("stages[36].days.exponential", "days from release to recall", Contacts.DaysToRecall),
        new("contacts[2].per_year", "victims of crime", r => Contacts.PerYear(r, "victim-of-crime", 10, 80, sinceFirst: false)),
        new("contacts[5].per_year", "mental-health contacts since the first", r => Contacts.PerYear(r, "mental-health-contact", 10, 80, sinceFirst: true)),
        new("contacts[8].per_year", "homelessness duties since the first", r => Contacts.PerYear(r, "homelessness-duty", 18, 80, sinceFirst: true)),
        new("contacts[8].lasts.exponential", "days of homelessness duties", r => Contacts.Lasts(r, "homelessness-duty")),
        new("stages[38].to[2].odds.frailty", "coming back against leaving", r => Ratio(r.Lives.Returning, "frailty"), FromLives: true),
        new("stages[38].to[2].odds.age-decades", "coming back against leaving", r => Ratio(r.Lives.Returning, "age-decades"), FromLives: true),
        new("stages[38].to[2].odds.drugs", "coming back against leaving", r => Ratio(r.Lives.Returning, "drugs"), FromLives: true),
        new("stages[38].to[2].odds.after-order", "coming back against leaving", r => Ratio(r.Lives.Returning, "after-order"), FromLives: true),
        new("stages[38].to[2].odds.served-drug-treatment", "coming back against leaving", r => Ratio(r.Lives.Returning, "served-drug-treatment"), FromLives: true),
        new("contacts[1].odds.female", "hazard of a first search", r => Ratio(r.Lives.Searching, "female"), FromLives: true),
        new("contacts[1].odds.frailty", "hazard of a first search", r => Ratio(r.Lives.Searching, "frailty"), FromLives: true),
    ];
}
