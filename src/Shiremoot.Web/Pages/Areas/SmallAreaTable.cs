using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Web.Pages.Picture;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Areas;

/// <summary>How many small areas of each council lie in each fifth of the country.</summary>
internal static class SmallAreaTable
{
    private const int Fifths = 5;

    public static TableView ByCouncil(AreaPicture picture, IReadOnlyList<PlaceArea> councils, SmallAreas small)
    {
        Dictionary<string, int> classes = picture.Map.Shades.ToDictionary(s => s.Area, s => s.Class);
        List<Row> rows = [.. councils.Select(c => RowOf(new Cell(c.Name, $"/areas/small?measure={picture.Measure.Id}&within={c.Code}"), [.. small.In(c.Code).Select(a => classes.GetValueOrDefault(a.Code))], false))];
        rows.Add(RowOf("All councils", [.. classes.Values], true));
        return new($"{picture.Measure.Title}, {picture.Map.Period}: small areas by fifth of all small areas in the country",
            [new("Council"), new("Small areas", true), .. Enumerable.Range(1, Fifths).Select(f => new Column(Capital(Wordings.Fifth(f)), true)), new("Share in highest fifth", true)], rows)
        {
            CaptionHidden = true,
        };
    }

    private static Row RowOf(Cell name, int[] classes, bool isTotal)
    {
        Cell[] counts = [.. Enumerable.Range(1, Fifths).Select(f => (Cell)$"{classes.Count(c => c == f):N0}")];
        string share = classes.Length == 0 ? "no figure" : $"{100.0 * classes.Count(c => c == Fifths) / classes.Length:0}%";
        return new Row([name, $"{classes.Length:N0}", .. counts, share], isTotal);
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
