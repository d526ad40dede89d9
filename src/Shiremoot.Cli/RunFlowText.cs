using System.Globalization;
using System.Text;
using Shiremoot.Futures;

namespace Shiremoot.Cli;

/// <summary>Every run's flows by year as comma-separated text (run, arm, year, series, value): what a budget is priced from.</summary>
static class RunFlowText
{
    public static string Of(IReadOnlyList<FutureAnswer> answers)
    {
        StringBuilder text = new("run,arm,year,series,value\n");
        Add(text, "baseline", answers[0].BaselineRuns, answers[0].Asked);
        foreach (FutureAnswer answer in answers)
            if (answer is { Scenario: { } scenario, WithRuns: { } with }) Add(text, scenario.Id, with, answer.Asked);
        return text.ToString();
    }

    private static void Add(StringBuilder text, string arm, SimulatedRuns runs, SimulationAsked asked)
    {
        for (int run = 0; run < runs.Runs; run++)
            for (int year = 0; year < asked.Years; year++)
                for (int row = 0; row < runs.RowsPerGroup; row++)
                {
                    bool isStage = row < runs.Stages.Count;
                    string of = isStage ? runs.Stages[row] : runs.Services[row - runs.Stages.Count];
                    double entries = Sum(runs, SimulatedFigure.Entries, run, row, year, asked), days = Sum(runs, SimulatedFigure.Days, run, row, year, asked);
                    Line(isStage ? "entries" : "served", entries);
                    if (days > 0) Line("nights", days);

                    void Line(string what, double value) => text.Append(CultureInfo.InvariantCulture, $"{run + 1},{arm},{year + 1},{what}:{of},{value:0.####}\n");
                }
    }

    private static double Sum(SimulatedRuns runs, SimulatedFigure figure, int run, int row, int year, SimulationAsked asked)
    {
        double sum = 0;
        for (int group = 0; group < runs.Groups.Count; group++)
            for (int p = year * asked.PeriodsPerYear; p < (year + 1) * asked.PeriodsPerYear; p++) sum += runs.At(figure, run, runs.Row(row, group), p);
        return sum;
    }
}
