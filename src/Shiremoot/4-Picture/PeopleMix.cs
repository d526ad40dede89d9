using Shiremoot.Picture.PeopleMeasuring;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>A cohort parted into classes, each person in the first that holds. Classes nobody is in are not listed. Method: docs/methods/prevalence.md.</summary>
static class PeopleMix
{
    public const string Rest = "None of these";

    public static Outcome<List<PeopleRow>> Rows(PeopleMeasure measure, DrawnCohort drawn, IReadOnlyList<Groups> breakdowns, PeopleSetting setting)
    {
        int[] place = new int[drawn.IsIn.Length];
        Array.Fill(place, measure.Each.Count);
        for (int c = measure.Each.Count - 1; c >= 0; c--)
        {
            if (PeopleAnswers.Of(measure.Id, measure.Each[c], drawn, setting).Refused(out Refusal? why, out byte[]? answer)) return why;
            for (int p = 0; p < place.Length; p++)
                if (answer[p] == Answers.Yes) place[p] = c;
        }
        ClassTables tables = new([.. measure.Each.Select(e => e.Name), Rest], breakdowns, (counts, groups) =>
        {
            for (int p = 0; p < place.Length; p++)
                if (drawn.IsIn[p]) counts[groups.Of[p], place[p]]++;
        }, setting);
        return tables.Rows();
    }
}
