using System.Globalization;
using System.Text;
using Shiremoot.Futures;

namespace Shiremoot.Cli;

/// <summary>
/// Every run's flows by year as comma-separated text (run, arm, year, series, value): what a budget is priced from. Series are entries:STAGE, nights:STAGE,
/// served:SERVICE; and of stages that people are known for afterwards under one name (custody-of-children) entries and nights together under that name.
/// </summary>
static class RunFlowText
{
    public static string Of(IReadOnlyList<RunArm> arms)
    {
        StringBuilder text = new("run,arm,year,series,value\n");
        foreach (RunArm arm in arms) Add(text, arm);
        return text.ToString();
    }

    private static void Add(StringBuilder text, RunArm of)
    {
        List<(string Series, SimulatedFigure Figure, int[] Rows)> series = [];
        for (int s = 0; s < of.Model.Stages.Count; s++) Stage(of.Model.Stages[s].Id, [s]);
        foreach (IGrouping<int, int> known in Enumerable.Range(0, of.Model.Stages.Count).Where(s => of.Model.Stages[s].After >= 0).GroupBy(s => of.Model.Stages[s].After))
        {
            string name = of.Model.Covariates[known.Key]["after-".Length..];
            if (of.Model.Stages.All(s => s.Id != name)) Stage(name, [.. known]);
        }
        for (int s = 0; s < of.Runs.Services.Count; s++) series.Add(($"served:{of.Runs.Services[s]}", SimulatedFigure.Entries, [of.Runs.Stages.Count + s]));
        for (int run = 0; run < of.Runs.Runs; run++)
            for (int year = 0; year < of.Asked.Years; year++)
                foreach ((string name, SimulatedFigure figure, int[] rows) in series)
                    text.Append(CultureInfo.InvariantCulture, $"{run + 1},{of.Name},{year + 1},{name},{rows.Sum(row => Sum(of.Runs, figure, run, row, year, of.Asked)):0.####}\n");

        void Stage(string name, int[] stages)
        {
            series.Add(($"entries:{name}", SimulatedFigure.Entries, stages));
            if (stages.Any(s => of.Model.Stages[s] is { Days: not null } or { Served: > 0 })) series.Add(($"nights:{name}", SimulatedFigure.Days, stages));
        }
    }

    private static double Sum(SimulatedRuns runs, SimulatedFigure figure, int run, int row, int year, SimulationAsked asked) =>
        Enumerable.Range(0, runs.Groups.Count).Sum(group => runs.InYear(figure, run, runs.Row(row, group), year, asked.PeriodsPerYear));
}
