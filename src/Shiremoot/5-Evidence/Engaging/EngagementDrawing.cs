using System.Globalization;
using Shiremoot.Picture;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Evidence.Engaging;

/// <summary>Draws the steps of a service from the people followed through them. Nothing leaves here but protected figures.</summary>
static class EngagementDrawing
{
    public static (IReadOnlyList<StepReached> Steps, ProtectedSteps Everyone) Steps(ServiceEngagement plan, EngagedPeople engaged, string cohort, PeopleSetting setting)
    {
        ProtectedSteps everyone = ProtectedSteps.Protect(Counts(engaged, [.. engaged.People.Select(_ => 0)], 1, plan.Steps.Count), setting.Rules);
        List<StepReached> steps = [new(cohort, everyone.Everyone(0), Share(everyone, 0, 0, setting), Share(everyone, 0, 0, setting), default, default, default)];
        for (int s = 1; s <= plan.Steps.Count; s++)
        {
            int[] days = [.. Enumerable.Range(0, engaged.People.Length).Where(i => engaged.Furthest[i] >= s).Select(i => engaged.Days[s - 1][i])];
            (Protected<double> middle, Protected<double> lower, Protected<double> upper) = DaysTaken.Of(days, everyone.Everyone(s), setting.Rules);
            steps.Add(new(plan.Steps[s - 1].Name, everyone.Everyone(s), Share(everyone, s, 0, setting), Share(everyone, s, s - 1, setting), middle, lower, upper));
        }
        return (steps, everyone);
    }

    public static IEnumerable<GroupReached> Groups(ServiceEngagement plan, string by, string[] labels, int[] group, EngagedPeople engaged, PeopleSetting setting)
    {
        ProtectedSteps table = ProtectedSteps.Protect(Counts(engaged, group, labels.Length, plan.Steps.Count), setting.Rules);
        for (int g = 0; g < labels.Length; g++)
            yield return new(by, labels[g], [.. Enumerable.Range(0, plan.Steps.Count + 1).Select(s => ProtectedShare.Of(table[g, s], table[g, 0], setting.Interval))]);
    }

    public static string Sentence(ServiceEngagement plan, IReadOnlyList<StepReached> steps)
    {
        if (steps.Any(s => s.OfAll.IsWithheld)) return "Too few people to tell how many reached each step.";
        string Hundred(ProtectedShare share) => (share.Value!.Value * 100).ToString("0", CultureInfo.InvariantCulture);
        string of = string.Join(", ", steps.Skip(1).Select(s => $"{Hundred(s.OfAll)} reached '{s.Name}'"));
        return string.Create(CultureInfo.InvariantCulture, $"Of every 100 people followed for {plan.WithinDays} days, {of}.");
    }

    private static ProtectedShare Share(ProtectedSteps table, int step, int of, PeopleSetting setting) => ProtectedShare.Of(table.Everyone(step), table.Everyone(of), setting.Interval);

    private static RawCount[,] Counts(EngagedPeople engaged, int[] group, int groups, int steps)
    {
        long[,] counts = new long[groups, steps + 1];
        for (int i = 0; i < engaged.People.Length; i++) counts[group[i], engaged.Furthest[i]]++;
        RawCount[,] raw = new RawCount[groups, steps + 1];
        for (int g = 0; g < groups; g++)
            for (int s = 0; s <= steps; s++) raw[g, s] = new(counts[g, s]);
        return raw;
    }
}
