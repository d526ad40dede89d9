namespace Shiremoot.Picture;

/// <summary>The covariates of a model: one column of numbers for each name, all of one length. A text column is given as one column of 0 and 1 for each value but one.</summary>
public sealed record ModelColumns(IReadOnlyList<string> Names, double[][] Values)
{
    internal int Count => Values.Length;
}
