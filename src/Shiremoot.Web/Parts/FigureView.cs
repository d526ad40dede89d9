namespace Shiremoot.Web.Parts;

/// <summary>One figure, large: the number, what it is, and why it is so. Show it with <c>&lt;partial name="_Figure" model="figure" /&gt;</c>.</summary>
/// <param name="Label">What it is: "Arrests in 2015/16".</param>
/// <param name="Value">The number as written: "37,170".</param>
/// <param name="Detail">Interval, comparison or share: "95% interval 36,790 to 37,550".</param>
/// <param name="Why">Why this number.</param>
public sealed record FigureView(string Label, string Value, string Detail, Why Why);

/// <summary>How a figure came to be.</summary>
/// <param name="Definition">What is counted, by what rule, in which version.</param>
/// <param name="Inputs">What went in, each with its count: "numerator: 2,809 people with a reoffence".</param>
/// <param name="Period">The days it covers.</param>
/// <param name="Source">Where its data comes from.</param>
/// <param name="Method">The name of its method page, if it has one.</param>
public sealed record Why(string Definition, IReadOnlyList<string> Inputs, string Period, Source Source, string? Method = null);
