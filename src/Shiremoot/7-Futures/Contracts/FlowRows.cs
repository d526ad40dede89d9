using System.Globalization;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Contracts;

/// <summary>Gathers the rows of a result in any order, and lays them out whole.</summary>
internal sealed class FlowRows
{
    private readonly Dictionary<(int Run, int Arm, int Year, int Series), double> cells = [];
    private readonly List<string> arms = [], years = [], series = [];
    private readonly SortedSet<int> runs = [];

    /// <summary>False if the cell is there already.</summary>
    public bool TryAdd(int run, string arm, string year, string flow, double value)
    {
        runs.Add(run);
        return cells.TryAdd((run, Place(arms, arm), Place(years, year), Place(series, flow)), value);
    }

    /// <summary>The flows; refused if there is no baseline, no option, or a cell is missing.</summary>
    public Outcome<FlowRuns> Whole(string shownAs)
    {
        FileFaults faults = new(shownAs);
        if (cells.Count == 0) faults.Add(1, "there is no row under the header.");
        else if (!arms.Contains(FlowRuns.Baseline)) faults.Add(1, $"no row has the arm '{FlowRuns.Baseline}'; the arms are {string.Join(", ", arms)}.");
        else if (arms.Count == 1) faults.Add(1, "there is no arm but the baseline; a contract is judged on an option beside it.");
        if (faults.Refusal(Refusals.ResultFaults) is { } why) return why;

        if (((long)arms.Count * series.Count * years.Count * runs.Count) != cells.Count)
        {
            foreach (string hole in Holes().Take(10)) faults.Add(1, hole);
            return faults.Refusal(Refusals.ResultFaults)!;
        }
        int[] numbers = [.. runs], inTime = [.. Enumerable.Range(0, years.Count).OrderBy(y => int.TryParse(years[y], NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : int.MaxValue).ThenBy(y => years[y], StringComparer.Ordinal)];
        double[] values = new double[cells.Count];
        int at = 0;
        for (int arm = 0; arm < arms.Count; arm++)
            for (int flow = 0; flow < series.Count; flow++)
                foreach (int year in inTime)
                    foreach (int run in numbers) values[at++] = cells[(run, arm, year, flow)];
        return new FlowRuns(series, [.. inTime.Select(y => years[y])], arms, numbers.Length, values) { Source = $"{numbers.Length:N0} runs of {shownAs}" };
    }

    private IEnumerable<string> Holes() =>
        from arm in Enumerable.Range(0, arms.Count)
        from flow in Enumerable.Range(0, series.Count)
        from year in Enumerable.Range(0, years.Count)
        from run in runs
        where !cells.ContainsKey((run, arm, year, flow))
        select $"run {run} of the arm '{arms[arm]}' has no row for {series[flow]} in {years[year]}; every run of every arm needs every year and series.";

    private static int Place(List<string> names, string name)
    {
        int at = names.IndexOf(name);
        if (at >= 0) return at;
        names.Add(name);
        return names.Count - 1;
    }
}
