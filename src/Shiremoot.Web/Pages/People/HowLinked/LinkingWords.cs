using System.Globalization;
using Shiremoot.Trust;
using Shiremoot.Web.Pages.People.Review;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.People.HowLinked;

/// <summary>How the numbers of a linking are written.</summary>
internal static class LinkingWords
{
    private const double Least = 0.001;

    /// <summary>A share as a percentage; a small one as "1 in so many".</summary>
    public static string Share(double share) => share switch
    {
        <= 0 => "none",
        < Least => $"1 in {Number(1 / share)}",
        _ => Percent(share),
    };

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.00}%");

    public static string Percent(Protected<double> share) => share.Shown is { } shown ? Percent(shown) : ProtectedCount.Mark;

    /// <summary>A protected count in a table.</summary>
    public static string Short(ProtectedCount count) => count.IsWithheld ? ProtectedCount.Mark : $"{count}";

    public static string Number(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Bits(double? bits) => bits is { } b ? ReviewWords.Bits(b) : "no end";

    /// <summary>The threshold without its sign where it is nought.</summary>
    public static string Threshold(double bits) => bits == 0 ? "0 bits" : $"{Axis(bits)} bits";

    public static string Axis(double bits) => $"{(bits < 0 ? "−" : "")}{Math.Abs(bits).ToString("0.##", CultureInfo.InvariantCulture)}";

    public static string Named(string comparison, string says) => $"{ReviewWords.Capital(comparison)}: {says}";

    /// <summary>The ends of the upright axis of shares in per cent, so that what differs can be seen: from the ten below the least; null from nought.</summary>
    public static Within? Within(IEnumerable<double> shares) => 10 * Math.Floor(10 * shares.Min()) is > 0 and double floor ? new(Math.Min(90, floor), 100) : null;

    public static string BeginsAt(Within? axis) => axis is null ? "" : string.Create(CultureInfo.InvariantCulture, $". The upright axis begins at {axis.Least:0}%");

    /// <summary>A table of the page as files.</summary>
    public static IReadOnlyList<Download> Files(string table, string of) => [new($"/api/v1/linking/{table}.csv", "CSV", of), new($"/api/v1/linking/{table}.xlsx", "Excel", of)];

    public static Source SourceOf(PlaceLinking linking) => new(linking.Origin, $"The latest linking of all records, by the linkage model '{linking.Model}'");
}
