using Shiremoot.Futures.Simulating;

namespace Shiremoot.Futures;

/// <summary>
/// What the people engine counted, run by run, for each stage and period after the warm-up. Run 3 of one model and run 3 of another, with the same
/// seed, share their luck: the difference between them is due to the models.
/// </summary>
public sealed class SimulatedRuns
{
    private readonly double[][] figures;

    internal SimulatedRuns(IReadOnlyList<string> stages, IReadOnlyList<string> services, IReadOnlyList<string> spans, IReadOnlyList<string> lines, IReadOnlyList<string> groups, IReadOnlyList<double> periodDays, int runs)
    {
        (Stages, Services, Spans, Lines, Groups, PeriodDays, Runs) = (stages, services, spans, lines, groups, periodDays, runs);
        figures = [.. Enum.GetValues<SimulatedFigure>().Select(f => new double[runs * RowsOf(f) * periodDays.Count])];
    }

    public IReadOnlyList<string> Stages { get; }

    /// <summary>The services that are offered; their entries are people served.</summary>
    public IReadOnlyList<string> Services { get; }

    /// <summary>The kinds of event that last on their own; how many begin, and how many there are at once.</summary>
    public IReadOnlyList<string> Spans { get; }

    /// <summary>The resources that are waited for.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>The groups people are counted in.</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>Length of each period in days.</summary>
    public IReadOnlyList<double> PeriodDays { get; }

    public int Runs { get; }

    /// <summary>Completed stays at stages in all runs, the warm-up included.</summary>
    public long Moves { get; internal set; }

    /// <summary>Memory of a person in the system, in bytes.</summary>
    public double BytesPerPerson { get; internal set; }

    public static bool IsOfLine(SimulatedFigure figure) => figure is SimulatedFigure.WaitDays or SimulatedFigure.Served;

    /// <summary>One figure of one run.</summary>
    /// <param name="figure">Which.</param>
    /// <param name="run">The run, from 0.</param>
    /// <param name="row">The stage of a group (<see cref="Row"/>); of a figure of waiting, the number of the resource.</param>
    /// <param name="period">The period, from 0.</param>
    public double At(SimulatedFigure figure, int run, int row, int period) => figures[(int)figure][Index(figure, run, row, period)];

    /// <summary>What is counted in each group: stages, then services, then what lasts on its own.</summary>
    public int RowsPerGroup => Stages.Count + Services.Count + Spans.Count;

    /// <summary>The row of a stage and group; services follow the stages, and spans the services.</summary>
    public int Row(int stage, int group) => (group * RowsPerGroup) + stage;

    /// <summary>The rows of other runs, of a model that has all that this one has, in the order of these.</summary>
    internal int[] RowsIn(SimulatedRuns other)
    {
        int afterStages = other.Stages.Count, afterServices = afterStages + other.Services.Count;
        int[] at =
        [
            .. Stages.Select(s => other.Stages.ToList().IndexOf(s)), .. Services.Select(s => afterStages + other.Services.ToList().IndexOf(s)),
            .. Spans.Select(s => afterServices + other.Spans.ToList().IndexOf(s)),
        ];
        return [.. Enumerable.Range(0, Groups.Count).SelectMany(group => at.Select(row => other.Row(row, group)))];
    }

    // From rows of a series of another model, where given.
    internal void Keep(RunSeries series, int run, int skip, int[]? rows = null)
    {
        lock (figures) Moves += series.Moves;
        int count = series.Periods.Count;
        Span<double> days = new double[count], entries = new double[count], atEnd = new double[count];
        for (int row = 0; row < RowsPerGroup * Groups.Count; row++)
        {
            series.Close(rows is null ? row : rows[row], days, entries, atEnd);
            for (int p = skip; p < count; p++)
            {
                Set(SimulatedFigure.Days, run, row, p - skip, days[p]);
                Set(SimulatedFigure.Entries, run, row, p - skip, entries[p]);
                Set(SimulatedFigure.AtEnd, run, row, p - skip, atEnd[p]);
            }
        }
        for (int line = 0; line < Lines.Count; line++)
            for (int p = skip; p < count; p++)
            {
                RunSeries.WaitCell wait = series.Waits[(line * count) + p];
                Set(SimulatedFigure.WaitDays, run, line, p - skip, wait.Days);
                Set(SimulatedFigure.Served, run, line, p - skip, wait.Count);
            }
    }

    /// <summary>All values of a figure: run by run, in it row by row, in it period by period.</summary>
    internal Span<double> All(SimulatedFigure figure) => figures[(int)figure];

    private void Set(SimulatedFigure figure, int run, int row, int period, double value) => figures[(int)figure][Index(figure, run, row, period)] = value;

    /// <summary>One figure of one run over a year: the sum of its periods.</summary>
    /// <param name="figure">Which.</param>
    /// <param name="run">The run, from 0.</param>
    /// <param name="row">As in <see cref="At"/>.</param>
    /// <param name="year">The year, from 0.</param>
    /// <param name="periodsPerYear">Periods in a year.</param>
    public double InYear(SimulatedFigure figure, int run, int row, int year, int periodsPerYear)
    {
        double sum = 0;
        for (int p = year * periodsPerYear; p < (year + 1) * periodsPerYear; p++) sum += At(figure, run, row, p);
        return sum;
    }

    /// <summary>The sum over periods, run by run.</summary>
    public double[] Sums(SimulatedFigure figure, int row, int fromPeriod, int untilPeriod)
    {
        double[] sums = new double[Runs];
        for (int run = 0; run < Runs; run++)
            for (int p = fromPeriod; p < untilPeriod; p++) sums[run] += At(figure, run, row, p);
        return sums;
    }

    private int RowsOf(SimulatedFigure figure) => IsOfLine(figure) ? Lines.Count : RowsPerGroup * Groups.Count;

    private int Index(SimulatedFigure figure, int run, int row, int period) => (((run * RowsOf(figure)) + row) * PeriodDays.Count) + period;
}

/// <summary>What is counted.</summary>
public enum SimulatedFigure
{
    /// <summary>Days spent in a stage by all people, those who wait included.</summary>
    Days,

    /// <summary>Entries into a stage.</summary>
    Entries,

    /// <summary>People in a stage at the end of the period.</summary>
    AtEnd,

    /// <summary>Days spent in line by those who began to be served in the period.</summary>
    WaitDays,

    /// <summary>How many began to be served.</summary>
    Served,
}

/// <summary>A mean over runs with its standard error.</summary>
public readonly record struct RunMean(double Mean, double Error)
{
    public static RunMean Of(ReadOnlySpan<double> values)
    {
        double mean = 0, squares = 0;
        foreach (double value in values) mean += value;
        mean /= values.Length;
        foreach (double value in values) squares += (value - mean) * (value - mean);
        return new(mean, values.Length < 2 ? double.NaN : Math.Sqrt(squares / (values.Length - 1) / values.Length));
    }
}
