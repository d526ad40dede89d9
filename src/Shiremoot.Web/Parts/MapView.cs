namespace Shiremoot.Web.Parts;

/// <summary>A map of areas shaded by a figure. Show it with <c>&lt;partial name="_Map" model="map" /&gt;</c>.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Headline">What the map says, as a sentence.</param>
/// <param name="Subtitle">What it shows: measure, period, unit.</param>
/// <param name="Unit">How the figure is written.</param>
/// <param name="Areas">The areas with their outlines.</param>
/// <param name="Table">The same figures as a table.</param>
/// <param name="Source">Where figures and outlines come from.</param>
public sealed record MapView(string Id, string Headline, string Subtitle, Unit Unit, IReadOnlyList<MapArea> Areas, TableView Table, Source Source)
{
    public IReadOnlyList<Download> Downloads { get; init; } = [];

    public int HeadingLevel { get; init; } = 2;
}

/// <summary>One area: its outline as rings of east and north in metres on one grid, and its figure. A null figure is hatched, never shaded.</summary>
/// <param name="Code">GSS code.</param>
/// <param name="Name">The name people know it by.</param>
/// <param name="Rings">Outer rings and holes, in any order.</param>
/// <param name="Value">The figure it is shaded by.</param>
/// <param name="Shown">The figure as written, or why there is none.</param>
public sealed record MapArea(string Code, string Name, IReadOnlyList<IReadOnlyList<(double East, double North)>> Rings, double? Value, string Shown);
