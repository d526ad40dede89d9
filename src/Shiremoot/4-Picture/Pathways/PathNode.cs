namespace Shiremoot.Picture.Pathways;

/// <summary>An intended path as written.</summary>
abstract record PathNode
{
    /// <summary>One stage.</summary>
    /// <param name="At">Where its name stands in the text.</param>
    /// <param name="Name">The activity.</param>
    public sealed record Stage(int At, string Name) : PathNode;

    public sealed record Sequence(IReadOnlyList<PathNode> Parts) : PathNode;

    public sealed record Choice(IReadOnlyList<PathNode> Parts) : PathNode;

    /// <summary>? may be left out; + may come again; * both.</summary>
    public sealed record Marked(PathNode Inside, char Mark) : PathNode;
}
