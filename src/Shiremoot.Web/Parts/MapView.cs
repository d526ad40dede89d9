using System.Globalization;

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
    private Shading? shading;

    /// <summary>The box the outlines are drawn in.</summary>
    public double Width { get; init; } = 800;

    /// <summary>Where the sheet begins, down from the top of the box.</summary>
    public double Top { get; init; }

    public double Height { get; init; } = 600;

    /// <summary>The classes in words, lightest first, where areas carry their own shade; empty: the areas shown are cut into fifths of themselves.</summary>
    public IReadOnlyList<MapClass> Classes { get; init; } = [];

    public IReadOnlyList<Download> Downloads { get; init; } = [];

    public int HeadingLevel { get; init; } = 2;

    internal string ViewBox => string.Create(CultureInfo.InvariantCulture, $"0 {Top:0.#} {Width:0.#} {Height:0.#}");

    /// <summary>Many areas are drawn with hair lines, or the lines hide the shades.</summary>
    internal bool IsFine => Areas.Count > 200;

    internal bool HasGaps => Areas.Any(a => ShadeOf(a) is null);

    internal IReadOnlyList<MapClass> Key => Classes.Count > 0 ? Classes : [.. Shading.Groups.Select((g, i) => new MapClass(Shading.Spread(i), Says(g)))];

    internal IEnumerable<(MapArea Area, (double X, double Y) At)> Labels => Areas.Where(a => a.LabelAt is not null).Select(a => (a, a.LabelAt!.Value));

    private Shading Shading => shading ??= Shading.Of(Areas.Select(a => a.Value));

    internal int? ShadeOf(MapArea area) => Classes.Count > 0 ? area.Shade : Shading.Shade(area.Value);

    private string Says((double From, double To) group) =>
        group.From == group.To ? Written.As(group.From, Unit) : $"{Written.As(group.From, Unit)} to {Written.As(group.To, Unit)}";
}

/// <summary>A shade of a map, 1 for lightest to 5, and what it stands for.</summary>
public sealed record MapClass(int Shade, string Says);

/// <summary>One area: its outline and its figure. A null figure is hatched, never shaded.</summary>
/// <param name="Code">GSS code.</param>
/// <param name="Name">The name people know it by.</param>
/// <param name="Path">Its outline as an SVG path, filled by the even-odd rule.</param>
/// <param name="Value">The figure it is shaded by.</param>
/// <param name="Shown">The figure as written, or why there is none.</param>
public sealed record MapArea(string Code, string Name, string Path, double? Value, string Shown)
{
    /// <summary>Its shade where the map's classes are given.</summary>
    public int? Shade { get; init; }

    /// <summary>Where its name and figure are written on the map; null where there is no room.</summary>
    public (double X, double Y)? LabelAt { get; init; }
}
