using System.Globalization;
using Shiremoot.Records;
using Shiremoot.Storage;

namespace Shiremoot.Evidence.Engaging;

/// <summary>Reads the part 'engagement' of a service's file.</summary>
static class EngagementReading
{
    private const int Year = 365;

    public static ServiceEngagement? Read(MapNode service)
    {
        if (service.MapOr("engagement") is not { } map) return null;
        int within = map.WholeOr("within_days") ?? Year;
        if (within is < 1 or > 36_525) map.Fault("within_days", "must be a whole number of days, at least 1.");
        ServiceEngagement made = new(within, [.. map.Maps("steps").Select(Step).OfType<EngagementStep>()], [.. map.Maps("by").Select(Group).OfType<EngagementGroup>()]);
        if (!map.Has("steps")) map.Fault("steps", "is missing; name the steps in order, such as { name: Started, reached: \"first(mentoring, after index)\" }.");
        if (made.Steps.GroupBy(s => s.Name).Any(g => g.Count() > 1)) map.Fault("steps", "holds two of one name; give each its own.");
        if (made.By.GroupBy(b => b.Name).Any(g => g.Count() > 1)) map.Fault("by", "holds two of one name; give each its own.");
        return made;
    }

    private static EngagementStep? Step(MapNode map)
    {
        string name = map.Text("name");
        if (!map.Has("reached")) map.Fault("reached", "is missing; write the day the step was reached, such as first(mentoring, after index).");
        return CohortFile.TextOr(map, "reached") is { } reached ? new(name, reached) : null;
    }

    private static EngagementGroup? Group(MapNode map)
    {
        string name = map.Text("name");
        List<double> bands = [];
        foreach (string written in map.Texts("bands"))
        {
            if (!double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out double band)) map.Fault("bands", $"must hold numbers; '{written}' is none.");
            else if (bands.Count > 0 && bands[^1] >= band) map.Fault("bands", "must rise.");
            else bands.Add(band);
        }
        if (!map.Has("value")) map.Fault("value", "is missing; write a value in the cohort language, such as sex.");
        return CohortFile.TextOr(map, "value") is { } value ? new(name, value, bands) : null;
    }
}
