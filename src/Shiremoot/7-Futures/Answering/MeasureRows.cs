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

    /// <summary>The measure in one run and period.</summary>
    public double At(SimulatedRuns runs, FutureCounts counts, int run, int period)
    {
        double sum = 0, served = 0;
        foreach ((int row, double weight) in Rows) sum += weight * runs.At(Figure, run, row, period);
        if (counts == FutureCounts.People) return sum / runs.PeriodDays[period];
        if (counts == FutureCounts.Stay)
        {
            foreach ((int row, double weight) in Rows) served += weight * runs.At(SimulatedFigure.Entries, run, row, period);
            return served > 0 ? sum / served : 0;
        }
        if (counts != FutureCounts.Wait) return sum;
        foreach ((int line, _) in Rows) served += runs.At(SimulatedFigure.Served, run, line, period);
        return served > 0 ? sum / served : 0;
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
