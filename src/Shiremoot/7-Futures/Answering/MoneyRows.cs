using Shiremoot.Economics;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Answering;

/// <summary>Prices laid over the rows of two arms of runs.</summary>
internal sealed class MoneyRows
{
    private const string NewSpend = "The scenario itself";
    private readonly SimulatedRuns baseline;
    private readonly SimulatedRuns? with;
    private readonly Scenario? scenario;
    private readonly List<(StagePrice Price, int[] Rows)> before, after;
    private readonly List<(ScenarioCost Cost, double Pounds, int[] Rows)> spend = [];

    private MoneyRows(SimulatedRuns baseline, SimulatedRuns? with, Scenario? scenario, List<(StagePrice, int[])> before, List<(StagePrice, int[])> after) =>
        (this.baseline, this.with, this.scenario, this.before, this.after) = (baseline, with, scenario, before, after);

    public static Outcome<MoneyRows> Of(FuturePrices prices, (SystemModel Model, SimulatedRuns Runs) baseline, (SystemModel Model, SimulatedRuns Runs)? with, Scenario? scenario)
    {
        if (prices.Of(baseline.Model, baseline.Runs.Groups).Refused(out Refusal? why, out IReadOnlyList<StagePrice>? before)) return why;
        IReadOnlyList<StagePrice>? after = [];
        if (with is { } w && prices.Of(w.Model, w.Runs.Groups).Refused(out why, out after)) return why;
        MoneyRows rows = new(baseline.Runs, with?.Runs, scenario, [.. before.Select(p => (p, RowsOf(p, baseline.Runs)))], [.. after!.Select(p => (p, RowsOf(p, with!.Value.Runs)))]);
        if (scenario is null || with is not { } arm) return rows;
        foreach (ScenarioCost cost in scenario.Costs)
        {
            if (prices.Uprated(cost.Pounds, cost.PriceYear).Refused(out why, out double pounds)) return why;
            if (Counted(cost, arm.Runs).Refused(out why, out int[]? counted)) return why;
            rows.spend.Add((cost, pounds, counted));
        }
        return rows;
    }

    /// <summary>Pounds a year by who bears them and of what kind.</summary>
    public IReadOnlyList<FutureLine> Lines(SimulationAsked asked, int worlds)
    {
        List<FutureLine> lines = [];
        IEnumerable<(string Agency, CostKind Kind)> all = before.Concat(after).Select(p => (p.Price.Agency, p.Price.Kind)).Concat(spend.Select(s => (s.Cost.Agency, Kind: CostKind.Fiscal))).Distinct().OrderBy(a => a.Kind).ThenBy(a => a.Agency, StringComparer.Ordinal);
        foreach ((string agency, CostKind kind) in all) lines.Add(Line($"{UnitCosts.Name(kind)}:{agency}", kind switch { CostKind.Fiscal => agency, CostKind.Social => "Harm to victims and others (social)", _ => "The economy (economic)" }, p => p.Agency == agency && p.Kind == kind, c => kind == CostKind.Fiscal && c.Agency == agency));
        lines.Add(Line("fiscal", "All public budgets", p => p.Kind == CostKind.Fiscal, _ => true));
        lines.Add(Line("all", "Public budgets, economy and victims", _ => true, _ => true));
        return lines;

        FutureLine Line(string id, string title, Func<StagePrice, bool> its, Func<ScenarioCost, bool> spent)
        {
            (StagePrice, int[])[] own = [.. before.Where(p => its(p.Price))], then = [.. after.Where(p => its(p.Price))];
            var added = spend.Where(s => spent(s.Cost)).ToArray();
            return FutureLine.Of(id, title, "pounds", isLevel: false, asked, worlds,
                (run, year) => own.Sum(p => Pounds(baseline, p, run, year, asked)),
                with is null ? null : (run, year) => then.Sum(p => Pounds(with, p, run, year, asked)) + added.Sum(s => Spent(s, run, year, asked)));
        }
    }

