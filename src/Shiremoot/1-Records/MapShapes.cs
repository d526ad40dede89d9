using System.Text;

namespace Shiremoot.Records;

/// <summary>An area as an SVG path, to be filled by the even-odd rule.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Path">The d attribute.</param>
/// <param name="LabelX">Where to set a label: the middle of its largest ring's box.</param>
/// <param name="LabelY">Down from the top.</param>
public sealed record MapShape(string Code, string Name, string Path, double LabelX, double LabelY);

/// <summary>A map ready to draw in a box of this width and height.</summary>
public sealed record MapDrawing(double Width, double Height, IReadOnlyList<MapShape> Shapes);

/// <summary>
/// Puts boundaries on a flat page: equirectangular with the standard parallel at the middle of what is shown (Snyder 1987, p. 90),
/// scaled alike both ways to fit, north up. Good to within a few parts in a thousand for an area the size of a region.
/// </summary>
public static class MapShapes
{
    /// <summary>Draws the areas as large as the box allows.</summary>
    /// <param name="boundaries">What to draw.</param>
    /// <param name="width">Width of the box.</param>
    /// <param name="height">Height of the box.</param>
    /// <param name="codes">Only these areas; all if null.</param>
    /// <param name="margin">Left free at each side.</param>
    public static MapDrawing Draw(AreaBoundaries boundaries, double width, double height, IReadOnlySet<string>? codes = null, double margin = 4)
    {
        if (!(width > 2 * margin) || !(height > 2 * margin)) throw new ArgumentOutOfRangeException(nameof(width), "The box must be larger than its margins.");
        int[] chosen = [.. boundaries.Choose(codes)];
        if (chosen.Length == 0) return new MapDrawing(width, height, []);
        Projection projection = Fit(boundaries, chosen, width, height, margin);
        return new MapDrawing(width, height, [.. chosen.Select(feature => Shape(boundaries, feature, projection))]);
    }

    private readonly record struct Projection(double Parallel, double West, double North, double Scale, double Left, double Top)
    {
        public (double X, double Y) Place(double longitude, double latitude) =>
            (Left + ((longitude - West) * Parallel * Scale), Top + ((North - latitude) * Scale));
    }

    private static Projection Fit(AreaBoundaries b, int[] chosen, double width, double height, double margin)
    {
        (double west, double east, double south, double north) = (double.MaxValue, double.MinValue, double.MaxValue, double.MinValue);
        foreach (int feature in chosen)
        {
            (int from, int until) = Points(b, feature);
            for (int i = from; i < until; i++)
            {
                (west, east) = (Math.Min(west, b.Longitude[i]), Math.Max(east, b.Longitude[i]));
                (south, north) = (Math.Min(south, b.Latitude[i]), Math.Max(north, b.Latitude[i]));
            }
        }

        double parallel = Math.Cos((south + north) / 2 * Math.PI / 180);
        double wide = Math.Max((east - west) * parallel, 1e-9), tall = Math.Max(north - south, 1e-9);
        double scale = Math.Min((width - (2 * margin)) / wide, (height - (2 * margin)) / tall);
        return new Projection(parallel, west, north, scale, (width - (wide * scale)) / 2, (height - (tall * scale)) / 2);
    }

    private static MapShape Shape(AreaBoundaries b, int feature, Projection projection)
    {
        StringBuilder path = new();
        (double labelX, double labelY, double largest) = (0, 0, -1);
        for (int polygon = b.FirstPolygon[feature]; polygon < b.FirstPolygon[feature + 1]; polygon++)
        {
            for (int ring = b.FirstRing[polygon]; ring < b.FirstRing[polygon + 1]; ring++)
            {
                (double x0, double x1, double y0, double y1) = Ring(b, ring, projection, path);
                if ((x1 - x0) * (y1 - y0) <= largest) continue;
                (labelX, labelY, largest) = (Tenth((x0 + x1) / 2), Tenth((y0 + y1) / 2), (x1 - x0) * (y1 - y0));
            }
        }

        return new MapShape(b.Codes[feature], b.Names[feature], path.ToString(), labelX, labelY);
    }

    // Points are rounded to a tenth; one that falls on the point before it is left out, and the last, which repeats the first, is Z.
    private static (double X0, double X1, double Y0, double Y1) Ring(AreaBoundaries b, int ring, Projection projection, StringBuilder path)
    {
        (double x0, double x1, double y0, double y1) = (double.MaxValue, double.MinValue, double.MaxValue, double.MinValue);
        (double lastX, double lastY) = (double.NaN, double.NaN);
        for (int i = b.FirstPoint[ring]; i < b.FirstPoint[ring + 1] - 1; i++)
        {
            (double x, double y) = projection.Place(b.Longitude[i], b.Latitude[i]);
            (x, y) = (Tenth(x), Tenth(y));
            if (x.Equals(lastX) && y.Equals(lastY)) continue;
            path.Append(double.IsNaN(lastX) ? 'M' : 'L').Append($"{x:0.#},{y:0.#}");
            (lastX, lastY) = (x, y);
            (x0, x1, y0, y1) = (Math.Min(x0, x), Math.Max(x1, x), Math.Min(y0, y), Math.Max(y1, y));
        }

        path.Append('Z');
        return (x0, x1, y0, y1);
    }

    private static (int From, int Until) Points(AreaBoundaries b, int feature) =>
        (b.FirstPoint[b.FirstRing[b.FirstPolygon[feature]]], b.FirstPoint[b.FirstRing[b.FirstPolygon[feature + 1]]]);

    private static double Tenth(double value) => Math.Round(value, 1, MidpointRounding.AwayFromZero) + 0.0;
}
