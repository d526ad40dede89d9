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

    public static Refusal NoPace(string variable, string given, double least, double most) =>
        new("WORK-09", string.Create(CultureInfo.InvariantCulture, $"{variable} is '{given}', which is not a number from {least} to {most}."), "Leave it out, or give what the usual pauses of workers are to be multiplied by: 0.5.");

    public static Refusal NotWithEngines(IReadOnlyList<string> options) =>
        new("WORK-10", $"--engines sets the engines beside each other in this process, and has no use for {string.Join(", ", options)}.", "Leave out one or the other.");

    public static Refusal SlicesWithoutSpread(IReadOnlyList<string> options) =>
        new("WORK-11", $"{string.Join(" and ", options)} {(options.Count == 1 ? "says" : "say")} how runs are spread over workers, and there is no --spread.", "Add --spread, or leave it out.");

    private static string Others(IReadOnlyList<(string Build, int Workers)> others) => others.Count == 0 ? "" :
        $" Workers of another build are ({string.Join("; ", others.Select(o => $"{o.Workers} of {o.Build}"))}), and do not touch it: their figures could differ.";
}
