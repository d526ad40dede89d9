using System.Globalization;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Evidence.Engaging;

/// <summary>The people of an engagement: how far each came, when, and in which groups.</summary>
/// <param name="People">Their numbers in the stories.</param>
/// <param name="Furthest">Of each, the last step reached: 0 for none.</param>
/// <param name="Days">For each step, the days from the index day to it; meaningless for those who did not reach it.</param>
sealed record EngagedPeople(int[] People, int[] Furthest, int[][] Days)
{
    /// <summary>Follows people step by step.</summary>
    public static Outcome<EngagedPeople> Of(ServiceEngagement plan, int[] people, int[] index, PeopleSetting setting)
    {
        int[] furthest = new int[people.Length];
        int[][] days = new int[plan.Steps.Count][];
        for (int s = 0; s < plan.Steps.Count; s++)
        {
            if (plan.Steps[s].Reached.Day(setting.Stories, setting.Also, index).Refused(out Refusal? why, out int[]? reached)) return why;
            days[s] = new int[people.Length];
            for (int i = 0; i < people.Length; i++)
            {
                int day = reached[people[i]], from = index[people[i]];
                if (furthest[i] != s || day == Terms.Days.Unknown || day < from || day > from + plan.WithinDays) continue;
                furthest[i] = s + 1;
                days[s][i] = day - from;
            }
        }
        return new EngagedPeople(people, furthest, days);
    }

    /// <summary>The group of each person, and what groups are called, in order.</summary>
    public Outcome<(string[] Labels, int[] Of)> Groups(string service, EngagementGroup by, int[] index, PeopleSetting setting, int most)
    {
        if (by.Value.Value(setting.Stories, setting.Also, index).Refused(out Refusal? why, out StoryColumn? column)) return why;
        if (column.Value == StoryValue.Day || (column.Value == StoryValue.Number && by.Bands.Count == 0)) return ServiceRefusals.NoBands(service, by.Name);
        int[] code = column.Value == StoryValue.Number ? Banded(column.Numbers, by.Bands) : Coded(column.Codes);
        int[] present = [.. code.Distinct().OrderBy(c => c < 0 ? int.MaxValue : c)];
        if (column.Value == StoryValue.Text) present = [.. present.OrderBy(c => c < 0).ThenBy(c => c < 0 ? "" : column.Words[c], StringComparer.Ordinal)];
        if (present.Length > most) return ServiceRefusals.TooManyGroups(service, by.Name, present.Length, most);
        string Label(int c) => c < 0 ? "Not known" : column.Value switch
        {
            StoryValue.Number => Band(by.Bands, c),
            StoryValue.Flag => column.Words[c] == "true" ? "Yes" : "No",
            _ => setting.Names.Group(by.Value.Written, column.Words[c]),
        };
        return (present.Select(Label).ToArray(), Array.ConvertAll(code, c => Array.IndexOf(present, c)));
    }

    private int[] Coded(int[] all) => Array.ConvertAll(People, p => all[p]);

    private int[] Banded(double[] all, IReadOnlyList<double> bands) => Array.ConvertAll(People, p => double.IsNaN(all[p]) ? -1 : bands.Count(b => all[p] >= b));

    private static string Band(IReadOnlyList<double> bands, int at) => string.Create(CultureInfo.InvariantCulture,
        $"{(at == 0 ? $"Below {bands[0]}" : at == bands.Count ? $"{bands[^1]} and over" : $"{bands[at - 1]} to below {bands[at]}")}");
}
