namespace Shiremoot.Futures.Answering;

/// <summary>Which rows of the runs make a measure, each with its weight, in the numbers of one model's runs.</summary>
internal sealed record MeasureRows(SimulatedFigure Figure, IReadOnlyList<(int Row, double Weight)> Rows)
{
    public static MeasureRows Of(FutureMeasure measure, SystemModel model, SimulatedRuns runs)
    {
        if (measure.Counts == FutureCounts.Wait) return new(SimulatedFigure.WaitDays, [.. Listed(measure.Of, runs.Lines).Select(l => (l, 1.0))]);
        List<(int, double)> rows = [];
        if (measure.Counts == FutureCounts.Served)
        {
            foreach (int service in Listed(measure.Of, runs.Services)) AddGroups(runs.Stages.Count + service, 1);
            return new(SimulatedFigure.Entries, rows);
        }
        for (int s = 0; s < model.Stages.Count; s++)
            if (Weight(measure, model, model.Stages[s]) is > 0 and var weight) AddGroups(s, weight);
        // What lasts on its own is counted apart from the stages it is recorded at.
        if (IsOfTime(measure.Counts) && measure.Disposals.Count == 0)
            foreach (int kind in Listed(measure.Kinds, runs.Spans).Where(_ => measure.Kinds.Count > 0)) AddGroups(runs.Stages.Count + runs.Services.Count + kind, 1);
        return new(measure.Counts switch { FutureCounts.Entries => SimulatedFigure.Entries, FutureCounts.AtEnd => SimulatedFigure.AtEnd, _ => SimulatedFigure.Days }, rows);

        void AddGroups(int row, double weight)
        {
            for (int g = 0; g < runs.Groups.Count; g++)
                if (measure.Groups.Count == 0 || measure.Groups.Contains(runs.Groups[g])) rows.Add((runs.Row(row, g), weight));
        }
    }

    /// <summary>The measure in one run over some periods: a sum; of what is counted at once its mean or its last value; of stays and waits the mean of all in them.</summary>
    public double Over(SimulatedRuns runs, FutureCounts counts, int run, int fromPeriod, int untilPeriod)
    {
        if (counts == FutureCounts.AtEnd) return Sum(runs, Figure, run, untilPeriod - 1, untilPeriod);
        double sum = Sum(runs, Figure, run, fromPeriod, untilPeriod);
        double over = counts switch
        {
            FutureCounts.People => Enumerable.Range(fromPeriod, untilPeriod - fromPeriod).Sum(p => runs.PeriodDays[p]),
            FutureCounts.Stay => Sum(runs, SimulatedFigure.Entries, run, fromPeriod, untilPeriod),
            FutureCounts.Wait => Sum(runs, SimulatedFigure.Served, run, fromPeriod, untilPeriod),
            _ => 1,
        };
        return over > 0 ? sum / over : 0;
    }

    private double Sum(SimulatedRuns runs, SimulatedFigure figure, int run, int fromPeriod, int untilPeriod)
    {
        double sum = 0;
        foreach ((int row, double weight) in Rows)
            for (int p = fromPeriod; p < untilPeriod; p++) sum += weight * runs.At(figure, run, row, p);
        return sum;
    }

    private static IEnumerable<int> Listed(IReadOnlyList<string> of, IReadOnlyList<string> names) =>
        of.Count == 0 ? Enumerable.Range(0, names.Count) : Enumerable.Range(0, names.Count).Where(i => of.Contains(names[i]));

    private static bool IsOfTime(FutureCounts counts) => counts is FutureCounts.People or FutureCounts.Days or FutureCounts.AtEnd or FutureCounts.Stay;

    private static double Weight(FutureMeasure measure, SystemModel model, ModelStage stage)
    {
        if (measure.Proven && stage.IsProof) return 1;
        if (measure.Of.Contains(stage.Id)) return 1;
        // Time in a stage counts only where the event lasts as long as the stay.
        bool lasting = IsOfTime(measure.Counts);
        return stage.Records
            .Where(r => measure.Kinds.Contains(model.Kinds[r.Kind]) && (!lasting || r.SpansStage))
            .Where(r => measure.Disposals.Count == 0 || (r.Disposal >= 0 && measure.Disposals.Contains(model.Disposals[r.Disposal])))
            .Select(r => r.Share).DefaultIfEmpty(0).Max();
    }
}
