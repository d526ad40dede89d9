using Shiremoot.Storage;

namespace Shiremoot.Picture.Scores;

/// <summary>What the files of scores have in common.</summary>
static class ScoreParts
{
    public static MapNode? Part(MapNode map, string key)
    {
        MapNode? part = map.MapOr(key);
        if (part is null && !map.Has(key)) map.Fault(key, "is missing; write it with the numbers below it.");
        return part;
    }

    // The rate divides by it, so that nobody's career may be nought years.
    public static int YearsAdded(MapNode? rate)
    {
        int years = rate?.Whole("years_added") ?? 1;
        if (years < 1) rate!.Fault("years_added", "must be 1 or more: the number of sanctions is divided by a career of at least so many years.");
        return years;
    }
}
