using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Economics.Costing;

/// <summary>Whose costs are added up and over which days of theirs. People of the same cohorts are one group, so that cohorts may share people.</summary>
sealed class CostPeople
{
    private CostPeople(int[]? groupOf, int[] cohortsOfGroup, int[] partOfGroup, int[]? from, int[]? until) =>
        (GroupOf, CohortsOfGroup, PartOfGroup, From, Until) = (groupOf, cohortsOfGroup, partOfGroup, from, until);

    /// <summary>Everyone, as one group.</summary>
    public static CostPeople Everyone { get; } = new(null, [1], [0], null, null);

    /// <summary>Null: everyone is in group 0. -1: left out.</summary>
    public int[]? GroupOf { get; }

    /// <summary>For each group a bit for each cohort its people are in.</summary>
    public int[] CohortsOfGroup { get; }

    /// <summary>For each group the part its people are in; nought where none are told apart.</summary>
    public int[] PartOfGroup { get; }

    public int Groups => CohortsOfGroup.Length;

    public int[]? From { get; }

    public int[]? Until { get; }

    /// <summary>People of the first cohort who were not watched for all the months asked for.</summary>
    public long NotWatched { get; private init; }

    /// <summary>True if this person is in the cohort of this place, or if everyone is asked for.</summary>
    public bool IsIn(int cohort, int person) => GroupOf is null || (GroupOf[person] is var g && g >= 0 && (CohortsOfGroup[g] >> cohort & 1) == 1);

    public static Outcome<CostPeople> Of(Stories stories, CostQuestion question, CostYears years)
    {
        if (question.Cohorts.Count == 0 && question.MonthsAfterIndex is null && question.Parts is null) return Everyone;
        (int[]? from, int[]? until, long notWatched) = (null, null, 0);
        if (question.MonthsAfterIndex is { } months)
        {
            if (months is < 1 or > 600) return Refusals.MonthsOutOfRange(months);
            if (question.Cohorts is not [{ IndexDay: { } index }, ..]) return Refusals.NoIndexDate(question.Cohorts is [var one, ..] ? one.Cohort.Title : "");
            (from, until) = (new int[index.Length], new int[index.Length]);
            for (int p = 0; p < index.Length; p++)
            {
                if (!question.Cohorts[0].IsIn[p]) continue;
                (from[p], until[p]) = (index[p] + 1, Days.PlusMonths(index[p], months) + 1);
                if (until[p] <= years.RecordsUntil) continue;
                notWatched++;
                until[p] = int.MinValue;
            }
        }
        int parts = Math.Max(1, question.Parts?.Names.Count ?? 1);
        int[] groupOf = new int[stories.PeopleCount], ofMask = new int[parts << CostPass.MostCohorts];
        Array.Fill(ofMask, -1);
        List<int> masks = [], partOf = [];
        for (int p = 0; p < groupOf.Length; p++)
        {
            int mask = question.Cohorts.Count == 0 ? 1 : 0, part = question.Parts?.Of[p] ?? 0;
            for (int c = 0; c < question.Cohorts.Count; c++)
                if (question.Cohorts[c].IsIn[p]) mask |= 1 << c;
            if (mask == 0 || (until is not null && (!question.Cohorts[0].IsIn[p] || until[p] == int.MinValue)))
            {
                groupOf[p] = -1;
                continue;
            }
            ref int group = ref ofMask[(mask * parts) + part];
            if (group < 0)
            {
                group = masks.Count;
                masks.Add(mask);
                partOf.Add(part);
            }
            groupOf[p] = group;
        }
        if (masks.Count == 0)
        {
            masks.Add(0);
            partOf.Add(0);
        }
        return new CostPeople(groupOf, [.. masks], [.. partOf], from, until) { NotWatched = notWatched };
    }
}
