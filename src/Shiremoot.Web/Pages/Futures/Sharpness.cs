using Shiremoot.Futures;

namespace Shiremoot.Web.Pages.Futures;

/// <summary>How finely an answer is worked out.</summary>
/// <param name="Runs">Runs: each a different chance of the same world.</param>
/// <param name="Worlds">Sets of a scenario's numbers, drawn from what is known of them.</param>
/// <param name="WayRuns">Runs in which it is counted who goes where; 0 to leave it out, as while a reader waits.</param>
/// <param name="HomeRuns">Runs in which the same is counted by area and by ethnicity; 0 to leave it out.</param>
/// <param name="EngineRuns">Runs in which the place as it is is set beside the other engines; 0 to leave it out.</param>
public sealed record Sharpness(int Runs, int Worlds, int WayRuns, int HomeRuns, int EngineRuns)
{
    /// <summary>Years in which the system fills: as the command line has it, so that both give the same figures.</summary>
    public const int WarmUpYears = SimulationAsked.LifeLong;

    /// <summary>Enough to see which way it goes: worked out while the reader waits.</summary>
    public static readonly Sharpness Coarse = new(6, 6, 0, 0, 0);
}
