using System.Diagnostics;
using System.Globalization;
using Shiremoot.Futures;

namespace Shiremoot.Bench;

/// <summary>The network with known answers by the people engine: every mean beside the exact one, what a move takes, and what shared luck is worth.</summary>
static class SimulatedNetwork
{
    private const double Days = 3650, Bias = 0.0025;

    public static int Run(int runs)
    {
        bool good = true;
        SystemModel before = Read(null), after = Read("justice-network-diversion.yaml");
        SteadyState exactBefore = SteadyState.Of(before).Value, exactAfter = SteadyState.Of(after, exactBefore.ArrivalsPerDay).Value;
        Simulation.Run(before, new() { Runs = 2, Threads = 1, OwnPasts = true });
        SimulatedRuns a = Timed(before, runs, 1, exactBefore, ref good), b = Timed(after, runs, 1, exactBefore, ref good);
        Timed(before, runs, 2, exactBefore, ref good);
        good &= Beside("A", a, exactBefore) & Beside("B, with A's arrivals", b, exactAfter);
        SimulatedRuns other = Simulation.Run(after, Asked(runs, 2, exactBefore) with { Seed = 2 }).Value;
        good &= Luck("prison nights in ten years", r => Nights(r), a, b, other) & Luck("arrests in ten years", r => r.Sums(SimulatedFigure.Entries, 0, 0, 10), a, b, other);
        return good ? 0 : 1;
    }

    private static SimulationAsked Asked(int runs, int threads, SteadyState exact) => new() { Runs = runs, Threads = threads, OwnPasts = true, ArrivalsPerDay = exact.ArrivalsPerDay };

    private static SystemModel Read(string? over)
    {
        string folder = Path.Combine(Root(), "vocabulary", "models");
        return SystemModelFile.Read(File.ReadAllText(Path.Combine(folder, "justice-network.yaml")), over is null ? null : File.ReadAllText(Path.Combine(folder, over)), "justice-network.yaml", new Dictionary<string, double>()).Value;
    }

    private static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Shiremoot.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    private static SimulatedRuns Timed(SystemModel model, int runs, int threads, SteadyState exact, ref bool good)
    {
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        Stopwatch watch = Stopwatch.StartNew();
        SimulatedRuns done = Simulation.Run(model, Asked(runs, threads, exact)).Value;
        double cpu = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        Print($"{runs} runs of 20 years on {threads} thread{(threads == 1 ? "" : "s")}: {done.Moves:N0} moves in {cpu:0.00} CPU s ({watch.Elapsed.TotalSeconds:0.00} s): {done.Moves / cpu / 1e6:0.00} million a CPU second; {done.BytesPerPerson:0} bytes a person");
        good &= done.Moves / cpu >= 6e6 && done.BytesPerPerson <= 120;
        return done;
    }

    private static bool Beside(string name, SimulatedRuns runs, SteadyState exact)
    {
        int wrong = 0;
        Print($"{name}:");
        Print($"  {"stage",-18} {"people, exact",14} {"simulated",12} {"error",8} {"wait, exact",12} {"simulated",10} {"error",8}");
        for (int s = 0; s < exact.Stages.Count; s++)
        {
            StageAtRest rest = exact.Stages[s];
            RunMean people = RunMean.Of([.. runs.Sums(SimulatedFigure.Days, s, 0, 10).Select(d => d / Days)]);
            string line = string.Create(CultureInfo.InvariantCulture, $"  {rest.Stage,-18} {rest.People,14:0.0000} {people.Mean,12:0.0000} {people.Error,8:0.0000}");
            bool near = Near(people, rest.People);
            if (rest.Servers > 0)
            {
                int at = runs.Lines.ToList().FindIndex(l => l.StartsWith(rest.Stage, StringComparison.Ordinal));
                double[] days = runs.Sums(SimulatedFigure.WaitDays, at, 0, 10), served = runs.Sums(SimulatedFigure.Served, at, 0, 10);
                RunMean wait = RunMean.Of([.. days.Zip(served, (d, n) => d / n)]);
                line += string.Create(CultureInfo.InvariantCulture, $" {rest.WaitDays,12:0.000000} {wait.Mean,10:0.000000} {wait.Error,8:0.000000}");
                near &= Near(wait, rest.WaitDays);
            }
            Console.Out.WriteLine(line + (near ? "" : "  OUT"));
            if (!near) wrong++;
        }
        return wrong == 0;
    }

    private static bool Near(RunMean mean, double exact) => Math.Abs(mean.Mean - exact) <= (3 * mean.Error) + (Bias * exact);

    private static double[] Nights(SimulatedRuns runs)
    {
        double[] nights = new double[runs.Runs];
        foreach (string stage in new[] { "short-custody", "long-custody", "recall" })
        {
            double[] each = runs.Sums(SimulatedFigure.Days, runs.Stages.ToList().IndexOf(stage), 0, 10);
            for (int r = 0; r < nights.Length; r++) nights[r] += each[r];
        }
        return nights;
    }

    private static bool Luck(string what, Func<SimulatedRuns, double[]> of, SimulatedRuns before, SimulatedRuns after, SimulatedRuns other)
    {
        double[] a = of(before), shared = [.. of(after).Zip(a, (x, y) => x - y)], apart = [.. of(other).Zip(a, (x, y) => x - y)];
        RunMean same = RunMean.Of(shared), not = RunMean.Of(apart);
        double ratio = same.Error * same.Error / (not.Error * not.Error);
        Print($"{what}: B less A {same.Mean:N0} (error {same.Error:N0} with shared luck, {not.Error:N0} without): variance {ratio:0.000} of that of independent runs");
        return ratio <= 0.2;
    }

    private static void Print(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
