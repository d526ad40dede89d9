using System.Globalization;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Economics.Costing;

/// <summary>What a reader of costs must know: what they cover, what counts to the last day, what has no price.</summary>
static class CostNotes
{
    public static string Period(CostSums sums) => string.Create(
        CultureInfo.InvariantCulture, $"{Days.Date(sums.Years.Begin[0]):d MMMM uuuu} to {Days.Date(sums.Years.Until - 1):d MMMM uuuu}");

    public static IReadOnlyList<string> Of(CostSums sums, CostSetting setting, CostQuestion question)
    {
        List<string> notes = [];
        CostTally tally = sums.Tally;
        if (question.Basis == CostBasis.Average) notes.Add("Average costs of what is done now: fewer cases do not save all of it.");
        if (question.Basis == CostBasis.AtOnce) notes.Add("Only what falls with each case fewer, as costs/events.yaml assumes; what falls by steps and what is fixed is not in it.");
        if (question.Kind != CostKind.Fiscal && question.Basis != CostBasis.Quantity) notes.Add("Not paid by an agency. It is never added to fiscal cost here.");
        if (question.MonthsAfterIndex is { } months)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"What happened after the index date, within {months} months. The day itself is not in it."));
            if (sums.People.NotWatched > 0) notes.Add($"{Shown(sums.People.NotWatched, setting)} people are left out: the records end before their {months} months are over.");
        }
        if (tally.Undated > 0) notes.Add($"{Shown(tally.Undated, setting)} events have no date and no cost.");
        if (tally.WithoutEnd > 0) notes.Add($"{Shown(tally.WithoutEnd, setting)} spells have no end and are priced to the last day of the records.");
        if (tally.Backwards > 0) notes.Add($"{Shown(tally.Backwards, setting)} spells end before they begin and have no cost; correct them at their source.");
        for (int kind = 0; kind < tally.NoPriceFits.Length; kind++)
            if (tally.NoPriceFits[kind] > 0) notes.Add($"{Shown(tally.NoPriceFits[kind], setting)} events of the kind {setting.Stories.Kinds[kind]} fit no price, by their offence or by the person's age.");
        return notes;
    }

    private static string Shown(long events, CostSetting setting) => $"{setting.Rules.Protect(new RawCount(events))}";
}
