namespace Shiremoot.Web.Methods;

/// <summary>One page of docs/methods: how a figure is made.</summary>
/// <param name="Name">The file's name without .md, used in its address.</param>
/// <param name="Title">Its first heading.</param>
/// <param name="Summary">Its first paragraph, as plain text.</param>
/// <param name="Html">Its body without the first heading, safe to show.</param>
public sealed record MethodPage(string Name, string Title, string Summary, string Html);
