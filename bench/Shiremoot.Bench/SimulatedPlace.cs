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
            Timed($"with '{scenario.Id}'", () => Simulation.Run(source, scenario, asked with { Worlds = Math.Min(runs, 20) }).Value, ref good);
        }
        return good ? 0 : 1;
    }

    private static (double Cpu, double Wall) Timed(string what, Func<SimulatedRuns> run, ref bool good)
    {
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        Stopwatch watch = Stopwatch.StartNew();
        SimulatedRuns done = run();
        (double cpu, double wall) = ((Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds, watch.Elapsed.TotalSeconds);
        Print($"{what}: {done.Runs} runs of 25 years, {done.Moves:N0} moves in {cpu:0.00} CPU s ({wall:0.00} s): {done.Moves / cpu / 1e6:0.00} million a CPU second; {done.BytesPerPerson:0} bytes a person");
        good &= done.Moves / cpu >= Least && done.BytesPerPerson <= BytesAtMost;
        return (cpu, wall);
    }

    private static void Print(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
