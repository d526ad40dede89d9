using System.Globalization;

namespace Shiremoot.Picture;

/// <summary>What a drawn measure of areas says, in one sentence made of its published figures; null where none is published.</summary>
public static class AreaFinding
{
    public static string? Of(AreaPicture picture)
    {
        AreaStanding[] known = [.. picture.Standings.Where(s => s.Figure.Value is not null).OrderByDescending(s => s.Figure.Value)];
        if (known.Length == 0 || picture.ComparedIn is not { } period) return null;
        AreaMeasure measure = picture.Measure;
        AreaTotal? total = picture.Areas.Count < 2 ? null : picture.Totals.FirstOrDefault(t => t.Period == period && t.Group.Count == 0 && t.Figure.Value is not null);
        string said = total is not null ? $"{With(measure, total.Figure.Value!.Value)} in the {total.AreasWithFigure} areas together"
            : known.Length == 1 ? $"{With(measure, known[0].Figure.Value!.Value)} in {known[0].AreaName}"
            : With(measure, known[0].Figure.Value!.Value) == With(measure, known[^1].Figure.Value!.Value) ? $"{With(measure, known[0].Figure.Value!.Value)} in each of {known.Length} areas"
            : $"highest in {known[0].AreaName}, at {With(measure, known[0].Figure.Value!.Value)}, and lowest in {known[^1].AreaName}, at {Number(measure, known[^1].Figure.Value!.Value)}";
        return $"{measure.Title}, {period}: {said}.";
    }

    // The unit of a share is said by its sign.
    private static string With(AreaMeasure measure, double value) =>
        measure.Kind == AreaValueKind.Money || IsPercent(measure) || measure.Unit == "score" ? Number(measure, value) : $"{Number(measure, value)} {measure.Unit}";

    private static string Number(AreaMeasure measure, double value) => measure.Kind switch
    {
        AreaValueKind.Money => value >= 1e6 ? string.Create(CultureInfo.InvariantCulture, $"£{value / 1e6:0.0}m") : string.Create(CultureInfo.InvariantCulture, $"£{value:#,##0}"),
        _ when IsPercent(measure) => string.Create(CultureInfo.InvariantCulture, $"{(measure.Kind == AreaValueKind.Proportion && measure.Per == 1 ? 100 : 1) * value:0.0}%"),
        AreaValueKind.Count => value.ToString("N0", CultureInfo.InvariantCulture),
        _ => value.ToString("#,##0.#", CultureInfo.InvariantCulture),
    };

    private static bool IsPercent(AreaMeasure measure) => (measure.Kind == AreaValueKind.Proportion && measure.Per is 1 or 100) || measure.Unit.StartsWith("per cent", StringComparison.Ordinal);
}
