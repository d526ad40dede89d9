using System.Globalization;
using Shiremoot.Records;

namespace Shiremoot.Web.Parts;

/// <summary>The sheet a map is drawn on.</summary>
internal static class MapSheet
{
    /// <summary>The side of the square that outlines are fitted to.</summary>
    public const double Box = 800;

    private const double LabelRoom = 105;

    /// <summary>Outlines are fitted to a square and set in its middle; the sheet is cut to what they cover.</summary>
    public static (double Top, double Bottom) Extent(MapDrawing drawing)
    {
        const double Margin = 4;
        (double top, double bottom) = (double.MaxValue, double.MinValue);
        foreach (MapShape shape in drawing.Shapes)
            foreach (string point in shape.Path.Split(['M', 'L', 'Z'], StringSplitOptions.RemoveEmptyEntries))
            {
                double y = double.Parse(point.AsSpan(point.IndexOf(',', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
                (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
            }
        return (Math.Max(0, top - Margin), Math.Min(drawing.Height, bottom + Margin));
    }

    /// <summary>Where a name may be written so that it stays on the sheet.</summary>
    public static (double X, double Y) LabelOf(MapShape shape) => (Math.Clamp(shape.LabelX, LabelRoom, Box - LabelRoom), shape.LabelY);
}
