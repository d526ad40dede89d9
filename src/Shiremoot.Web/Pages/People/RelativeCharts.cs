using System.Globalization;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.People;

/// <summary>Groups held against one of them: the plain relative rate beside the one with people held alike in case mix.</summary>
internal static class RelativeCharts
{
    private const int MostBars = 15;
    private static readonly Unit Rate = new("times the rate of the group compared with", Decimals: 2);

    /// <summary>Null where no group of the breakdown has an adjusted rate.</summary>
    public static ChartView? Of(PeoplePicture picture, CohortText by)
    {
        PeopleRow[] all = [.. picture.Rows.Where(r => r.By == by.Written && r.Adjusted is not null && r.Relative?.Ratio.Shown is { } ratio && double.IsFinite(ratio))];
        if (all.Length == 0) return null;
        HashSet<PeopleRow> largest = [.. all.OrderByDescending(r => r.People.Shown).Take(MostBars)];
        PeopleRow[] rows = [.. all.Where(largest.Contains)];
        Series plain = new("As recorded", [.. rows.Select(r => r.Relative!.Ratio.Shown)], [.. rows.Select(r => r.Relative!.Lower.Shown)], [.. rows.Select(r => r.Relative!.Upper.Shown)]);
        Series adjusted = new("Held alike in case mix", [.. rows.Select(r => r.Adjusted!.Ratio.Shown)], [.. rows.Select(r => r.Adjusted!.Lower.Shown)], [.. rows.Select(r => r.Adjusted!.Upper.Shown)]);
        string against = rows[0].Relative!.Against;
        string drawn = rows.Length < all.Length ? $". The {MostBars} largest of {all.Length} groups are drawn; all are in the table" : "";
        return new ChartView($"adjusted-{PeopleCharts.Id(by.Written)}", Headline(rows, against), $"{picture.Measure.Title}, {picture.Period}: relative rates against {against}, with 95% intervals{drawn}",
            new BarDrawing(Rate, [.. rows.Select(r => r.Title)], [plain, adjusted]) { Reference = new(against, 1) },
            PeopleTable.Of(picture, PeopleCharts.First(by), [.. picture.Rows.Where(r => r.By == by.Written)], $"{picture.Measure.Title} by {by.InWords}, relative rates"), PeopleView.SourceOf(picture));
    }

    private static string Headline(PeopleRow[] rows, string against)
    {
        string[] apart =
        [
            .. rows.Where(r => r.Title is not ("Not known" or "Not stated") && (r.Adjusted!.Lower.Shown > 1 || r.Adjusted.Upper.Shown < 1))
                .OrderByDescending(r => Math.Abs(Math.Log(r.Adjusted!.Ratio.Shown!.Value))).Take(3).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Title} {r.Adjusted!.Ratio.Shown:0.00} times")),
        ];
        return apart.Length == 0 ? $"With people held alike, no group differs from {against} beyond what chance explains" : $"With people held alike: {string.Join("; ", apart)} the rate of {against}";
    }
}
