using Shiremoot.Picture;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot;

/// <summary>A measure that has been drawn: of areas or of people, never both, with its table for files.</summary>
public sealed record DrawnMeasure(string Id, AreaPicture? OfAreas, PeoplePicture? OfPeople)
{
    public ReleaseTable Table => OfAreas is { } areas ? areas.ToTable() : OfPeople!.ToTable();
}

/// <summary>Draws several measures of a place in one go.</summary>
public static class DrawnMeasures
{
    /// <summary>Draws the named measures, or all of them where none is named (of people only where records of people are there); refused if one is not known or cannot be drawn.</summary>
    /// <param name="shire">The place.</param>
    /// <param name="ids">Ids of measures; empty for all.</param>
    /// <param name="by">What to break down by: dimensions for areas, values in the cohort language for people; empty for each measure's own.</param>
    /// <param name="period">The period in which areas are compared; null for the latest.</param>
    public static Outcome<IReadOnlyList<DrawnMeasure>> Draw(Shire shire, IReadOnlyList<string> ids, IReadOnlyList<string> by, string? period)
    {
        if (shire.Measures.Refused(out Refusal? why, out PlaceMeasures? known)) return why;
        List<DrawnMeasure> drawn = [];
        foreach (string id in ids.Count > 0 ? ids : [.. shire.HasPeople ? known.Ids : known.OfAreas.Select(m => m.Id)])
        {
            if (DrawOne(shire, known, id, by, period).Refused(out why, out DrawnMeasure? one)) return why;
            drawn.Add(one);
        }
        return Outcome.Of<IReadOnlyList<DrawnMeasure>>(drawn);
    }

    private static Outcome<DrawnMeasure> DrawOne(Shire shire, PlaceMeasures known, string id, IReadOnlyList<string> by, string? period)
    {
        if (known.OfAreas.FirstOrDefault(m => m.Id == id) is { } ofAreas)
            return shire.DrawAreas(ofAreas, new AreaQuestion(by, period)).Then<DrawnMeasure>(picture => new DrawnMeasure(id, picture, null));
        if (known.OfPeople.FirstOrDefault(m => m.Id == id) is { } ofPeople)
            return shire.DrawPeople(ofPeople, by.Count > 0 ? by : null).Then<DrawnMeasure>(picture => new DrawnMeasure(id, null, picture));
        return Refusals.NoSuchMeasure(id, known.Ids);
    }
}
