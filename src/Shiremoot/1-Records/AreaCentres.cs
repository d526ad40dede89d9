using Shiremoot.Terms;

namespace Shiremoot.Records;

/// <summary>Where the people of each local authority live on the whole, and how far it is from one to another.</summary>
public sealed class AreaCentres
{
    private const double EarthKilometres = 6371.0088;
    private readonly Dictionary<string, (double Latitude, double Longitude)> centres;

    private AreaCentres(Dictionary<string, (double, double)> centres) => this.centres = centres;

    internal static Outcome<AreaCentres> Read(string path, string shownAs)
    {
        List<string> faults = [];
        Dictionary<string, (double, double)> centres = new(StringComparer.Ordinal);
        if (CsvTable.Read(path, shownAs, faults) is { } table)
        {
            (int code, int latitude, int longitude) = (table.Column("code"), table.Column("latitude"), table.Column("longitude"));
            for (int row = 0; row < table.Rows; row++)
            {
                (double north, double east) = (table.Number(row, latitude), table.Number(row, longitude));
                if (!(Math.Abs(north) <= 90 && Math.Abs(east) <= 180)) table.Fault(row, "the latitude and the longitude must be degrees.");
                else if (!centres.TryAdd(table[row, code], (north, east))) table.Fault(row, $"the area {table[row, code]} stands here twice.");
            }
        }
        return faults.Count > 0 ? Refusals.Faults("The centres of areas", faults) : new AreaCentres(centres);
    }

    /// <summary>True if the centre of the area is known.</summary>
    public bool Knows(string code) => centres.ContainsKey(code);

    /// <summary>
    /// Kilometres from the centre of one area to that of another, as the crow flies: the great circle on a sphere of the earth's mean radius (haversine formula). 0 within one area. NaN where
    /// either is not known.
    /// </summary>
    public double Kilometres(string from, string to)
    {
        if (!centres.TryGetValue(from, out (double Latitude, double Longitude) a) || !centres.TryGetValue(to, out (double Latitude, double Longitude) b)) return double.NaN;
        double north = Math.Sin(double.DegreesToRadians(b.Latitude - a.Latitude) / 2), east = Math.Sin(double.DegreesToRadians(b.Longitude - a.Longitude) / 2);
        double half = (north * north) + (Math.Cos(double.DegreesToRadians(a.Latitude)) * Math.Cos(double.DegreesToRadians(b.Latitude)) * east * east);
        return 2 * EarthKilometres * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }
}
