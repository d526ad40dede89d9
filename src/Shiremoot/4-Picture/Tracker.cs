using System.Globalization;
using Shiremoot.Picture.PeopleMeasuring;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>
/// A live tracker: for how many of those watched for so many days something had happened by then, at several horizons; and, where something else may come first and end the matter, for how many
/// that did. Shares are of people watched for the whole horizon, so that each horizon can be protected as a table of its own. Method: docs/methods/tracker.md.
/// </summary>
static class Tracker
{
    public static Outcome<List<PeopleRow>> Rows(PeopleMeasure measure, DrawnCohort drawn, IReadOnlyList<Groups> breakdowns, PeopleSetting setting, List<string> notes)
    {
        if (drawn.IndexDay is not { } index) return PeopleRefusals.NoIndex(measure.Id, drawn.Cohort.Id);
        if (measure.To!.Day(drawn.Stories, setting.Also, index).Refused(out Refusal? why, out int[]? first)) return why;
        int[] rival = Array.ConvertAll(first, _ => Days.Unknown);
        if (measure.Unless is { } unless && unless.Day(drawn.Stories, setting.Also, index).Refused(out why, out rival!)) return why;
        if (PeopleDrawing.FollowedTo(measure, drawn, setting, notes).Refused(out why, out int[]? until)) return why;

        int[] happened = new int[first.Length], ended = new int[first.Length];
        for (int p = 0; p < first.Length; p++)
        {
            // Of two on one day, what is tracked counts.
            bool isFirst = first[p] != Days.Unknown && (rival[p] == Days.Unknown || rival[p] <= index[p] || first[p] <= rival[p]);
            (happened[p], ended[p]) = (isFirst ? first[p] : Days.Unknown, isFirst ? Days.Unknown : rival[p]);
        }
        List<PeopleRow> rows = [new PeopleRow("", "Everyone") { People = setting.Rules.Protect(new RawCount(drawn.IsIn.AsSpan().Count(true))) }];
        foreach (int days in measure.Horizons)
        {
            rows.AddRange(Horizon(Within(days), happened, days));
            if (measure.Unless is not null) rows.AddRange(Horizon($"{Within(days)}: ended first", ended, days));
        }
        notes.Add("Each share is of the people watched for so many days, so that a later share may be of fewer people and need not be larger.");
        return rows;

        IEnumerable<PeopleRow> Horizon(string each, int[] day, int days)
        {
            byte[] answer = new byte[day.Length];
            ReturnKernel.Follow(drawn.IsIn, index, day, until, days, answer);
            Shares shares = Shares.Of(answer, breakdowns, setting.Rules, setting.Interval);
            for (int b = 0; b < breakdowns.Count; b++)
                for (int g = 0; g < breakdowns[b].Labels.Count; g++)
                {
                    PeopleRow row = shares.Row(breakdowns[b], b, g) with { Each = each };
                    yield return b == 0 ? row with { By = Prevalence.ByEach, Group = each } : row;
                }
        }
    }

    /// <summary>Within 91 days.</summary>
    public static string Within(int days) => string.Create(CultureInfo.InvariantCulture, $"Within {days} days");
}
