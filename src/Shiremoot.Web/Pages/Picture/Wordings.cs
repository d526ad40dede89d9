using System.Globalization;
using System.Text.RegularExpressions;
using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.Picture;

/// <summary>The words of comparison, trend and time that all pages of areas share.</summary>
internal static partial class Wordings
{
    /// <summary>One word for a standing, with what it means where the measure says which way is good.</summary>
    public static string Standing(Standing? standing, Polarity polarity)
    {
        (string word, bool? isHigh) = standing switch
        {
            null => ("cannot be told", null),
            Shiremoot.Picture.Standing.Similar => ("similar", (bool?)null),
            Shiremoot.Picture.Standing.Lower or Shiremoot.Picture.Standing.FarLower => ("lower", false),
            _ => ("higher", true),
        };
        if (isHigh is not { } high || polarity == Polarity.Neither) return word;
        return high == (polarity == Polarity.HighIsGood) ? $"{word}, which is better" : $"{word}, which is worse";
    }

    /// <summary>Why some figures are set beside others and no more is said.</summary>
    public const string NotTested = "“Not tested”: no interval can be made, so a difference cannot be told from chance.";

    /// <summary>A comparison in a cell of a table.</summary>
    public static string Beside(AreaComparison? comparison, FigureFormat format, Polarity polarity)
    {
        if (comparison is null) return "not compared";
        if (comparison.Value is null) return "no figure shown";
        if (comparison.Standing is null) return $"{format.Number(comparison.Value)}, not tested";
        return $"{Standing(comparison.Standing, polarity)} ({format.Number(comparison.Value)})";
    }

    public static bool IsNation(string code) => code.StartsWith('K') || code.StartsWith("E92", StringComparison.Ordinal) || code.StartsWith("W92", StringComparison.Ordinal);

    /// <summary>Which way the latest five periods go; where that cannot be tested, how the latest stands beside the first, saying so.</summary>
    public static string Trend(AreaPicture picture)
    {
        if (picture.Trends.All(t => t.Trend is null))
        {
            (int up, int down, int same, string first) = Moved(picture);
            return first.Length == 0 ? "one period only" : $"{Counted([("up", up), ("down", down), ("the same", same)])} since {Short(first)}; not tested";
        }
        return Counted([.. picture.Trends.GroupBy(t => Direction(t.Trend)).OrderByDescending(g => g.Count()).Select(g => (g.Key, g.Count()))]);
    }

    /// <summary>How the figures moved from the first period after any break to the period of comparison, as a headline.</summary>
    public static string Since(AreaPicture picture, FigureFormat format)
    {
        (int up, int down, _, string first) = Moved(picture);
        if (first.Length == 0) return picture.Measure.Title;
        int of = picture.Areas.Count, most = Math.Max(up, down);
        if (of > 1) return $"{(up >= down ? "Higher" : "Lower")} in {(most == of ? $"all {of}" : $"{most} of {of}")} areas in {picture.ComparedIn} than in {first}";
        double? then = ValueOf(picture, picture.Areas[0].Code, first), now = ValueOf(picture, picture.Areas[0].Code, picture.ComparedIn!);
        return $"{(now > then ? "Up" : now < then ? "Down" : "The same,")} from {format.Number(then)} in {first} to {format.Number(now)} in {picture.ComparedIn}";
    }

    /// <summary>True for a period whose figures are counted otherwise than the latest.</summary>
    public static bool IsBeforeBreak(AreaPicture picture, string period)
    {
        List<string> periods = [.. picture.Periods];
        return picture.Measure.Breaks.Any(b => b.By is null && periods.IndexOf(b.At) > periods.IndexOf(period));
    }

    /// <summary>Groups without the words that all of them begin with up to a dash, for a chart has no room for them.</summary>
    public static IEnumerable<Line> WithoutSharedStart(IReadOnlyList<Line> lines)
    {
        const string Dash = " - ";
        int end = lines[0].Name.IndexOf(Dash, StringComparison.Ordinal) + Dash.Length;
        string start = end < Dash.Length ? "" : lines[0].Name[..end];
        return lines.Take(7).All(l => l.Name.StartsWith(start, StringComparison.Ordinal)) ? lines.Select(l => l.Name.StartsWith(start, StringComparison.Ordinal) ? l with { Name = l.Name[start.Length..] } : l) : lines;
    }

    private static (int Up, int Down, int Same, string First) Moved(AreaPicture picture)
    {
        string? first = picture.Periods.FirstOrDefault(p => !IsBeforeBreak(picture, p));
        if (first is null || picture.ComparedIn is null || first == picture.ComparedIn) return (0, 0, 0, "");
        (double? Then, double? Now)[] moved = [.. picture.Areas.Select(a => (ValueOf(picture, a.Code, first), ValueOf(picture, a.Code, picture.ComparedIn)))];
        return (moved.Count(m => m.Now > m.Then), moved.Count(m => m.Now < m.Then), moved.Count(m => m.Now == m.Then && m.Now is not null), first);
    }

    private static double? ValueOf(AreaPicture picture, string area, string period) => picture.Rows.FirstOrDefault(r => r.Area == area && r.Period == period)?.Figure.Value;

    private static string Counted(IReadOnlyList<(string Word, int Count)> words)
    {
        (string Word, int Count)[] some = [.. words.Where(w => w.Count > 0)];
        return some switch
        {
            [] => "not tested",
            [var only] => only.Count == 1 ? only.Word : $"{only.Word} in all {only.Count}",
            _ => string.Join(", ", some.Select(w => $"{w.Word} in {w.Count}")),
        };
    }

    public static string Direction(Trend? trend) => trend?.Direction switch
    {
        null => "not tested",
        TrendDirection.Increasing => "rising",
        TrendDirection.Decreasing => "falling",
        _ => "no clear change",
    };

    /// <summary>A period short enough for an axis: "year ending 31 March 2016" is Mar 2016.</summary>
    public static string Short(string period) => DayMonthYear().Match(period) is { Success: true } m ? $"{m.Groups[1].Value} {m.Groups[2].Value}" : period;

    public static string Dimension(string name) => name.Replace('_', ' ');

    public static string Kind(string kind, int count) => kind switch
    {
        "local-authority" => count == 1 ? "local authority" : "local authorities",
        "police-force" => count == 1 ? "police force" : "police forces",
        "lsoa" => "small areas",
        _ => count == 1 ? "area" : "areas",
    };

    /// <summary>A class of a map, 1 for lowest, in words.</summary>
    public static string Fifth(int number) => number switch { 0 => "no figure", 1 => "lowest fifth", 2 => "second fifth", 3 => "middle fifth", 4 => "fourth fifth", _ => "highest fifth" };

    public static string Count(double? value) => value is { } v ? v.ToString(v == Math.Floor(v) ? "N0" : "N1", CultureInfo.InvariantCulture) : "not known";

    public static string Origin(Origin origin) => origin == Terms.Origin.Published ? "published" : "generated";

    [GeneratedRegex(@"\d{1,2} ([A-Z][a-z]{2})[a-z]* (\d{4})$")]
    private static partial Regex DayMonthYear();
}
