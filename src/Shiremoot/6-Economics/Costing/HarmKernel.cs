using Shiremoot.Records;

namespace Shiremoot.Economics.Costing;

/// <summary>The severity of people's proven offences.</summary>
static class HarmKernel
{
    /// <summary>For each of these people the sum of the weights of their proven offences, over all the records; null if no offence at hand has a weight.</summary>
    public static decimal[]? Of(CostSetting setting, int[] people)
    {
        Stories stories = setting.Stories;
        StoryColumn offence = stories.OfEvents.First(c => c.Name == "offence");
        decimal[] weight = [.. offence.Words.Select(w => (decimal)(setting.Severity(w) ?? 0))];
        bool[] proven = [.. stories.Kinds.Select(setting.Proven.Contains)];
        if (!weight.Any(w => w > 0)) return null;
        (int[] kind, int[] code) = (stories.Kind, offence.Codes);
        decimal[] harm = new decimal[people.Length];
        for (int i = 0; i < people.Length; i++)
            for (int e = stories.First[people[i]]; e < stories.First[people[i] + 1]; e++)
                if (proven[kind[e]] && code[e] >= 0) harm[i] += weight[code[e]];
        return harm;
    }
}
