namespace Shiremoot.Spine.Standardising;

/// <summary>The standards there are, by the name a model file calls them.</summary>
static class Standards
{
    private static readonly (string Kind, IStandard Standard)[] All = [("text", new TextStandard())];

    public static IReadOnlyList<string> Kinds { get; } = [.. All.Select(s => s.Kind)];

    public static IStandard? Of(string kind) => All.FirstOrDefault(s => s.Kind == kind).Standard;
}
