namespace Shiremoot.Futures;

/// <summary>Drawn ways that the quarters after a flows file may go.</summary>
public sealed class FlowPaths
{
    private readonly double[][] paths;

    internal FlowPaths(FlowTable table, int ahead, double[][] paths) => (Table, Ahead, this.paths) = (table, ahead, paths);

    /// <summary>What the forecast was made from.</summary>
    public FlowTable Table { get; }

    /// <summary>Quarters of a path.</summary>
    public int Ahead { get; }

    /// <summary>How many paths.</summary>
    public int Count => paths.Length;

    /// <summary>The figures of one series on one path, quarter by quarter.</summary>
    public ReadOnlySpan<double> Of(int series, int draw) => paths[draw].AsSpan(series * Ahead, Ahead);
}
