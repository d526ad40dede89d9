using System.Globalization;

namespace Shiremoot.Cli;

/// <summary>A forest plot in letters: a row a study, its interval as a line, its effect as a mark, and nought as an upright.</summary>
static class SynthesisForest
{
    private const int Width = 61, MostName = 28;

    /// <summary>One row.</summary>
    /// <param name="Name">What it is of.</param>
    /// <param name="Value">The effect; null for an interval alone.</param>
    /// <param name="Lower">Of the interval.</param>
    /// <param name="Upper">Of the interval.</param>
    /// <param name="Beside">What stands at the end: the weight.</param>
    /// <param name="IsWhole">True for what is of all studies.</param>
    public sealed record Line(string Name, double? Value, double Lower, double Upper, string Beside, bool IsWhole = false);

    public static IEnumerable<string> Draw(IReadOnlyList<Line> lines)
    {
        // A few studies with huge intervals must not press the rest together: the picture ends where nine in ten end, and an arrow says so.
        double[] lowers = [.. lines.Select(l => l.Lower).Order()], uppers = [.. lines.Select(l => l.Upper).Order()];
        double least = Math.Min(0, Math.Min(lowers[lines.Count / 10], lines.Min(l => l.Value ?? l.Lower))), most = Math.Max(0, Math.Max(uppers[^((lines.Count / 10) + 1)], lines.Max(l => l.Value ?? l.Upper)));
        int Place(double x) => (int)Math.Round((Math.Clamp(x, least, most) - least) / (most - least) * (Width - 1));
        int nought = Place(0), names = Math.Min(MostName, lines.Max(l => l.Name.Length));
        foreach (Line line in lines)
        {
            char[] drawn = new char[Width];
            Array.Fill(drawn, ' ');
            drawn[nought] = '|';
            for (int x = Place(line.Lower); x <= Place(line.Upper); x++) drawn[x] = line.IsWhole ? '=' : '-';
            if (line.Lower < least) drawn[0] = '<';
            if (line.Upper > most) drawn[^1] = '>';
            if (line.Value is { } value) drawn[Place(value)] = line.IsWhole ? '#' : 'o';
            string name = line.Name.Length > names ? $"{line.Name[..(names - 1)]}…" : line.Name.PadRight(names);
            yield return string.Create(CultureInfo.InvariantCulture, $"{name} {new string(drawn)} {line.Value,9:0.0000} ({line.Lower:0.000} to {line.Upper:0.000}) {line.Beside}").TrimEnd();
        }
    }
}
