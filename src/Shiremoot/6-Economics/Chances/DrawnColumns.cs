namespace Shiremoot.Economics.Chances;

/// <summary>What is kept of every draw, a column each.</summary>
internal sealed class DrawnColumns
{
    /// <param name="model">Whose inputs and outcomes.</param>
    /// <param name="draws">How many.</param>
    /// <param name="lines">How many of them are looked at again along a direction: none, or one in four.</param>
    public DrawnColumns(UncertainModel model, int draws, int lines)
    {
        Scores = [.. model.Inputs.Select(i => i.Spread.Kind == DistributionKind.Fixed ? [] : new float[draws])];
        Outcomes = [.. model.Outcomes.Select(_ => new double[draws])];
        Along = new float[lines];
        (ToFirst, ToSecond) = ([.. model.Outcomes.Select(_ => new float[lines])], [.. model.Outcomes.Select(_ => new float[lines])]);
    }

    /// <summary>By input: its normal score in each draw; empty for one that is fixed.</summary>
    public float[][] Scores { get; }

    public double[][] Outcomes { get; }

    public int Lines => Along.Length;

    /// <summary>Where each draw that is looked at again lies along the leading direction. The lines of a replicate are its first draws.</summary>
    public float[] Along { get; }

    /// <summary>By outcome: how much it changes where the draw is moved to the first of <see cref="LinePlaces"/>.</summary>
    public float[][] ToFirst { get; }

    /// <summary>The same for the second.</summary>
    public float[][] ToSecond { get; }

    /// <summary>The lines of a replicate in <see cref="Along"/>, and their draws in <see cref="Outcomes"/>.</summary>
    public (Range Lines, Range Draws) Of(int replicate)
    {
        (int from, int until, int draw) = (MonteCarlo.StartOf(replicate, Lines), MonteCarlo.StartOf(replicate + 1, Lines), MonteCarlo.StartOf(replicate, Outcomes[0].Length));
        return (from..until, draw..(draw + until - from));
    }
}
