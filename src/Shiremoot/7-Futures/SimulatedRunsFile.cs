using System.Globalization;
using CsvHelper;

namespace Shiremoot.Futures;

/// <summary>Every figure of every run as a table: one row for each arm, run, group, stage or service, and period. Figures are written to the last bit.</summary>
public static class SimulatedRunsFile
{
    /// <summary>Writes the table as comma-separated text.</summary>
    /// <param name="arms">The runs of each arm, and its name.</param>
    /// <param name="file">The file.</param>
    /// <returns>The rows written.</returns>
    public static long WriteCsv(IReadOnlyList<(string Name, SimulatedRuns Runs)> arms, Stream file)
    {
        using CsvWriter csv = CsvWriter.Create(file, CsvWriterOptions.Default, leaveOpen: true);
        foreach (string column in (ReadOnlySpan<string>)["arm", "run", "group", "what", "period", "days", "entries", "at_end", "wait_days", "served"]) csv.WriteField(column);
        csv.EndRecord();
        return arms.Sum(arm => Arm(csv, arm.Name, arm.Runs));
    }

    private static long Arm(CsvWriter csv, string name, SimulatedRuns runs)
    {
        long rows = 0;
        string[] what = [.. runs.Stages, .. runs.Services, .. runs.Spans];
        for (int run = 0; run < runs.Runs; run++)
        {
            for (int group = 0; group < runs.Groups.Count; group++)
                for (int stage = 0; stage < what.Length; stage++)
                    for (int period = 0; period < runs.PeriodDays.Count; period++, rows++)
                        Row(csv, name, runs, run, runs.Groups[group], what[stage], runs.Row(stage, group), period, [SimulatedFigure.Days, SimulatedFigure.Entries, SimulatedFigure.AtEnd], 0);
            for (int line = 0; line < runs.Lines.Count; line++)
                for (int period = 0; period < runs.PeriodDays.Count; period++, rows++)
                    Row(csv, name, runs, run, "", runs.Lines[line], line, period, [SimulatedFigure.WaitDays, SimulatedFigure.Served], 3);
        }
        return rows;
    }

    private static void Row(CsvWriter csv, string arm, SimulatedRuns runs, int run, string group, string what, int row, int period, ReadOnlySpan<SimulatedFigure> figures, int before)
    {
        const int Figures = 5;
        csv.WriteField(arm);
        csv.WriteField((run + 1).ToString(CultureInfo.InvariantCulture));
        csv.WriteField(group);
        csv.WriteField(what);
        csv.WriteField((period + 1).ToString(CultureInfo.InvariantCulture));
        for (int i = 0; i < before; i++) csv.WriteField("");
        foreach (SimulatedFigure figure in figures) csv.WriteField(runs.At(figure, run, row, period).ToString("R", CultureInfo.InvariantCulture));
        for (int i = before + figures.Length; i < Figures; i++) csv.WriteField("");
        csv.EndRecord();
    }
}
