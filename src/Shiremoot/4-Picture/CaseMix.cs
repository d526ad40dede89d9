using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>People in strata of case mix: those alike in everything a measure adjusts for. What is not known of a person is a class of its own.</summary>
static class CaseMix
{
    /// <summary>The stratum of each person, from 0.</summary>
    public static Outcome<int[]> Strata(PeopleMeasure measure, DrawnCohort drawn, PeopleSetting setting)
    {
        int[] stratum = new int[drawn.IsIn.Length];
        foreach (CaseMixPart part in measure.Adjust)
        {
            if (Classes(measure, part, drawn, setting).Refused(out Refusal? why, out int[]? @class)) return why;
            Dictionary<(int, int), int> seen = [];
            for (int p = 0; p < stratum.Length; p++)
            {
                if (!drawn.IsIn[p]) continue;
                if (!seen.TryGetValue((stratum[p], @class[p]), out int its)) seen[(stratum[p], @class[p])] = its = seen.Count;
                stratum[p] = its;
            }
        }
        return stratum;
    }

    private static Outcome<int[]> Classes(PeopleMeasure measure, CaseMixPart part, DrawnCohort drawn, PeopleSetting setting)
    {
        if (part.Value is null) return OfEach(measure, part, drawn, setting);
        if (part.Bands.Count == 0) return part.Value.Value(drawn.Stories, setting.Also, drawn.IndexDay).Then<int[]>(column => column.Value switch
        {
            StoryValue.Number => Numbered(column.Numbers),
            StoryValue.Day => column.Days,
            _ => column.Codes,
        });
        double[] bands = [.. part.Bands];
        return PeopleDrawing.NumberOf(measure, part.Value, drawn, setting).Then<int[]>(numbers => Array.ConvertAll(numbers, n => Band(n, bands)));
    }

    private static int Band(double value, double[] bands)
    {
        if (double.IsNaN(value)) return -1;
        int band = 0;
        foreach (double from in bands) band += value >= from ? 1 : 0;
        return band;
    }

    private static int[] Numbered(double[] values)
    {
        double[] different = [.. values.Where(v => !double.IsNaN(v)).Distinct().Order()];
        return Array.ConvertAll(values, v => double.IsNaN(v) ? -1 : Array.BinarySearch(different, v));
    }

    private static Outcome<int[]> OfEach(PeopleMeasure measure, CaseMixPart part, DrawnCohort drawn, PeopleSetting setting)
    {
        int[] made = new int[drawn.IsIn.Length];
        Array.Fill(made, part.Each.Count);
        for (int c = part.Each.Count - 1; c >= 0; c--)
        {
            if (PeopleAnswers.Of(measure.Id, part.Each[c], drawn, setting).Refused(out Refusal? why, out byte[]? answer)) return why;
            for (int p = 0; p < made.Length; p++)
                if (answer[p] == PeopleMeasuring.Answers.Yes) made[p] = c;
        }
        return made;
    }
}
