namespace Shiremoot.Picture;

/// <summary>When each row's follow-up ended, and how. A row is a person, or a stretch of one (with <see cref="Entry"/>). Columns of one length.</summary>
/// <param name="Time">The end of follow-up from its origin, in any one unit: finite.</param>
/// <param name="Cause">0 where nothing had happened by then (censored), 1 for the event asked about, 2 and more for events that put an end to its chance.</param>
public sealed record TimesToEvent(double[] Time, int[] Cause)
{
    /// <summary>From when a row is watched (left truncation): it is at risk in (entry, time]. Null where all are watched from the origin.</summary>
    public double[]? Entry { get; init; }

    /// <summary>How many a row counts for, above 0. Null where each is one.</summary>
    public double[]? Weight { get; init; }

    /// <summary>Times of an event that does or does not happen.</summary>
    public static TimesToEvent Of(double[] time, bool[] happened) => new(time, [.. happened.Select(h => h ? 1 : 0)]);

    internal int Rows => Time.Length;

    internal double WeightOf(int row) => Weight is null ? 1 : Weight[row];
}

