using System.Diagnostics;
using System.Globalization;
using Shiremoot.Economics;
using Shiremoot.Tests.Economics;

namespace Shiremoot.Bench;

/// <summary>An option of forty uncertain inputs drawn 100,000 times: what each part takes, how far seeds differ, and NumPy beside it with the same model.</summary>
static class MonteCarloSpeed
{
    private const int Seeds = 20;
    private const double MostCpu = 1.0, MostApart = 0.005;
    private static readonly double[] Shares = [0.05, 0.25, 0.5, 0.75, 0.95];

    public static int Run(int draws)
    {
        bool good = true;
        UncertainModel model = FortyInputs.Model();
        for (int time = 1; time <= 2; time++)
        {
            (double cpu, double wall, MonteCarloRuns runs) = Took(() => MonteCarlo.Run(model, new() { Draws = draws, Seed = 1 }).Value);
            (double fanCpu, _, _) = Took(() => runs.Fan(runs.Outcomes, Shares).Value);
            (double inputsCpu, _, _) = Took(() => runs.Influences(FortyInputs.NetPresentValue).Value);
            (double worthCpu, _, _) = Took(() => runs.InformationFor([FortyInputs.NetPresentValue]).Value);
            Print($"{(time == 1 ? "first" : "again")}: {draws:N0} draws of {model.Inputs.Count} inputs and {model.Outcomes.Count} outcomes {cpu:0.00} CPU s ({wall:0.00} s); the fan {fanCpu:0.00}; tornado and shares of variance {inputsCpu:0.00}; value of information {worthCpu:0.00}; all {cpu + fanCpu + inputsCpu + worthCpu:0.00}");
            good &= cpu + fanCpu <= MostCpu;
        }
        OutcomeSummary own = MonteCarlo.Run(model, new() { Draws = draws, Seed = 1 }).Value.Summary(FortyInputs.NetPresentValue, 0.05, 0.5, 0.95).Value;
        Print($"mean {own.Mean.Value:0} (error {own.Mean.Error:0}), percentiles 5, 50, 95: {string.Join(", ", own.Percentiles.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.At.Value:0} ({p.At.Error:0})")))}, pays in {own.ShareAboveZero.Value:0.0000} of the draws");
        double errors = Math.Abs(own.Mean.Value - FortyInputs.Mean()) / own.Mean.Error;
        Print($"the mean without drawing is {FortyInputs.Mean():0}: {errors:0.0} standard errors away");
        good &= errors < 3;
        Dictionary<(Sampling, PercentileSource), double[][]> found = [];
        foreach (PercentileSource source in new[] { PercentileSource.Lines, PercentileSource.Draws })
            foreach (Sampling sampling in new[] { Sampling.QuasiRandom, Sampling.Plain })
            {
                OutcomeSummary[] all = [.. Enumerable.Range(1, Seeds).Select(s => MonteCarlo.Run(model, new() { Draws = draws, Seed = (ulong)s, Sampling = sampling, Percentiles = source }).Value.Summary(FortyInputs.NetPresentValue, Shares).Value)];
                double[][] figures = found[(sampling, source)] = [.. Shares.Select((_, p) => all.Select(a => a.Percentiles[p].At.Value).ToArray())];
                Print($"{sampling}, percentiles by {source}: {Seeds} seeds are at most {string.Join(", ", figures.Select(f => Apart(f).ToString("0.000%", CultureInfo.InvariantCulture)))} apart at the 5th, 25th, 50th, 75th and 95th percentile (errors told {string.Join(", ", Shares.Select((_, p) => all.Average(a => a.Percentiles[p].At.Error / Math.Abs(a.Percentiles[p].At.Value)).ToString("0.000%", CultureInfo.InvariantCulture)))}), and their means {Apart([.. all.Select(a => a.Mean.Value)]):0.000%}; two seeds are within {MostApart:0.0%} of each other in {figures.Min(Within):0.0%} of pairs or more");
                if (sampling == Sampling.QuasiRandom && source == PercentileSource.Lines) good &= figures.All(f => Within(f) == 1);
            }
        good &= Unbiased(found[(Sampling.QuasiRandom, PercentileSource.Lines)], found[(Sampling.QuasiRandom, PercentileSource.Draws)]);
        good &= BesideNumPy(draws, own);
        Print($"{(good ? "within" : "OVER")} the bounds: {MostCpu} CPU s for draws and fan, every pair of {Seeds} seeds within {MostApart:0.0%} at every percentile, no bias against the draws, the mean within 3 standard errors of the analytic one, the same answer as NumPy");
        return good ? 0 : 1;
    }

    // Seed by seed, percentiles by lines less those of the same draws: nought but for chance, if lines are right.
    private static bool Unbiased(double[][] lines, double[][] drawn)
    {
        bool good = true;
        List<string> off = [];
        for (int p = 0; p < lines.Length; p++)
        {
            double[] less = [.. lines[p].Zip(drawn[p], (a, b) => (a / b) - 1)];
            double mean = less.Average(), error = Math.Sqrt(less.Sum(l => (l - mean) * (l - mean)) / (less.Length - 1) / less.Length);
            good &= Math.Abs(mean) < 4 * error;
            off.Add(string.Create(CultureInfo.InvariantCulture, $"{mean:0.000%} (error {error:0.000%})"));
        }
        Print($"lines less draws, mean of {lines[0].Length} seeds: {string.Join(", ", off)}");
        return good;
    }

    private static bool BesideNumPy(int draws, OutcomeSummary own)
    {
        string script = Path.Combine(AppContext.BaseDirectory, "monte_carlo.py");
        ProcessStartInfo start = new("/usr/bin/python3", [script, $"{draws}", "1"]) { RedirectStandardOutput = true, UseShellExecute = false };
        using Process process = Process.Start(start)!;
        string told = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            Print($"NumPy is not on this machine: install python3-numpy to set it beside");
            return true;
        }
        double[] its = [.. told.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(f => double.Parse(f, CultureInfo.InvariantCulture))];
        Print($"NumPy: {its[0]:0.00} CPU s ({its[1]:0.00} s) for draws and fan, {its[8]:0} MB; mean {its[2]:0} (error {its[3]:0}), percentiles 5, 50, 95: {its[4]:0}, {its[5]:0}, {its[6]:0}, pays in {its[7]:0.0000}");
        return Math.Abs(own.Mean.Value - its[2]) < 4 * (own.Mean.Error + its[3]) && own.Percentiles.Zip(its[4..7]).All(p => Math.Abs(p.First.At.Value - p.Second) < 0.01 * Math.Abs(p.Second));
    }

    // The widest gap between two seeds, as a share of the figure.
    private static double Apart(double[] figures) => (figures.Max() - figures.Min()) / Math.Abs(figures.Average());

    // Of all pairs of seeds, the share that agree.
    private static double Within(double[] figures)
    {
        int pairs = 0, agree = 0;
        for (int i = 0; i < figures.Length; i++)
            for (int j = 0; j < i; j++, pairs++)
                if (Math.Abs(figures[i] - figures[j]) <= MostApart * Math.Abs(figures[i])) agree++;
        return agree / (double)pairs;
    }

    private static (double Cpu, double Wall, T Answer) Took<T>(Func<T> work)
    {
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        Stopwatch watch = Stopwatch.StartNew();
        T answer = work();
        return ((Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds, watch.Elapsed.TotalSeconds, answer);
    }

    private static void Print(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
