using System.Globalization;
using Shiremoot.Picture.PeopleMeasuring;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>
/// The share of a cohort for whom each of several things holds; with a follow-up, of those who came back beside those who did not. Method: docs/methods/prevalence.md.
/// </summary>
static class Prevalence
{
    public const string ByEach = "each";

    /// <summary>The breakdown of those followed into who came back and who did not.</summary>
    public static string CameBack(PeopleMeasure measure) => string.Create(CultureInfo.InvariantCulture, $"came back within {measure.WithinDays} days");

    public static Outcome<List<PeopleRow>> Rows(PeopleMeasure measure, DrawnCohort drawn, IReadOnlyList<Groups> breakdowns, PeopleSetting setting, List<string> notes)
    {
        byte[]? came = null;
        if (measure.To is not null)
        {
            if (PeopleDrawing.Followed(measure, drawn, setting, notes).Refused(out Refusal? notFollowed, out came)) return notFollowed;
            breakdowns = [.. breakdowns, new Groups(CameBack(measure), ["Came back", "Did not"], Array.ConvertAll(came, c => c == Answers.Yes ? 0 : 1))];
        }
        List<Shares> things = [];
        foreach (PeopleThing thing in measure.Each)
        {
            if (PeopleAnswers.Of(measure.Id, thing, drawn, setting).Refused(out Refusal? why, out byte[]? answer)) return why;
            for (int p = 0; p < answer.Length; p++)
                if (came is not null && came[p] is Answers.LeftOut or Answers.Outside) answer[p] = Answers.Outside;
            PeopleDrawing.NoteLeftOut(answer, $"for whom it is not known whether {thing.Name.ToLowerInvariant()} are left out", setting.Rules, notes);
            things.Add(Shares.Of(answer, breakdowns, setting.Rules, setting.Interval));
        }
        return Rows(measure, breakdowns, things, Counted(drawn, came, setting));
    }

    private static ProtectedCount Counted(DrawnCohort drawn, byte[]? came, PeopleSetting setting) =>
        setting.Rules.Protect(new RawCount(came is null ? drawn.IsIn.AsSpan().Count(true) : came.LongCount(c => c is Answers.Yes or Answers.No)));

    private static List<PeopleRow> Rows(PeopleMeasure measure, IReadOnlyList<Groups> breakdowns, List<Shares> things, ProtectedCount everyone)
    {
        List<PeopleRow> rows = [];
        for (int b = 0; b < breakdowns.Count; b++)
            for (int g = 0; g < breakdowns[b].Labels.Count; g++) rows.AddRange(OneGroup(measure, breakdowns[b], b, g, things));
        // The number of everyone must not stand here if a table had to hide it.
        bool isHidden = rows.Any(r => r.By == ByEach && r.People.IsWithheld);
        return [new PeopleRow("", "Everyone") { People = isHidden ? default : everyone }, .. rows];
    }

    // One number of people stands behind every thing of a group: hidden in one table, it is hidden in all.
    private static IEnumerable<PeopleRow> OneGroup(PeopleMeasure measure, Groups groups, int breakdown, int group, List<Shares> things)
    {
        PeopleRow[] rows = [.. things.Select(t => t.Row(groups, breakdown, group))];
        bool isHidden = rows.Any(r => r.People.IsWithheld);
        for (int t = 0; t < rows.Length; t++)
        {
            string thing = measure.Each[t].Name;
            PeopleRow row = breakdown == 0 ? rows[t] with { By = ByEach, Group = thing, Each = thing } : rows[t] with { Each = thing };
            yield return isHidden ? row with { People = default, With = default(ProtectedCount), Share = ProtectedShare.Of(default, default) } : row;
        }
    }
}
