using Shiremoot.Terms;

namespace Shiremoot.Futures.Contracts;

/// <summary>
/// Draws the events of one line in one year of one run. Each event has a length and a mark between 0 and 1 of its own; an arm that avoids a share r of events
/// keeps those whose mark is r or more. So arms share their luck, and a Poisson count thinned is Poisson again.
/// </summary>
internal static class DemandKernel
{
    // Streams of one run: 2 for each line and year, and one for the effect.
    private const uint Purpose = 0x42554400, EffectPurpose = 0x45464645;

    /// <summary>A standard normal score for how well the option works in a run: the same for all lines and years.</summary>
    public static double EffectScore(ulong seed, int run) => new Chance(seed, (ulong)run, EffectPurpose).Normal();

    /// <summary>Units by arm.</summary>
    /// <param name="seed">The seed of the runs.</param>
    /// <param name="run">Which run.</param>
    /// <param name="stream">A number of its own for each line and year.</param>
    /// <param name="demand">How events are drawn.</param>
    /// <param name="year">The year of the contract, from nought.</param>
    /// <param name="cohort">People of a cohort.</param>
    /// <param name="reductions">By arm: the share of events it avoids; below nought for more events.</param>
    /// <param name="units">By arm: filled.</param>
    public static void Draw(ulong seed, int run, int stream, DrawnDemand demand, int year, int cohort, ReadOnlySpan<double> reductions, Span<double> units)
    {
        units.Clear();
        Chance chance = new(seed, (ulong)run, unchecked(Purpose + (uint)stream));
        double level = Math.Pow(1 + demand.Trend, year), most = 0;
        foreach (double reduction in reductions) most = Math.Max(most, -reduction);
        if (demand.Chance > 0)
        {
            double own = Math.Min(1, demand.Chance * level);
            for (int person = 0; person < cohort; person++)
            {
                (double share, double mark, double length) = (chance.Share(), chance.Share(), Length(demand, ref chance));
                for (int arm = 0; arm < units.Length; arm++)
                    if (reductions[arm] >= 0 ? share < own && mark >= reductions[arm] : share < Math.Min(1, own * (1 - reductions[arm]))) units[arm] += length;
            }
            return;
        }
        double mean = demand.Events * level;
        if (demand.Dispersion > 1) mean = (demand.Dispersion - 1) * GammaDraw.Of(mean / (demand.Dispersion - 1), ref chance);
        double top = mean * (1 + most);
        for (double at = chance.Exponential(); at < top; at += chance.Exponential())
        {
            (double mark, double length) = (chance.Share(), Length(demand, ref chance));
            for (int arm = 0; arm < units.Length; arm++)
                if (reductions[arm] >= 0 ? at < mean && mark >= reductions[arm] : at < mean * (1 - reductions[arm])) units[arm] += length;
        }
    }

    private static double Length(DrawnDemand demand, ref Chance chance)
    {
        if (demand.LengthDeviation == 0) return demand.Length;
        double shape = demand.Length * demand.Length / (demand.LengthDeviation * demand.LengthDeviation);
        return Math.Max(1, Math.Round(demand.Length / shape * GammaDraw.Of(shape, ref chance)));
    }
}
