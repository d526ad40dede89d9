using Shiremoot.Picture.PeopleMeasuring;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>Events with a start and an end: how many, the people with any, and how long they last.</summary>
static class SpellRows
{
    /// <summary>Bands from which means and medians of days are worked out where exact ones may not be shown.</summary>
    public static readonly double[] BandsOfDays = [0, 1, 2, 3, 5, 7, 14, 28, 61, 91, 183, 365, 548, 730, 1096, 1461, 1826, 3652, 7305];

    public static Outcome<List<PeopleRow>> Of(PeopleMeasure measure, DrawnCohort drawn, List<Groups> breakdowns, PeopleSetting setting, List<string> notes)
    {
        Stories stories = drawn.Stories;
        bool[] wanted = [.. stories.Kinds.Select(k => measure.Kinds.Contains(k))];
        double[] length = new double[stories.EventCount], spells = new double[stories.PeopleCount];
        int[] person = new int[stories.EventCount];
        (int gathered, long open) = SpellKernel.Gather(drawn.IsIn, stories.First, stories.Kind, stories.StartDay, stories.EndDay, wanted, length, person, spells);
        if (open > 0) notes.Add($"{PeopleDrawing.Shown(setting.Rules, open)} spells without a start or an end are counted, but have no length.");
        byte[] answer = Array.ConvertAll(spells, s => s > 0 ? Answers.Yes : Answers.No);
        PeopleDrawing.LeaveOutside(answer, drawn.IsIn);
        Shares shares = Shares.Of(answer, breakdowns, setting.Rules, setting.Interval);
        ProtectedTable[]? all = HasSpellByDefinition(measure, drawn.Cohort) ? [.. breakdowns.Select(b => ProtectedTable.Protect(PeopleDrawing.Counts(drawn.IsIn, b), setting.Rules))] : null;
        IReadOnlyList<double> bands = measure.Bands.Count > 0 ? measure.Bands : BandsOfDays;
        PeopleDrawing.NoteBands(setting.Rules, notes);
        return PeopleDrawing.Rows(breakdowns, (groups, b, g) =>
        {
            PeopleRow row = shares.Row(groups, b, g);
            if (all is not null)
            {
                ProtectedCount people = b == 0 ? Shares.Everyone(all, t => t.Total) : all[b][0, g];
                row = new PeopleRow(groups.By, groups.Labels[g]) { People = people, With = people };
            }
            if (row.With!.Value.IsWithheld) return row with { Events = default(ProtectedCount), Mean = default(Protected<double>), Median = default(Protected<double>) };
            double[] lengths = PeopleDrawing.Picked(length.AsSpan(0, gathered).ToArray(), i => groups.Of[person[i]] == g);
            (Protected<double>? mean, Protected<double>? median) = Middle.Of(lengths, bands, setting.Rules);
            double count = 0;
            for (int p = 0; p < spells.Length; p++)
                if (drawn.IsIn[p] && groups.Of[p] == g) count += spells[p];
            return row with { Events = setting.Rules.Protect(new RawCount((long)count)), Mean = mean, Median = median };
        });
    }

    // A cohort of those with a first spell has nobody without one. That nought is the definition's and tells of no one, so it is not protected
    // as a small count: hiding it would hide the people with a spell, who are everyone.
    private static bool HasSpellByDefinition(PeopleMeasure measure, Cohort cohort) =>
        cohort.Index is { } index && measure.Kinds.Any(k => index.Written.Trim() == $"first({k})");
}
