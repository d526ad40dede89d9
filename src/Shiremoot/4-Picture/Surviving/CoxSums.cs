namespace Shiremoot.Picture.Surviving;

/// <summary>The partial likelihood at some effects, with its slope and curvature, and what was summed at each tie on the way.</summary>
sealed class CoxSums
{
    public CoxSums(int ties, int columns, bool keepsMeans, bool keepsVectors)
    {
        (Score, Information, Cumulative, ForDead) = (new double[columns], new double[columns * columns], new double[ties + 1], new double[ties]);
        if (keepsMeans) MeanAtTie = new double[ties * columns];
        if (keepsVectors) (CumulativeMean, MeanForDead) = (new double[(ties + 1) * columns], new double[ties * columns]);
    }

    public double LogLikelihood { get; set; }

    public double[] Score { get; }

    /// <summary>Less the curvature; its lower triangle.</summary>
    public double[] Information { get; }

    /// <summary>The hazard added up before each tie, over all strata in turn: differences within a stratum are what counts.</summary>
    public double[] Cumulative { get; }

    /// <summary>How much less of a tie's hazard those meet who have the event at it.</summary>
    public double[] ForDead { get; }

    /// <summary>The mean of the covariates among those at risk at each tie.</summary>
    public double[] MeanAtTie { get; } = [];

    /// <summary>Hazard times that mean, added up before each tie, and what those who have the event at it meet less.</summary>
    public double[] CumulativeMean { get; } = [];

    public double[] MeanForDead { get; } = [];
}
