using System.Diagnostics;
using System.Globalization;
using Shiremoot.Futures;

namespace Shiremoot.Bench;

/// <summary>
/// A whole place by the people engine, with all that its people differ by, as it is and with a scenario: what a move takes, on one thread and two, and with a half
/// and a quarter of the people. A move is a completed stay that lasted.
/// </summary>
static class SimulatedPlace
{
    private const double Least = 2e6, BytesAtMost = 120, LeastEfficiency = 0.9, Apart = 0.25;

    public static int Run(string place, string? scenarioFile, int runs)
    {
        bool good = true;
        ModelSource source = Shire.FutureModel(place).Value;
        SystemModel model = source.Today().Value;
        SimulationAsked asked = new() { Runs = runs, Threads = 1, WarmUpYears = 15, OwnPasts = true };
        Simulation.Run(model, asked with { Runs = 1, Years = 1 });
        (double one, double wall) = Timed("as it is, one thread", () => Simulation.Run(model, asked).Value, ref good);
        (_, double wallOfTwo) = Timed("as it is, two threads", () => Simulation.Run(model, asked with { Threads = 2 }).Value, ref good);
        Print($"two threads take {wallOfTwo / wall:0.00} of the time of one: efficiency {wall / (2 * wallOfTwo):0.00}{(wall / (2 * wallOfTwo) < LeastEfficiency ? " (an idle machine is needed)" : "")}");
        double perDay = model.Arrivals!.PerYear!.Value / 365;
        foreach (double part in new[] { 0.5, 0.25 })
        {
            (double cpu, _) = Timed($"{part:0%} of the people", () => Simulation.Run(model, asked with { ArrivalsPerDay = perDay * part }).Value, ref good);
            Print($"  a person takes {cpu / part / one:0.00} times what one takes among all");
            good &= Math.Abs((cpu / part / one) - 1) < Apart;
        }
        if (scenarioFile is not null)
        {
            Scenario scenario = ScenarioFile.Read(scenarioFile).Value;
            SimulationAsked both = asked with { Worlds = Math.Min(runs, 20), OwnPasts = false };
            (double apart, _) = Timed($"with '{scenario.Id}', each arm by itself", () => (Simulation.Run(model, both).Value, Simulation.Run(source, scenario, both).Value), ref good);
            (double once, _) = Timed($"with '{scenario.Id}', both at once", () => Simulation.RunBoth(source, scenario, both).Value, ref good);
            Print($"both at once take {once / apart:0.00} of the time of one after the other");
        }
        return good ? 0 : 1;
    }

    private static (double Cpu, double Wall) Timed(string what, Func<SimulatedRuns> run, ref bool good) => Timed(what, () => (run(), null), ref good);

    // Moves of both arms count: a stay lived once for both is two moves.
    private static (double Cpu, double Wall) Timed(string what, Func<(SimulatedRuns, SimulatedRuns?)> run, ref bool good)
    {
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        Stopwatch watch = Stopwatch.StartNew();
        (SimulatedRuns done, SimulatedRuns? besides) = run();
        (double cpu, double wall) = ((Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds, watch.Elapsed.TotalSeconds);
        long moves = done.Moves + (besides?.Moves ?? 0);
        Print($"{what}: {done.Runs} runs, {moves:N0} moves in {cpu:0.00} CPU s ({wall:0.00} s): {moves / cpu / 1e6:0.00} million a CPU second; {done.BytesPerPerson:0} bytes a person");
        good &= moves / cpu >= Least && done.BytesPerPerson <= BytesAtMost;
        return (cpu, wall);
    }

    private static void Print(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
