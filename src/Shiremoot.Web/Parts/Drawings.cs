using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shiremoot.Web.Parts;

/// <summary>What a chart draws. Its figures are the same protected or published values as the table behind it; null is "no figure", never nought.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(LineDrawing), "line")]
[JsonDerivedType(typeof(BarDrawing), "bar")]
[JsonDerivedType(typeof(ForestDrawing), "forest")]
[JsonDerivedType(typeof(FunnelDrawing), "funnel")]
[JsonDerivedType(typeof(LorenzDrawing), "lorenz")]
[JsonDerivedType(typeof(SankeyDrawing), "sankey")]
[JsonDerivedType(typeof(TornadoDrawing), "tornado")]
[JsonDerivedType(typeof(WaterfallDrawing), "waterfall")]
public abstract record Drawing
{
    // The default encoder escapes <, > and &, so the text cannot close the script element it stands in.
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public string ToJson() => JsonSerializer.Serialize(this, Web);
}

/// <summary>How a figure is written: £1,234 per person; 12.3%.</summary>
/// <param name="Label">What the axis says: people, £ million, per 1,000 residents.</param>
/// <param name="Prefix">Before the number: £.</param>
/// <param name="Suffix">After the number: %.</param>
/// <param name="Decimals">Digits after the point.</param>
public sealed record Unit(string Label, string Prefix = "", string Suffix = "", int Decimals = 0);

/// <summary>One line or one set of bars, with the ends of its intervals if it has them.</summary>
public sealed record Series(string Name, IReadOnlyList<double?> Values, IReadOnlyList<double?>? Lower = null, IReadOnlyList<double?>? Upper = null)
{
    /// <summary>The ends of a narrower interval within, drawn darker: the middle half of a fan.</summary>
    public IReadOnlyList<double?>? InnerLower { get; init; }

    public IReadOnlyList<double?>? InnerUpper { get; init; }
}

/// <summary>A break in a series: the category it stands at and what changed.</summary>
public sealed record Marker(string At, string Says);

/// <summary>A named level to compare with, such as England.</summary>
public sealed record Reference(string Says, double Value);

/// <summary>Series over time.</summary>
public sealed record LineDrawing(Unit Unit, IReadOnlyList<string> Categories, IReadOnlyList<Series> Series) : Drawing
{
    public IReadOnlyList<Marker> Breaks { get; init; } = [];

    /// <summary>The first category whose figures are not yet complete.</summary>
    public string? IncompleteFrom { get; init; }

    /// <summary>Where the upright axis begins and ends, if it does not begin at nought. The subtitle must say so.</summary>
    public Within? Within { get; init; }
}

/// <summary>The ends of an axis.</summary>
public sealed record Within(double Least, double Most);

/// <summary>Bars, lying by default so that long names can be read.</summary>
public sealed record BarDrawing(Unit Unit, IReadOnlyList<string> Categories, IReadOnlyList<Series> Series) : Drawing
{
    public bool Horizontal { get; init; } = true;

    /// <summary>The category drawn strongly, the rest held back.</summary>
    public string? Highlight { get; init; }

    public Reference? Reference { get; init; }
}

/// <summary>Ratios with their intervals, one under another, on a scale where twice and half are equally far from one.</summary>
/// <param name="Unit">How a ratio is written, and the name of the axis.</param>
/// <param name="Categories">What each ratio is of.</param>
/// <param name="Values">The ratios.</param>
/// <param name="Lower">Lower limits.</param>
/// <param name="Upper">Upper limits.</param>
/// <param name="Reference">What one means.</param>
public sealed record ForestDrawing(Unit Unit, IReadOnlyList<string> Categories, IReadOnlyList<double?> Values, IReadOnlyList<double?> Lower, IReadOnlyList<double?> Upper, string Reference) : Drawing;

/// <summary>Areas by size and rate, within limits.</summary>
/// <param name="Unit">How the rate is written.</param>
/// <param name="Size">What the size is: residents, cases.</param>
/// <param name="Points">The areas.</param>
/// <param name="Limits">Curves as (size, rate) points; an upper and a lower curve share a name.</param>
/// <param name="Centre">The rate the limits stand about.</param>
/// <param name="CentreName">What it is: England.</param>
public sealed record FunnelDrawing(Unit Unit, string Size, IReadOnlyList<FunnelPoint> Points, IReadOnlyList<FunnelLimit> Limits, double Centre, string CentreName) : Drawing;

public sealed record FunnelPoint(string Name, double X, double Y, bool Highlight = false);

public sealed record FunnelLimit(string Name, IReadOnlyList<double[]> Points);

/// <summary>A Lorenz curve as (share of people, share of demand) in percent, from (0, 0) to (100, 100).</summary>
/// <param name="People">What the flat axis counts: people, fewest events first.</param>
/// <param name="Share">What the upright axis counts: share of all events.</param>
/// <param name="Points">The curve.</param>
public sealed record LorenzDrawing(string People, string Share, IReadOnlyList<double[]> Points) : Drawing;

/// <summary>People flowing from step to step, from the left to the right. A flow that may not be shown is not among them.</summary>
/// <param name="Unit">What is counted: people.</param>
/// <param name="Nodes">What they flow through; two steps may have nodes of one name.</param>
/// <param name="Links">The flows.</param>
public sealed record SankeyDrawing(Unit Unit, IReadOnlyList<SankeyNode> Nodes, IReadOnlyList<SankeyLink> Links) : Drawing
{
    /// <summary>What the colours of a change mean; null where nothing is coloured.</summary>
    public SankeyKey? Key { get; init; }
}

/// <summary>What is written beside the colours: people who do so only with the change, and those who no longer do.</summary>
public sealed record SankeyKey(string More, string Fewer);

/// <summary>A node.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Step">How far from the left, from 0.</param>
/// <param name="Says">What is written below the name: +12 a year.</param>
public sealed record SankeyNode(string Name, int Step, string? Says = null);

/// <summary>A flow between two nodes, each by its place in the list. Where something changes it is two: what stays, and what is more or fewer.</summary>
public sealed record SankeyLink(int From, int To, double Value)
{
    /// <summary>This part is there only with the change (more) or only without it (fewer); null for what stays.</summary>
    public string? Change { get; init; }

    /// <summary>What is said of the whole flow; null for its value alone.</summary>
    public string? Says { get; init; }
}

/// <summary>Steps from nought to a total, one under another, each beginning where the last one ended.</summary>
/// <param name="Unit">How an amount is written.</param>
/// <param name="Steps">The steps in order.</param>
public sealed record WaterfallDrawing(Unit Unit, IReadOnlyList<WaterfallStep> Steps) : Drawing;

/// <summary>A step of a waterfall: what is added, or a total drawn from nought.</summary>
public sealed record WaterfallStep(string Name, double Value, bool IsTotal = false);

/// <summary>What each uncertain number moves by itself, the greatest first.</summary>
/// <param name="Unit">How an amount is written.</param>
/// <param name="Categories">The numbers.</param>
/// <param name="Low">The outcome with each at its low end.</param>
/// <param name="High">The outcome with each at its high end.</param>
/// <param name="Reference">The amount the bars stand about.</param>
public sealed record TornadoDrawing(Unit Unit, IReadOnlyList<string> Categories, IReadOnlyList<double> Low, IReadOnlyList<double> High, double Reference) : Drawing;
