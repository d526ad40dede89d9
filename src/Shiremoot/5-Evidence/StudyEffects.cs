namespace Shiremoot.Evidence;

/// <summary>The effects of studies, as columns, and what was left out of the file they come from.</summary>
/// <param name="File">Its name.</param>
/// <param name="Read">Rows in it.</param>
/// <param name="Labels">What each row kept is called.</param>
/// <param name="Effects">On the scale of the measure: logarithms of ratios.</param>
/// <param name="Variances">Above 0.</param>
public sealed record StudyEffects(string File, int Read, string[] Labels, double[] Effects, double[] Variances)
{
    /// <summary>Why rows were left out, with how many.</summary>
    public IReadOnlyList<(string Why, int Rows)> LeftOut { get; init; } = [];

    /// <summary>The cluster of each row, from 0; null if there are none.</summary>
    public int[]? Cluster { get; init; }

    public IReadOnlyList<string> Clusters { get; init; } = [];

    /// <summary>Names of the columns effects may go with.</summary>
    public IReadOnlyList<string> ModeratorNames { get; init; } = [];

    /// <summary>Their values, a column each.</summary>
    public double[][] Moderators { get; init; } = [];

    /// <summary>Of each moderator that is text, the value others are held against.</summary>
    public IReadOnlyList<(string Column, string Value)> References { get; init; } = [];

    /// <summary>What a reader must know of how effects were worked out.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Effects kept.</summary>
    public int Count => Effects.Length;
}
