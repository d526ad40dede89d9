using System.Globalization;
using System.Text;

namespace Shiremoot.Web.Parts;

/// <summary>Fits areas to a sheet: outlines as SVG paths to a tenth of a unit, and the size of the sheet.</summary>
internal sealed class MapSheet
{
    private const double Wide = 800;
    private const double Edge = 4;

    private readonly double west;
    private readonly double north;
    private readonly double scale;

    public MapSheet(IReadOnlyList<MapArea> areas)
    {
        double east = double.MinValue, south = double.MaxValue;
        (west, north) = (double.MaxValue, double.MinValue);
        foreach ((double e, double n) in areas.SelectMany(a => a.Rings).SelectMany(r => r))
        {
            (west, east) = (Math.Min(west, e), Math.Max(east, e));
            (south, north) = (Math.Min(south, n), Math.Max(north, n));
        }

        double across = Math.Max(east - west, 1e-9), down = Math.Max(north - south, 1e-9);
        scale = (Wide - (2 * Edge)) / Math.Max(across, down);
        (Width, Height) = (areas.Count == 0) ? (Wide, 0) : ((across * scale) + (2 * Edge), (down * scale) + (2 * Edge));
    }

    public double Width { get; }

    public double Height { get; }

    public string ViewBox => string.Create(CultureInfo.InvariantCulture, $"0 0 {Width:0.#} {Height:0.#}");

    /// <summary>The area's outline. Points nearer than half a unit to the last one drawn are left out: they cannot be seen.</summary>
    public string Path(MapArea area)
    {
        StringBuilder path = new();
        foreach (var ring in area.Rings)
        {
            (double X, double Y)? last = null;
            foreach ((double e, double n) in ring)
            {
                (double x, double y) = (Edge + ((e - west) * scale), Edge + ((north - n) * scale));
                if (last is { } l && Math.Abs(l.X - x) + Math.Abs(l.Y - y) < 0.5) continue;
                path.Append(CultureInfo.InvariantCulture, $"{(last is null ? 'M' : 'L')}{x:0.#} {y:0.#}");
                last = (x, y);
            }

            if (last is not null) path.Append('Z');
        }
        return path.ToString();
    }
}
