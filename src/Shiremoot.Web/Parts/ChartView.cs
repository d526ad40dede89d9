namespace Shiremoot.Web.Parts;

/// <summary>A chart with all that must stand with it. Show it with <c>&lt;partial name="_Chart" model="chart" /&gt;</c>.</summary>
/// <param name="Id">Unique on the page: letters, digits and hyphens.</param>
/// <param name="Headline">What the chart says, as a sentence: "Arrests have fallen by two fifths since 2008".</param>
/// <param name="Subtitle">What it shows: measure, area, period, unit.</param>
/// <param name="Drawing">What is drawn.</param>
/// <param name="Table">The same figures as a table.</param>
/// <param name="Source">Where they come from.</param>
public sealed record ChartView(string Id, string Headline, string Subtitle, Drawing Drawing, TableView Table, Source Source)
{
    public IReadOnlyList<Download> Downloads { get; init; } = [];

    /// <summary>Width and height on paper, in pixels, for a page made to be printed; null: as on the screen.</summary>
    public (int Width, int Height)? OnPaper { get; init; }

    /// <summary>Names beside the bars take several lines: the drawing is made tall enough for them.</summary>
    public bool IsRoomy { get; init; }

    /// <summary>Too much to read on a narrow screen: there the drawing keeps a width of its own and scrolls in its frame.</summary>
    public bool IsWide { get; init; }

    /// <summary>The level of the headline in the page's outline: 2 unless the chart stands within a section of its own.</summary>
    public int HeadingLevel { get; init; } = 2;
}
