using System.Globalization;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.People.HowLinked;

/// <summary>People by how many records they have.</summary>
internal static class SizeChart
{
    public static IReadOnlyList<Download> Files { get; } = LinkingWords.Files("sizes", "people by how many records they have");

    /// <summary>The chart; null where no count may be shown.</summary>
    public static ChartView? Of(PlaceLinking linking)
    {
        PeopleBySize[] shown = [.. linking.Sizes.Where(s => !s.People.IsWithheld)];
        if (shown.Length == 0) return null;
        BarDrawing drawing = new(new Unit("people"), [.. linking.Sizes.Select(Name)], [new Series("People", [.. linking.Sizes.Select(s => (double?)s.People.Shown)])]);
        PeopleBySize most = shown.MaxBy(s => s.People.Shown)!;
        return new ChartView("sizes", $"Most often a person has {Name(most)}: {most.People} of {linking.People} people", "People by how many records of partners are theirs", drawing, Table(linking), LinkingWords.SourceOf(linking))
        {
            HeadingLevel = 3,
            Downloads = Files,
        };
    }

    public static TableView Table(PlaceLinking linking) => new("People by how many records they have", [new("Records"), new("People", true)],
        [.. linking.Sizes.Select(s => Row.Of(Name(s), LinkingWords.Short(s.People))), Row.TotalOf("All", LinkingWords.Short(linking.People))])
    { CaptionHidden = true, Notes = [.. PeopleTable.Marks(linking.Rules), "None at all is withheld too."] };

    private static string Name(PeopleBySize size) => size.Until switch
    {
        null => string.Create(CultureInfo.InvariantCulture, $"{size.From} records or more"),
        1 => "1 record",
        { } until when until == size.From => string.Create(CultureInfo.InvariantCulture, $"{until} records"),
        { } until => string.Create(CultureInfo.InvariantCulture, $"{size.From} to {until} records"),
    };
}
