using System.Globalization;
using Shiremoot.Picture.PeopleMeasuring;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>Asks things of everyone: whether a condition holds, whether they are in a cohort, and how many cohorts they are in.</summary>
static class PeopleAnswers
{
    /// <summary>Yes, no or not known for each person of the cohort; everybody else is outside.</summary>
    public static Outcome<byte[]> Of(string measure, PeopleThing thing, DrawnCohort drawn, PeopleSetting setting)
    {
        byte[] answer;
        if (thing.Where is { } where)
        {
            if (where.Judge(drawn.Stories, setting.Also, drawn.IndexDay).Refused(out Refusal? why, out byte[]? judged)) return why;
            answer = judged;
        }
        else
        {
            if (IsIn(measure, thing.Cohort!, setting).Refused(out Refusal? why, out bool[]? isIn)) return why;
            answer = Array.ConvertAll(isIn, i => i ? Answers.Yes : Answers.No);
        }
        PeopleDrawing.LeaveOutside(answer, drawn.IsIn);
        return answer;
    }

    /// <summary>People grouped by how many of the cohorts they are in; the last group has so many and more.</summary>
    public static Outcome<Groups> Number(string measure, NumberOfCohorts number, DrawnCohort drawn, PeopleSetting setting)
    {
        int[] held = new int[drawn.IsIn.Length];
        foreach (string id in number.Cohorts)
        {
            if (IsIn(measure, id, setting).Refused(out Refusal? why, out bool[]? isIn)) return why;
            for (int p = 0; p < held.Length; p++)
                if (isIn[p]) held[p]++;
        }
        bool isCapped = number.Cohorts.Count > number.Most;
        int[] used = [.. held.Where((_, p) => drawn.IsIn[p]).Select(h => Math.Min(h, number.Most)).Distinct().Order()];
        string[] labels = [.. used.Select(n => n == number.Most && isCapped ? string.Create(CultureInfo.InvariantCulture, $"{n} or more") : string.Create(CultureInfo.InvariantCulture, $"{n}"))];
        return new Groups(number.Name, labels, Array.ConvertAll(held, h => Math.Max(0, Array.IndexOf(used, Math.Min(h, number.Most)))));
    }

    private static Outcome<bool[]> IsIn(string measure, string id, PeopleSetting setting)
    {
        Cohort? cohort = setting.Cohorts.FirstOrDefault(c => c.Id == id);
        if (cohort is null) return PeopleRefusals.NoCohort(measure, id, setting.Cohorts.Select(c => c.Id));
        return cohort.Draw(setting.Stories, setting.Also).Then<bool[]>(d => d.IsIn);
    }
}
