using Shiremoot.Storage;

namespace Shiremoot.Picture.Scores;

/// <summary>Reads the numbers of OGRS3 from their file.</summary>
static class Ogrs3Reading
{
    public static Ogrs3 Read(MapNode map)
    {
        MapNode? sanctions = ScoreParts.Part(map, "sanctions"), rate = ScoreParts.Part(map, "rate");
        Ogrs3Age[] ages = [.. map.Maps("ages").Select(a => new Ogrs3Age(a.Whole("from"), a.Number("male"), a.Number("female")))];
        if (ages.Length == 0) map.Fault("ages", "is missing; write the terms of age and sex, each with the age it holds from.");
        for (int i = 1; i < ages.Length; i++)
            if (ages[i].From <= ages[i - 1].From) map.Fault("ages", $"must rise: {ages[i].From} follows {ages[i - 1].From}.");
        return new(new(map.Number("one_year"), map.Number("two_years"), sanctions?.Number("first") ?? 0, sanctions?.Number("repeat") ?? 0, rate?.Number("weight") ?? 0, ScoreParts.YearsAdded(rate), ages));
    }
}