    /// <summary>Money over all years by agency and what it is for.</summary>
    public IReadOnlyList<FutureCell> Cells(SimulationAsked asked)
    {
        SortedDictionary<(string, CostKind, string), (double Before, double After)> sums = new();
        void Add((string, CostKind, string) key, double was, double then) => sums[key] = sums.TryGetValue(key, out var old) ? (old.Before + was, old.After + then) : (was, then);
        foreach (var p in before) Add((p.Price.Agency, p.Price.Kind, p.Price.What), Mean(baseline, p, asked), 0);
        foreach (var p in after) Add((p.Price.Agency, p.Price.Kind, p.Price.What), 0, Mean(with!, p, asked));
        foreach (var s in spend) Add((s.Cost.Agency, CostKind.Fiscal, $"{NewSpend}: {s.Cost.Name}"), 0, Enumerable.Range(0, asked.Runs).Average(run => Enumerable.Range(0, asked.Years).Sum(year => Spent(s, run, year, asked))));
        return [.. sums.Select(s => new FutureCell(s.Key.Item1, s.Key.Item2, s.Key.Item3, s.Value.Before, s.Value.After))];
    }

    private static double Mean(SimulatedRuns runs, (StagePrice, int[]) price, SimulationAsked asked) =>
        Enumerable.Range(0, asked.Runs).Average(run => Enumerable.Range(0, asked.Years).Sum(year => Pounds(runs, price, run, year, asked)));

    private static double Pounds(SimulatedRuns runs, (StagePrice Price, int[] Rows) price, int run, int year, SimulationAsked asked)
    {
        double sum = 0;
        foreach (int row in price.Rows)
        {
            if (price.Price.PerEntry != 0) sum += price.Price.PerEntry * runs.InYear(SimulatedFigure.Entries, run, row, year, asked.PeriodsPerYear);
            if (price.Price.PerDay != 0) sum += price.Price.PerDay * runs.InYear(SimulatedFigure.Days, run, row, year, asked.PeriodsPerYear);
        }
        return sum;
    }

    private double Spent((ScenarioCost Cost, double Pounds, int[] Rows) spent, int run, int year, SimulationAsked asked)
    {
        (double from, double until) = (scenario!.FromYear, scenario.UntilYear ?? double.PositiveInfinity);
        if (spent.Cost.Per == "once") return Math.Floor(from) == year ? spent.Pounds : 0;
        if (spent.Cost.Per == "year") return spent.Pounds * Math.Max(0, Math.Min(year + 1, until) - Math.Max(year, from));
        SimulatedFigure figure = spent.Cost.Per.StartsWith("day:", StringComparison.Ordinal) ? SimulatedFigure.Days : SimulatedFigure.Entries;
        return spent.Pounds * spent.Rows.Sum(row => with!.InYear(figure, run, row, year, asked.PeriodsPerYear));
    }

    private static int[] RowsOf(StagePrice price, SimulatedRuns runs) =>
        [.. Enumerable.Range(0, runs.Groups.Count).Where(g => runs.Groups.Count == 1 || IsOfChildren(runs.Groups[g]) == price.OfChildren).Select(g => runs.Row(price.Stage, g))];

    private static bool IsOfChildren(string group) => group is "boys" or "girls";

    // The rows that a cost per entry, day or person served counts.
    private static Outcome<int[]> Counted(ScenarioCost cost, SimulatedRuns runs)
    {
        if (cost.Per.Split(':') is not [var what, var name]) return Array.Empty<int>();
        IReadOnlyList<string> names = what == "service" ? runs.Services : runs.Stages;
        int at = names.ToList().IndexOf(name);
        if (at < 0) return Refusals.NoSuchCounted(cost.Name, cost.Per, names);
        return Enumerable.Range(0, runs.Groups.Count).Select(g => runs.Row(what == "service" ? runs.Stages.Count + at : at, g)).ToArray();
    }
}
