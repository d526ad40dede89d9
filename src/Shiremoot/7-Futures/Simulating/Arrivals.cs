using Shiremoot.Terms;

namespace Shiremoot.Futures.Simulating;

/// <summary>A Poisson stream of people from outside, at a rate that may differ by month.</summary>
internal struct Arrivals
{
    private const uint Purpose = uint.MaxValue;
    private readonly double perDay;
    private readonly double[]? season;
    private readonly int[]? monthOfDay;
    private Chance chance;

    /// <param name="perDay">Mean number a day.</param>
    /// <param name="season">What multiplies it by month, or null.</param>
    /// <param name="monthOfDay">The month (0 to 11) of each day; null with no season.</param>
    /// <param name="seed">Seed of the run: the same people arrive in every arm.</param>
    /// <param name="from">The day the stream begins.</param>
    public Arrivals(double perDay, double[]? season, int[]? monthOfDay, ulong seed, double from = 0)
    {
        (this.perDay, this.season, this.monthOfDay) = (perDay, season, monthOfDay);
        chance = new(seed, 0, Purpose);
        Next = from;
        MoveOn();
    }

    /// <summary>The day of the next arrival.</summary>
    public double Next { get; private set; }

    public void MoveOn()
    {
        if (perDay <= 0)
        {
            Next = double.PositiveInfinity;
            return;
        }
        double need = chance.Exponential();
        if (season is null || monthOfDay is null)
        {
            Next += need / perDay;
            return;
        }
        // Days are walked through at their own rates until the exponential amount is used up.
        while ((int)Next < monthOfDay.Length)
        {
            double rate = perDay * season[monthOfDay[(int)Next]], left = Math.Floor(Next) + 1 - Next;
            if (need < rate * left)
            {
                Next += need / rate;
                return;
            }
            need -= rate * left;
            Next = Math.Floor(Next) + 1;
        }
        Next = double.PositiveInfinity;
    }
}
