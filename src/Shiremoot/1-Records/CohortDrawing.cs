using Shiremoot.Records.Cohorts;
using Shiremoot.Terms;

namespace Shiremoot.Records;

/// <summary>Draws a cohort condition by condition, counting who is left.</summary>
static class CohortDrawing
{
    public static Outcome<DrawnCohort> Draw(Cohort cohort, Stories stories, CohortNames also)
    {
        bool[] isIn = Columns.Filled(stories.PeopleCount, true);
        List<AttritionStep> steps = [new("", "Everyone in the records", stories.People)];
        int[]? indexDay = null;
        if (cohort.Index is { } index)
        {
            if (index.Day(stories, also, null).Refused(out Refusal? noDay, out indexDay)) return noDay;
            for (int p = 0; p < isIn.Length; p++) isIn[p] = indexDay[p] != Days.Unknown;
            steps.Add(new($"index: {index.Written}", $"has an index date, which is {index.InWords}", Left(isIn)));
        }
        if (cohort.Where is { } where)
        {
            Binding binding = new(stories, also, mayUseIndex: indexDay is not null);
            Condition[] conditions = [.. where.Steps.Select(binding.Judged)];
            if (binding.Faults.Count > 0) return CohortRefusals.DoesNotFit(where.Written, binding.Faults);
            long[] left = new long[conditions.Length];
            StoryRows.Each(stories, indexDay, rows => Ask(conditions, rows, isIn.AsSpan(rows.From, rows.Count), left), isIn);
            for (int i = 0; i < conditions.Length; i++) steps.Add(new(where.StepsWritten[i], PlainEnglish.Of(where.Steps[i]), new RawCount(left[i])));
        }
        return new DrawnCohort(cohort, stories, also, isIn, indexDay, steps);
    }

    // Of a stretch of which nobody is left no further question is asked.
    private static void Ask(Condition[] conditions, StoryRows rows, Span<bool> isIn, long[] left)
    {
        for (int i = 0; i < conditions.Length && isIn.Contains(true); i++)
        {
            Keep(isIn, conditions[i].Of(rows));
            Interlocked.Add(ref left[i], isIn.Count(true));
        }
    }

    private static void Keep(Span<bool> isIn, ReadOnlySpan<byte> truth)
    {
        for (int p = 0; p < isIn.Length; p++) isIn[p] &= truth[p] == Truth.Yes;
    }

    private static RawCount Left(bool[] isIn) => new(isIn.AsSpan().Count(true));
}
