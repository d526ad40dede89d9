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

    /// <summary>A comparison in a cell of a table.</summary>
    public static string Beside(AreaComparison? comparison, FigureFormat format, Polarity polarity)
    {
        if (comparison is null) return "not compared";
        if (comparison.Value is null) return "no figure shown";
        if (comparison.Standing is null) return $"{format.Number(comparison.Value)}; {comparison.Says}";
        return $"{Standing(comparison.Standing, polarity)} ({format.Number(comparison.Value)})";
    }

    /// <summary>Which way the latest five periods go, in a few words.</summary>
    public static string Trend(IReadOnlyList<AreaTrend> trends)
    {
        if (trends.All(t => t.Trend is null)) return "not tested";
        if (trends.Count == 1) return Direction(trends[0].Trend);
        return string.Join(", ", trends.GroupBy(t => Direction(t.Trend)).OrderByDescending(g => g.Count()).Select(g => $"{g.Key} in {g.Count()}"));
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

    public static string Count(double? value) => value is { } v ? v.ToString(v == Math.Floor(v) ? "N0" : "N1", CultureInfo.InvariantCulture) : "not known";

    public static string Origin(Origin origin) => origin == Terms.Origin.Published ? "published" : "generated";

    [GeneratedRegex(@"\d{1,2} ([A-Z][a-z]{2})[a-z]* (\d{4})$")]
    private static partial Regex DayMonthYear();
}
