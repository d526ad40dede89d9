using System.Globalization;
using Shiremoot.Storage;

namespace Shiremoot.Futures.Modelling;

/// <summary>Reads who comes in and what stages wait for.</summary>
internal static class FlowReading
{
    public static ModelArrivals Arrivals(MapNode map, ModelNames names)
    {
        double? perYear = map.NumberOr("per_year");
        MapNode? total = map.MapOr("total");
        if (perYear is null == total is null) map.Fault("per_year", "give one of per_year (people who come in from outside) and total (a stage and how often a year it is entered).");
        if (perYear < 0) map.Fault("per_year", "must not be negative.");
        double totalPerYear = total?.Number("per_year") ?? 0;
        if (total is not null && totalPerYear <= 0) total.Fault("per_year", "must be above 0.");
        double[] season = Numbers(map, "season");
        if (season.Length is not (0 or 12)) map.Fault("season", "must be twelve numbers, January first.");
        else if (season.Any(s => s < 0) || (season.Length == 12 && season.Sum() <= 0)) map.Fault("season", "must not be negative, and not nought in every month.");
        double mean = season.Length == 0 ? 1 : season.Average();
        return new(perYear, total is null ? -1 : names.Stage(total, "stage"), totalPerYear, [.. season.Select(s => s / mean)]);
    }

    public static ModelResource Resource(MapNode map, ModelNames names, StageReading stages)
    {
        int servers = map.Whole("servers");
        if (servers < 1) map.Fault("servers", "must be 1 or more: with none nobody is ever served. Leave the resource out where nobody waits.");
        double[] week = Numbers(map, "week");
        if (week.Length is not (0 or 7)) map.Fault("week", "must be seven numbers, Monday first.");
        else if (week.Any(w => w is < 0 or > 1) || (week.Length == 7 && week.Sum() <= 0)) map.Fault("week", "must lie between 0 and 1, and not be nought on every day.");
        List<(double, int)> changes = [];
        foreach (MapNode change in map.Maps("changes"))
        {
            changes.Add((change.Number("from_year"), change.Whole("servers")));
            if (changes[^1].Item2 < 0) change.Fault("servers", "must not be negative.");
            if (changes[^1].Item1 < 0) change.Fault("from_year", "must not be negative: years are counted from the start of those simulated.");
        }
        List<ResourceUse> uses = [];
        foreach (MapNode use in map.Maps("stages")) uses.Add(new(Math.Max(0, names.Stage(use, "stage")), stages.Length(use, "work"), use.WholeOr("priority") ?? 0));
        if (uses.Count == 0) map.Fault("stages", "is missing; list the stages that wait for it: [{ stage: trial }].");
        foreach (ResourceUse use in uses)
            if (use.Priority is < 0 or > 3) map.Fault("stages", "may have priorities 0 to 3; 0 goes first.");
        return new(map.Text("id"), Math.Max(1, servers), week, [.. changes.OrderBy(c => c.Item1)], uses);
    }

    private static double[] Numbers(MapNode map, string key)
    {
        List<double> numbers = [];
        foreach (string text in map.Texts(key))
        {
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)) numbers.Add(value);
            else map.Fault(key, $"has '{text}', which is not a number.");
        }
        return [.. numbers];
    }
}
