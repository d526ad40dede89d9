using Shiremoot.Picture;

namespace Shiremoot.Evidence;

/// <summary>People of whom all is known that the question names, as columns of one length. Every row is a person; none leaves the room.</summary>
/// <param name="File">Its name.</param>
/// <param name="Read">Rows in it.</param>
/// <param name="LeftOut">For each column, in how many rows it is missing; a row may miss several.</param>
/// <param name="Row">Of each row kept, its number in the file, from 1.</param>
/// <param name="Treated">Who had the service.</param>
/// <param name="Covariates">For models: a text column as 0 and 1 for each value but the most frequent.</param>
/// <param name="Outcome">What came of it; 0 and 1 where it happened or did not.</param>
/// <param name="Kind">What the outcome is.</param>
public sealed record EvaluationRows(
    string File, int Read, IReadOnlyList<(string Column, int Rows)> LeftOut, int[] Row, bool[] Treated, ModelColumns Covariates, double[] Outcome, OutcomeKind Kind)
{
    /// <summary>For the table of balance: text columns with every value.</summary>
    public ModelColumns Shown { get; init; } = Covariates;

    /// <summary>Of each row: matches are within a stratum. Null where all may match.</summary>
    public int[]? Stratum { get; init; }

    /// <summary>Of each row, how long it was followed, where the outcome is a time.</summary>
    public double[]? Time { get; init; }

    /// <summary>Of each row, whether something else came first and ended the chance of the outcome; null where nothing can.</summary>
    public bool[]? Ended { get; init; }

    /// <summary>Of each text covariate, the value others are held against.</summary>
    public IReadOnlyList<(string Column, string Value)> References { get; init; } = [];

    /// <summary>Treated rows left out, because something is missing.</summary>
    public int TreatedLeftOut { get; init; }

    /// <summary>Rows kept.</summary>
    public int Kept => Treated.Length;
}
