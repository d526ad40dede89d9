using Shiremoot.Terms;

namespace Shiremoot.Web.Parts;

/// <summary>Where the figures of a chart, map or table come from, as one line under it.</summary>
/// <param name="Origin">Published, real or generated; null for what is of no one, such as a count of files.</param>
/// <param name="Text">Publisher, title and edition, or the place's own records.</param>
/// <param name="Href">Where it can be read, if it is published.</param>
public sealed record Source(Origin? Origin, string Text, string? Href = null);

/// <summary>A file a reader can take away.</summary>
/// <param name="Href">The address of the file, within this site.</param>
/// <param name="Format">What it is, as people say it: Excel, CSV.</param>
/// <param name="Of">What is in it; read out with the format, so that each link makes sense alone.</param>
public sealed record Download(string Href, string Format, string Of);
