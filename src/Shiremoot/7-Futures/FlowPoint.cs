namespace Shiremoot.Futures;

/// <summary>One forecast of a backtest, beside what came.</summary>
/// <param name="Series">The series, by its place in the table.</param>
/// <param name="Origin">How many quarters were known.</param>
/// <param name="Ahead">How many quarters ahead of the last known, from 1.</param>
/// <param name="Forecast">What would have been forecast.</param>
/// <param name="Lower">The lower end of its interval.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="Came">What was published.</param>
/// <param name="Last">What the last figure known forecasts.</param>
/// <param name="LastYear">What the same quarter of the last year known forecasts.</param>
public readonly record struct FlowPoint(int Series, int Origin, int Ahead, double Forecast, double Lower, double Upper, double Came, double Last, double LastYear)
{
    public double Error => Math.Abs(Forecast - Came);

    public double ErrorOfLast => Math.Abs(Last - Came);

    public double ErrorOfLastYear => Math.Abs(LastYear - Came);

    /// <summary>Whether the interval held what came, but for the last digits of a number.</summary>
    public bool IsHeld => Came >= Lower - Room && Came <= Upper + Room;

    private double Room => 1e-9 * Math.Max(1, Math.Abs(Came));
}
