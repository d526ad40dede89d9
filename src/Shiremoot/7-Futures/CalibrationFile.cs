using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>
/// What calibration found for a place, kept in calibration.yaml so that it need not be found again. It holds for the model and targets it was found for,
/// and no others: it carries their mark.
/// </summary>
public static class CalibrationFile
{
    public const string Name = "calibration.yaml";

    /// <summary>A mark of all that calibration depends on: the model's text and the parts of generate.yaml that say what is wanted.</summary>
    public static string Mark(string model, string? over, string generate)
    {
        StringBuilder all = new();
        all.Append(OfLives(model)).Append('\u0001').Append(over is null ? "" : OfLives(over)).Append('\u0001');
        bool wanted = false;
        foreach (string line in Plain(generate).Split('\n'))
        {
            if (line.Length > 0 && !char.IsWhiteSpace(line[0])) wanted = line.StartsWith("targets:", StringComparison.Ordinal) || line.StartsWith("districts:", StringComparison.Ordinal) || line.StartsWith("ethnicities:", StringComparison.Ordinal);
            if (wanted) all.Append(line).Append('\n');
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())))[..16];
    }

    /// <summary>The calibration of a set of targets, or null if the file has none, or has one of another model or other targets.</summary>
    public static Outcome<Calibrated?> Read(string folder, string set, string mark) => Read(folder, set, m => m == mark);

    /// <summary>The calibration of a set of targets whatever model it was found for: somewhere to begin from. Null if the file has none.</summary>
    public static Outcome<Calibrated?> ReadEarlier(string folder, string set) => Read(folder, set, _ => true);

    private static Outcome<Calibrated?> Read(string folder, string set, Func<string, bool> holds)
    {
        string path = Path.Combine(folder, Name);
        if (!File.Exists(path)) return Outcome.Of<Calibrated?>(null);
        return PlaceFile.Read(path, Name, map =>
        {
            Calibrated? found = null;
            foreach (MapNode each in map.Maps("sets"))
            {
                Dictionary<string, double> fitted = new(StringComparer.Ordinal);
                if (each.MapOr("fitted") is { } values)
                    foreach (string name in values.Keys) fitted[name] = values.Number(name);
                List<double> people = [.. each.Texts("people_at_full_size").Select(t => double.TryParse(t, CultureInfo.InvariantCulture, out double v) ? v : 0)];
                Calibrated read = new(fitted, people, each.Whole("careers"), each.Number("largest_gap"));
                (string itsSet, string itsMark) = (each.TextOr("set", ""), each.Text("mark"));
                if (itsSet == set && holds(itsMark) && people.Count == Calibration.LongestYears) found = read;
            }
            return found;
        });
    }

    /// <summary>Writes the calibrations of a place's sets of targets.</summary>
    public static void Write(string folder, IReadOnlyList<(string Set, string Mark, Calibrated Found)> sets)
    {
        StringBuilder text = new("# yaml-language-server: $schema=../../docs/schemas/calibration.schema.json\n# Written by ./shiremoot calibrate. The numbers that model.yaml leaves open, at which the targets of generate.yaml come out.\nsets:\n");
        foreach ((string set, string mark, Calibrated found) in sets)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - set: \"{set}\"\n    mark: {mark}\n    careers: {found.Careers}\n    largest_gap: {found.LargestGap:0.######}\n");
            text.Append(CultureInfo.InvariantCulture, $"    people_at_full_size: [{string.Join(", ", found.PeopleAtFullSize.Select(p => p.ToString("0.0", CultureInfo.InvariantCulture)))}]\n    fitted:\n");
            foreach ((string name, double value) in found.Fitted.OrderBy(f => f.Key, StringComparer.Ordinal)) text.Append(CultureInfo.InvariantCulture, $"      {name}: {value:R}\n");
        }
        string path = Path.Combine(folder, Name), unfinished = path + ".unfinished";
        File.WriteAllText(unfinished, text.ToString());
        File.Move(unfinished, path, overwrite: true);
    }

    // What only the simulation reads: lives are made, and calibrated, without it.
    private static readonly string[] Simulated = ["arrivals:", "resources:"];

    private static string OfLives(string model)
    {
        List<string> kept = [];
        bool simulated = false;
        foreach (string line in Plain(model).Split('\n'))
        {
            if (line.Length > 0 && !char.IsWhiteSpace(line[0])) simulated = Simulated.Any(s => line.StartsWith(s, StringComparison.Ordinal));
            if (!simulated) kept.Add(line);
        }
        return string.Join('\n', kept);
    }

    private static string Plain(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Where(l => !IsWords(l)).Select(l => l.TrimEnd()));

    /// <summary>Lines that change nothing: comments, and what the file is called and comes from.</summary>
    private static bool IsWords(string line) =>
        line.AsSpan().Trim() is [] or ['#', ..] || line.StartsWith("id:", StringComparison.Ordinal) || line.StartsWith("title:", StringComparison.Ordinal) || line.StartsWith("source:", StringComparison.Ordinal);
}
