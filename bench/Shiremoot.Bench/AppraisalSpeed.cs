using System.Diagnostics;
using System.Globalization;
using System.Text;
using Shiremoot.Economics;

namespace Shiremoot.Bench;

/// <summary>Options drawn 100,000 times with all that is told of them, by processor time: the shipped one, and one of forty uncertain inputs with NumPy beside it doing the same sums.</summary>
static class AppraisalSpeed
{
    private const double MostCpu = 1.0;
    private const int Outcomes = 6, Costs = 7, Years = 10;

    public static int Run(string shipped, int draws)
    {
        Appraisal west = Shire.AppraiseAlone(shipped).Value, forty = Forty();
        bool good = Took("shipped", west, draws, out _) & Took("forty inputs", forty, draws, out AppraisalRuns drawn);
        good &= BesideNumPy(drawn, draws);
        Print($"{(good ? "within" : "OVER")} the bounds: {MostCpu} CPU s for all of each option, the same answer as NumPy");
        return good ? 0 : 1;
    }

    // The first time is with the machine code still to be made: it is shown and not judged.
    private static bool Took(string which, Appraisal appraisal, int draws, out AppraisalRuns drawn)
    {
        double last = 0;
        drawn = null!;
        for (int time = 1; time <= 3; time++)
        {
            UncertainModel model = AppraisalRuns.Model(appraisal.Kernel, appraisal.Option.Years);
            TimeSpan before = Cpu();
            _ = MonteCarlo.Run(model, new() { Draws = draws }).Value;
            double alone = (Cpu() - before).TotalSeconds;
            before = Cpu();
            drawn = AppraisalRuns.Of(appraisal, new() { Draws = draws }).Value;
            last = (Cpu() - before).TotalSeconds;
            Print($"{which}, {(time == 1 ? "first" : "again")}: {draws:N0} draws of {model.Inputs.Count} inputs and {model.Outcomes.Count} outcomes {alone:0.00} CPU s; with percentiles, fan, ratios, tornado, shares of variance, value of information and claims {last:0.00}");
        }
        return last <= MostCpu;
    }

    private static Appraisal Forty()
    {
        StringBuilder yaml = new($"id: forty\ntitle: Forty inputs\nsource: made for this benchmark\nprice_year: 2016/17\nfirst_year: 2016/17\nyears: {Years}\ndiscounting: green-book\nassumptions:\n");
        void Input(string name, FormattableString spread) => yaml.Append(CultureInfo.InvariantCulture, $"  - {{ name: {name}, source: made, {spread.ToString(CultureInfo.InvariantCulture)} }}\n");
        Input("people", $"value: 400, distribution: triangular, low: 300, high: 600");
        Input("taken", $"value: 0.7, distribution: triangular, low: 0.5, high: 0.9");
        Input("kept", $"value: 0.8, distribution: uniform, low: 0.7, high: 0.9");
        for (int o = 0; o < Outcomes; o++)
        {
            Input($"effect {o}", $"value: {0.2 + (0.02 * o)}, distribution: normal, deviation: 0.04");
            Input($"baseline {o}", $"value: 2, distribution: normal, deviation: 0.2");
            Input($"factor {o}", $"value: 1, distribution: triangular, low: 0.5, high: 2");
            Input($"drop {o}", $"value: 0.3, distribution: uniform, low: 0.1, high: 0.5");
            Input($"cashable {o}", $"value: 0.1, distribution: triangular, low: 0, high: 0.3");
        }
        for (int c = 0; c < Costs; c++) Input($"cost {c}", $"value: {125_000 * (c + 1)}, distribution: triangular, low: {100_000 * (c + 1)}, high: {190_000 * (c + 1)}");
        string every = string.Join(", ", Enumerable.Repeat(1, Years));
        yaml.Append(CultureInfo.InvariantCulture, $"people: people\ntake_up: taken\nretention: kept\npeople_by_year: [{every}]\noutcomes:\n");
        for (int o = 0; o < Outcomes; o++)
            yaml.Append(CultureInfo.InvariantCulture, $"  - id: o{o}\n    title: O\n    unit: cases\n    effect: effect {o}\n    baseline: baseline {o}\n    drop_off: drop {o}\n    lasts: 3\n    optimism: none\n    values:\n      - {{ name: saved {o}, pounds: {500 * (o + 1)}, kind: fiscal, agency: Police, factor: factor {o}, cashable: cashable {o}, source: made }}\n      - {{ name: harm {o}, pounds: {300 * (o + 1)}, kind: social, for: victims, factor: factor {o}, source: made }}\n");
        yaml.Append("costs:\n");
        for (int c = 0; c < Costs; c++) yaml.Append(CultureInfo.InvariantCulture, $"  - {{ name: spent {c}, agency: {(c % 2 == 0 ? "Police" : "Probation")}, pounds: cost {c}, by_year: [{every}], optimism: none }}\n");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("forty");
        string path = Path.Combine(folder.FullName, "forty.yaml");
        File.WriteAllText(path, yaml.ToString());
        Appraisal appraisal = Shire.AppraiseAlone(path).Value;
        folder.Delete(recursive: true);
        return appraisal;
    }

    private static bool BesideNumPy(AppraisalRuns drawn, int draws)
    {
        ProcessStartInfo start = new("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "appraisal.py"), $"{draws}", "1"]) { RedirectStandardOutput = true, UseShellExecute = false };
        using Process process = Process.Start(start)!;
        string told = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            Print($"NumPy is not on this machine: install python3-numpy to set it beside");
            return true;
        }
        double[] its = [.. told.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(f => double.Parse(f, CultureInfo.InvariantCulture))];
        Print($"NumPy: {its[0]:0.00} CPU s for the draws, and {its[1]:0.00} with their percentiles");
        (string Name, DrawnFigure Own)[] figures = [("net", drawn["net_present_public_value"]), ("budgets", drawn["net_present_budget_gain"]), ("cashable", drawn["present_value_cashable"]), ("year 3", drawn.Fan[2].Running)];
        bool same = true;
        for (int f = 0; f < figures.Length; f++)
        {
            (DrawnFigure own, double[] other) = (figures[f].Own, its[(2 + (5 * f))..(7 + (5 * f))]);
            Print($"{figures[f].Name}: mean {own.Mean.Value:0} (error {own.Mean.Error:0}), percentiles 5, 50, 95 {own.Below(0.05):0}, {own.Below(0.5):0}, {own.Below(0.95):0}, above nought {own.ShareAboveNought.Value:0.0000}; NumPy {other[0]:0}; {other[1]:0}, {other[2]:0}, {other[3]:0}; {other[4]:0.0000}");
            double wide = own.Below(0.95) - own.Below(0.05);
            same &= new[] { (own.Mean.Value, other[0]), (own.Below(0.05), other[1]), (own.Below(0.5), other[2]), (own.Below(0.95), other[3]) }.All(p => Math.Abs(p.Item1 - p.Item2) < 0.015 * wide) && Math.Abs(own.ShareAboveNought.Value - other[4]) < 0.008;
        }
        return same;
    }

    private static TimeSpan Cpu() => Process.GetCurrentProcess().TotalProcessorTime;

    private static void Print(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
