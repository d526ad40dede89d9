namespace Shiremoot.Picture.Regressing;

/// <summary>How an outcome follows from the linear predictor.</summary>
enum OutcomeFamily
{
    /// <summary>0 or 1, the log odds being linear.</summary>
    Logistic,

    /// <summary>A count, the log rate being linear.</summary>
    Poisson,

    /// <summary>Any number, itself linear, with a spread of one.</summary>
    Linear,
}

/// <summary>The outcomes of a regression, their covariates in the same order, what is added to the predictor without being estimated, and weights.</summary>
sealed record OutcomeRows(OutcomeFamily Family, double[] Outcome, StandardColumns Columns, double[]? Offset, double[]? Weight)
{
    public int Rows => Outcome.Length;

    /// <summary>Effects and the intercept before them.</summary>
    public int Size => Columns.Count + 1;

    public double WeightOf(int row) => Weight is null ? 1 : Weight[row];

    public string NameOf(int effect) => effect == 0 ? "the intercept" : Columns.Names[effect - 1];
}
