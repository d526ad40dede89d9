using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Quartz;
using Shiremoot.Cli.Spreading;
using Shiremoot.Futures;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>spread MODEL: a simulation handed over to a team's workers in slices, waited for, and put together: the same bytes as from one process.</summary>
static class SpreadVerb
{
    private const int RunsPerSlice = 20;

    public static Command Make()
    {
        Argument<string> model = new("MODEL") { Description = "A model file, or a place's folder" };
        Option<string?> scenario = new("--scenario") { Description = "A scenario laid over the model" };
        Option<int> runs = new("--runs") { Description = "How many runs", DefaultValueFactory = _ => 100 };
        Option<int?> slices = new("--slices") { Description = $"In how many slices (default: one for each {RunsPerSlice} runs)" };
        Option<int> years = new("--years") { Description = "Years that figures are kept for", DefaultValueFactory = _ => 10 }, warm = new("--warm-up") { Description = "Years before them, in which the system fills", DefaultValueFactory = _ => 10 };
        Option<int> periods = new("--periods") { Description = "Figures kept for each year: 1, 4 or 12", DefaultValueFactory = _ => 1 }, worlds = new("--worlds") { Description = "Values drawn of a scenario's numbers", DefaultValueFactory = _ => 20 };
        periods.AcceptOnlyFromAmong("1", "4", "12");
        Option<ulong> seed = new("--seed") { Description = "The same seed gives the same figures", DefaultValueFactory = _ => 1 };
        Option<string?> store = WorkVerb.StoreOption();
        Option<bool> here = new("--here") { Description = "Run it all in this process instead" };
        Option<int> threads = new("--threads") { Description = "Threads at once with --here", DefaultValueFactory = _ => Environment.ProcessorCount };
        Option<int> patience = new("--patience") { Description = "Seconds to wait for a worker or a store where there is none", DefaultValueFactory = _ => 60 };
        Option<string> to = new("--out") { Description = "The file to write every figure of every run to, as comma-separated text", Required = true };
        Option<bool> json = Door.JsonOption();
        Command verb = new("spread", "Hand a simulation over to a team's workers, wait for it, and write its figures") { model, scenario, runs, slices, years, warm, periods, worlds, seed, store, here, threads, patience, to, json };
        verb.SetAction(args =>
        {
            (bool asJson, string file) = (args.GetValue(json), args.GetValue(to)!);
            if (FileOut.Refuse([("--out", file)], [args.GetValue(model), args.GetValue(scenario)]) is { } unwritable) return Door.Refuse(unwritable, asJson);
            SimulationAsked asked = new()
            {
                Runs = args.GetValue(runs),
                Years = args.GetValue(years),
                WarmUpYears = args.GetValue(warm),
                PeriodsPerYear = args.GetValue(periods),
                Worlds = args.GetValue(worlds),
                Seed = args.GetValue(seed),
                Threads = Math.Max(1, args.GetValue(threads)),
            };
            int parts = args.GetValue(slices) ?? Math.Max(1, (asked.Runs + RunsPerSlice - 1) / RunsPerSlice);
            Outcome<SpreadSimulation> made = Shire.FutureModel(args.GetValue(model)!).Then(source => TextOf(args.GetValue(scenario)).Then(text => SpreadSimulation.Of(source, text.Length == 0 ? null : text, asked, parts)));
            if (made.Refused(out Refusal? why, out SpreadSimulation? simulation)) return Door.Refuse(why, asJson);
            if (args.GetValue(here)) return Here(simulation, file, asJson);
            if (Shire.SpreadStore(args.GetValue(store), TimeProvider.System).Refused(out why, out TeamStore? team)) return Door.Refuse(why, asJson);
            using (team) return WorkVerb.InStore(team, asJson, () => Spread(simulation, team, TimeSpan.FromSeconds(Math.Max(1, args.GetValue(patience))), file, asJson));
        });
        return verb;
    }

    private static Outcome<string> TextOf(string? scenario) => scenario is null ? "" : PlaceFile.TextOf(scenario, Path.GetFileName(scenario));

    private static int Here(SpreadSimulation simulation, string file, bool json)
    {
        Outcome<SimulatedRuns> made;
        using (ProgressLine line = new()) made = simulation.RunWhole(done => line.Say("runs", done, simulation.Asked.Runs));
        if (made.Refused(out Refusal? why, out SimulatedRuns? runs)) return Door.Refuse(why, json);
        return Write(runs, file, json, "", 0, new(1, 1, 1, [("this process", 1)], null));
    }

    private static async Task<int> Spread(SpreadSimulation simulation, TeamStore team, TimeSpan patience, string file, bool json)
    {
        string id = simulation.Id(EngineBuild.Name);
        IScheduler scheduler = await SliceCluster.Join(team, WorkVerb.NameOfThis(), 1, null);
        int before = await HandOver.Of(simulation, team, scheduler, TimeProvider.System);
        await scheduler.Shutdown(waitForJobsToComplete: false);
        Console.Error.WriteLine($"Simulation {id[..8]} is handed over: {simulation.Asked.Runs:N0} runs in {simulation.Slices:N0} slices{(before > 0 ? $", {before:N0} of them finished before" : "")}.");
        Outcome<SpreadState> waited;
        using (ProgressLine line = new())
            waited = await new Awaiting(team, TimeProvider.System, patience, state => line.Say($"slices, {state.Workers.Count} workers", state.Finished, state.Slices), Console.Error.WriteLine).Finished(id);
        if (waited.Refused(out Refusal? why, out SpreadState? ended)) return Door.Refuse(why, json);
        using DbConnection connection = team.Source.OpenConnection();
        return SpreadTables.Joined(connection, id, simulation.Slices).Refused(out why, out SimulatedRuns? runs) ? Door.Refuse(why, json) : Write(runs, file, json, id, before, ended);
    }

    private static int Write(SimulatedRuns runs, string file, bool json, string id, int before, SpreadState ended)
    {
        (long Rows, string Hash) written;
        try
        {
            written = WholeFile.Write(file, stream => (SimulatedRunsFile.WriteCsv(runs, 0, stream), ""));
            using FileStream whole = File.OpenRead(file);
            written.Hash = Convert.ToHexStringLower(SHA256.HashData(whole));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return Door.Refuse(Cli.Refusals.CannotWrite(file, wrong.Message), json);
        }
        if (json) Door.Print(new { simulation = id, build = EngineBuild.Name, runs = runs.Runs, slices = ended.Slices, finished_before = before, attempts = ended.Attempts, workers = ended.Workers.Select(w => new { w.Worker, w.Slices }), moves = runs.Moves, file, rows = written.Rows, sha256 = written.Hash });
        else Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{runs.Runs:N0} runs, {runs.Moves:N0} moves, by {string.Join(", ", ended.Workers.Select(w => $"{w.Worker} ({w.Slices})"))}: {written.Rows:N0} rows in {file}, SHA-256 {written.Hash}"));
        return Door.Done;
    }
}
