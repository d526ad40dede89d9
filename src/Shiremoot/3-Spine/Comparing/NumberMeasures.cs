using System.Globalization;

namespace Shiremoot.Spine.Comparing;

/// <summary>The difference of two numbers, without sign.</summary>
sealed class DifferenceMeasure(FieldCells field) : Measure
{
    private readonly float[] numbers = Numbers.Of(field.Column.Table);

    public override float Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        float least = float.NaN;
        foreach (int x in field.Of(a))
            foreach (int y in field.Of(b))
            {
                float apart = Math.Abs(numbers[x] - numbers[y]);
                if (!(apart >= least)) least = apart;
            }
        return least;
    }
}

/// <summary>Kilometres between two places given by latitude and longitude in degrees, on a sphere (haversine).</summary>
sealed class KilometresMeasure(FieldCells latitude, FieldCells longitude) : Measure
{
    private const double Radius = 6371.0088;
    private readonly float[] north = Numbers.Of(latitude.Column.Table), east = Numbers.Of(longitude.Column.Table);

    public override float Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (!latitude.Has(a) || !latitude.Has(b) || !longitude.Has(a) || !longitude.Has(b)) return float.NaN;
        (double n1, double n2) = (Radians(north[latitude.Of(a)[0]]), Radians(north[latitude.Of(b)[0]]));
        (double e1, double e2) = (Radians(east[longitude.Of(a)[0]]), Radians(east[longitude.Of(b)[0]]));
        double across = Math.Pow(Math.Sin((n2 - n1) / 2), 2) + (Math.Cos(n1) * Math.Cos(n2) * Math.Pow(Math.Sin((e2 - e1) / 2), 2));
        return (float)(2 * Radius * Math.Asin(Math.Min(1, Math.Sqrt(across))));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}

/// <summary>The values of a table as numbers; not-a-number where one is none.</summary>
static class Numbers
{
    public static float[] Of(ValueTable table)
    {
        float[] numbers = new float[table.Count + 1];
        numbers[0] = float.NaN;
        for (int v = 1; v <= table.Count; v++) numbers[v] = float.TryParse(table[v], NumberStyles.Float, CultureInfo.InvariantCulture, out float number) ? number : float.NaN;
        return numbers;
    }
}
