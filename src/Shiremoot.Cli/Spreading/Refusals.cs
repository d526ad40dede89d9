using System.Globalization;
using Shiremoot.Futures;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Spreading;

/// <summary>What handing work over to a team's workers may refuse.</summary>
static class Refusals
{
    public static Refusal NobodyAtWork(string store, TimeSpan waited, string build, IReadOnlyList<(string Build, int Workers)> others, SpreadState state) =>
        new("WORK-06", string.Create(CultureInfo.InvariantCulture, $"No worker of this build ({build}) is at work on {store}{(waited > TimeSpan.Zero ? $", nor came in {waited.TotalSeconds:0} s" : "")}; {state.Finished} of {state.Slices} slices are finished.{Others(others)}"),
            "Start workers of this build with './shiremoot work --store ADDRESS' and ask the same again: what is finished is kept, and the rest waits for them.");

    public static Refusal StoreAway(string store, string why) =>
        new("WORK-07", $"{store} does not answer: {why.TrimEnd('.')}.", "See that it is up, and ask the same again: workers wait for it, and nothing that is finished is lost.");

    public static Refusal SimulationRemoved(string id) =>
        new("WORK-08", $"The simulation {id} is no longer in the store: someone removed it.", "Ask again.");

    private static string Others(IReadOnlyList<(string Build, int Workers)> others) => others.Count == 0 ? "" :
        $" Workers of another build are ({string.Join("; ", others.Select(o => $"{o.Workers} of {o.Build}"))}), and do not touch it: their figures could differ.";
}
