namespace Shiremoot.Evidence;

/// <summary>Rows after the treated and the others were made alike: a weight each, and whom each was matched with.</summary>
/// <param name="Weight">Of each row; 0 for one that takes no part.</param>
/// <param name="Set">Of each row, the matched set, from 0; -1 for none. Null where rows are not in sets.</param>
/// <param name="Ties">Treated rows to whom two or more of the others were equally near.</param>
public sealed record AdjustedRows(double[] Weight, int[]? Set, int Ties)
{
    /// <summary>The furthest match allowed, in units of the distance; null for none.</summary>
    public double? Width { get; init; }

    /// <summary>How much each row counts among those the effect is told for; null: the treated rows that take part, once each.</summary>
    internal double[]? Target { get; init; }

    /// <summary>How the target changes with the log odds of the score; null where it does not.</summary>
    internal double[]? TargetSlope { get; init; }

    /// <summary>How the weights of the treated were learned from the data; null where they were not.</summary>
    internal WeightsLearned? OfTreated { get; init; }

    /// <summary>How the weights of the others were.</summary>
    internal WeightsLearned? OfOthers { get; init; }

    /// <summary>How many rows of a kind take part.</summary>
    internal int Count(bool[] treated, bool those)
    {
        int count = 0;
        for (int r = 0; r < treated.Length; r++)
            if (treated[r] == those && Weight[r] > 0) count++;
        return count;
    }

    /// <summary>How many rows of equal weight would tell as much: L. Kish (1965).</summary>
    internal double Effective(bool[] treated, bool those)
    {
        double sum = 0, squares = 0;
        for (int r = 0; r < treated.Length; r++)
            if (treated[r] == those) (sum, squares) = (sum + Weight[r], squares + (Weight[r] * Weight[r]));
        return squares == 0 ? 0 : sum * sum / squares;
    }
}

/// <summary>Weights that are a function of a linear predictor whose effects solve equations of the data: what the errors of an estimate need to know of that.</summary>
/// <param name="Slope">Of each row's weight, along its predictor.</param>
/// <param name="Curvature">What each row adds to the slope of the equations, times its covariates squared.</param>
/// <param name="Factor">What each row adds to the equations, times its covariates; its sign such that an effect moves by inverse curvature times it.</param>
sealed record WeightsLearned(double[] Slope, double[] Curvature, double[] Factor);
