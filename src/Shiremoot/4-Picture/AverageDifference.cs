using Shiremoot.Picture.Regressing;

namespace Shiremoot.Picture;

/// <summary>
/// By how much the outcome is likelier with a thing than without it, on average over the rows as they are in everything else (C. J. Muller and R. F. MacLehose, 2014). Its error is by the delta method.
/// </summary>
/// <param name="Value">Of shares of one: 0.05 is 5 points more.</param>
/// <param name="Error">Standard error.</param>
public readonly record struct AverageDifference(double Value, double Error)
{
    /// <summary>The limit at 95 per cent below.</summary>
    public double Lower => Value - (Tails.Z(0.95) * Error);

    /// <summary>And above.</summary>
    public double Upper => Value + (Tails.Z(0.95) * Error);

    /// <summary>Of one column of a model.</summary>
    /// <param name="model">Fitted to the rows.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="odds">Log odds of each row as it is.</param>
    /// <param name="column">Which.</param>
    /// <param name="others">Columns that cannot hold beside it: the other groups of its attribute.</param>
    /// <param name="isNumber">True: one more than the row has; false: 1 beside 0.</param>
    public static AverageDifference Of(RegressionModel model, ModelColumns columns, double[] odds, int column, IReadOnlyList<int> others, bool isNumber)
    {
        int p = columns.Count, size = p + 1, rows = odds.Length;
        double[] slope = new double[size];
        double sum = 0, effect = model.Coefficients[column].Value;
        for (int r = 0; r < rows; r++)
        {
            double without = odds[r], own = columns.Values[column][r];
            if (!isNumber) without -= effect * own;
            foreach (int other in others) without -= model.Coefficients[other].Value * columns.Values[other][r];
            (double low, double lowSlope) = RegressionKernel.Expected(OutcomeFamily.Logistic, without);
            (double high, double highSlope) = RegressionKernel.Expected(OutcomeFamily.Logistic, without + effect);
            sum += high - low;
            double both = highSlope - lowSlope, least = isNumber ? own : 0;
            slope[0] += both;
            for (int c = 0; c < p; c++)
                if (c != column && !others.Contains(c)) slope[c + 1] += both * columns.Values[c][r];
            slope[column + 1] += (highSlope * (least + 1)) - (lowSlope * least);
        }
        double variance = 0;
        for (int a = 0; a < size; a++)
            for (int b = 0; b < size; b++) variance += slope[a] * slope[b] * model.Covariance[(a * size) + b];
        return new(sum / rows, Math.Sqrt(Math.Max(0, variance)) / rows);
    }
}
