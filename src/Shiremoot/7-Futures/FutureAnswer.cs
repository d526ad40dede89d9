using Shiremoot.Economics;
using Shiremoot.Futures.Answering;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>What would happen if: the baseline, the scenario and the difference between them, year by year, with the money by who bears it.</summary>
public sealed class FutureAnswer
{
    private readonly (SystemModel Model, SimulatedRuns Runs) baseline;
    private readonly (SystemModel Model, SimulatedRuns Runs)? with;
    private readonly IReadOnlyList<FutureMeasure> measures;

    private FutureAnswer(
        Scenario? scenario, SimulationAsked asked, (SystemModel, SimulatedRuns) baseline, (SystemModel, SimulatedRuns)? with, IReadOnlyList<FutureMeasure> measures, IReadOnlyList<FutureLine> lines, IReadOnlyList<FutureLine> money, IReadOnlyList<FutureCell> cells, string? priceYear) =>
        (Scenario, Asked, this.baseline, this.with, this.measures, Lines, Money, Cells, PriceYear) = (scenario, asked, baseline, with, measures, lines, money, cells, priceYear);

    /// <summary>The model and its runs as things are.</summary>
    public (SystemModel Model, SimulatedRuns Runs) Baseline => baseline;

    /// <summary>The model and its runs with the scenario; null without one.</summary>
    public (SystemModel Model, SimulatedRuns Runs)? With => with;

    /// <summary>The runs as things are.</summary>
    public SimulatedRuns BaselineRuns => baseline.Runs;

    /// <summary>The runs with the scenario, each sharing the luck of the run of its number; null without one.</summary>
    public SimulatedRuns? WithRuns => with?.Runs;

    /// <summary>The year whose prices the money is in; null where there is no money.</summary>
    public string? PriceYear { get; }

    /// <summary>The scenario; null where only the baseline was run.</summary>
    public Scenario? Scenario { get; }

    public SimulationAsked Asked { get; }

    /// <summary>Measures of people and events.</summary>
    public IReadOnlyList<FutureLine> Lines { get; }

    /// <summary>Pounds a year by who bears them and of what kind, what the scenario costs included.</summary>
    public IReadOnlyList<FutureLine> Money { get; }

    /// <summary>Money by agency and what it is for, over all years.</summary>
    public IReadOnlyList<FutureCell> Cells { get; }

    /// <summary>Who goes where from step to step; null where it was not counted.</summary>
    public FutureWays? Ways { get; private set; }

    /// <summary>The same answer, with who goes where.</summary>
    internal FutureAnswer Counting(FutureWays ways) => Copied(copy => copy.Ways = ways);

    /// <summary>The same question, of fewer runs, counted by other groups than sex and age: area, ethnicity. Empty where it was not asked for.</summary>
    public IReadOnlyList<FutureAnswer> ByHome { get; private set; } = [];

    /// <summary>The same answer, with others by home beside it.</summary>
    internal FutureAnswer Beside(IReadOnlyList<FutureAnswer> byHome) => Copied(copy => copy.ByHome = byHome);

    /// <summary>The place as it is by the other engines beside the people engine, stage by stage; null where it was not asked for.</summary>
    public IReadOnlyList<StageBeside>? Engines { get; private set; }

    /// <summary>The same answer, checked by the other engines.</summary>
    internal FutureAnswer CheckedBy(IReadOnlyList<StageBeside> engines) => Copied(copy => copy.Engines = engines);

    /// <summary>What people are counted by, in words.</summary>
    public string CountedBy => baseline.Model.CountedBy?.By ?? "sex and age";

    /// <summary>Works the answer out from runs.</summary>
    /// <param name="baseline">Model and runs without the scenario.</param>
    /// <param name="with">Model and runs with it; null if none.</param>
    /// <param name="scenario">The scenario; null if none.</param>
    /// <param name="asked">What was asked of both.</param>
    /// <param name="measures">What is followed.</param>
    /// <param name="prices">What things cost; null for no money.</param>
    public static Outcome<FutureAnswer> Of(
        (SystemModel Model, SimulatedRuns Runs) baseline, (SystemModel Model, SimulatedRuns Runs)? with, Scenario? scenario, SimulationAsked asked, IReadOnlyList<FutureMeasure> measures, FuturePrices? prices)
    {
        // Measures and prices of children, men or women need people counted by sex and age.
        if (baseline.Model.CountedBy is not null) (measures, prices) = ([.. measures.Where(m => m.Groups.Count == 0)], null);
        FutureAnswer people = new(scenario, asked, baseline, with, measures, [], [], [], null);
        FutureLine[] lines = [.. measures.Select(m => people.Line(m, m.Id, m.Title)).OfType<FutureLine>()];
        if (prices is null) return new FutureAnswer(scenario, asked, baseline, with, measures, lines, [], [], null);
        if (MoneyRows.Of(prices, baseline, with, scenario).Refused(out Refusal? why, out MoneyRows? rows)) return why;
        return new FutureAnswer(scenario, asked, baseline, with, measures, lines, rows.Lines(asked, people.Worlds), rows.Cells(asked), prices.PriceYear);
    }

    /// <summary>One of <see cref="Lines"/> by group of people, by sex and age when the case began; empty where people are alike, or the measure is of a group already.</summary>
    /// <param name="measure">Its id.</param>
    public IReadOnlyList<FutureLine> ByGroup(string measure) =>
        BaselineRuns.Groups.Count < 2 || measures.FirstOrDefault(m => m.Id == measure) is not { Groups.Count: 0 } found || found.Counts is FutureCounts.Wait or FutureCounts.Stay
            ? []
            : [.. BaselineRuns.Groups.Select(g => Line(found with { Groups = [g] }, $"{measure}:{g}", g)).OfType<FutureLine>()];

    /// <summary>How often each stage and service is entered in a year, in the order of the model: where people go.</summary>
    public IReadOnlyList<FutureVisit> Visits
    {
        get
        {
            (SystemModel model, SimulatedRuns runs) = with ?? baseline;
            return
            [
                .. model.Stages.Select(s => new FutureVisit(s.Id, false, s.Records.Count > 0, Visited(BaselineRuns, s.Id, false), WithRuns is null ? 0 : Visited(WithRuns, s.Id, false))),
                .. runs.Services.Select(s => new FutureVisit(s, true, true, Visited(BaselineRuns, s, true), WithRuns is null ? 0 : Visited(WithRuns, s, true))),
            ];
        }
    }

    private double Visited(SimulatedRuns runs, string id, bool isService)
    {
        int at = (isService ? runs.Services : runs.Stages).ToList().IndexOf(id), row = isService ? runs.Stages.Count + at : at;
        return at < 0 ? 0 : Enumerable.Range(0, runs.Groups.Count).Sum(g => runs.Sums(SimulatedFigure.Entries, runs.Row(row, g), 0, runs.PeriodDays.Count).Average()) / Asked.Years;
    }

    private FutureAnswer Copied(Action<FutureAnswer> add)
    {
        FutureAnswer copy = (FutureAnswer)MemberwiseClone();
        add(copy);
        return copy;
    }

    private int Worlds => Scenario is null ? 1 : Asked.Worlds;

    /// <summary>What a measure comes to in a year as things are: the mean over the years, run by run; null if the model has nothing of it.</summary>
    internal double[]? YearAsThingsAre(FutureMeasure measure)
    {
        MeasureRows rows = MeasureRows.Of(measure, baseline.Model, baseline.Runs);
        return rows.Rows.Count == 0 ? null : [.. Enumerable.Range(0, Asked.Runs).Select(run => Enumerable.Range(0, Asked.Years).Average(year => OverYear(baseline.Runs, measure, rows, run, year, Asked)))];
    }

    internal SystemModel Today => baseline.Model;

    private FutureLine? Line(FutureMeasure measure, string id, string title)
    {
        MeasureRows before = MeasureRows.Of(measure, baseline.Model, baseline.Runs);
        MeasureRows? after = with is { } w ? MeasureRows.Of(measure, w.Model, w.Runs) : null;
        if (before.Rows.Count == 0 && (after is null || after.Rows.Count == 0)) return null;
        return FutureLine.Of(id, title, measure.Unit, IsLevel(measure.Counts), Asked, Worlds,
            (run, year) => OverYear(baseline.Runs, measure, before, run, year, Asked),
            after is null ? null : (run, year) => OverYear(with!.Value.Runs, measure, after, run, year, Asked));
    }

    // Of what is counted at once or at the end a year has a mean or a last value; of the rest a sum.
    private static bool IsLevel(FutureCounts counts) => counts is FutureCounts.People or FutureCounts.AtEnd or FutureCounts.Wait or FutureCounts.Stay;

    private static double OverYear(SimulatedRuns runs, FutureMeasure measure, MeasureRows rows, int run, int year, SimulationAsked asked) =>
        rows.Over(runs, measure.Counts, run, year * asked.PeriodsPerYear, (year + 1) * asked.PeriodsPerYear) / measure.Per;
}

/// <summary>One measure over the years.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">As shown.</param>
/// <param name="Unit">What one is.</param>
/// <param name="IsLevel">It is a level, whose years are averaged; otherwise its years are added up.</param>
/// <param name="Baseline">By year.</param>
/// <param name="With">By year, with the scenario; empty without one.</param>
/// <param name="Difference">By year.</param>
/// <param name="OverAll">Over all years: baseline, with, difference.</param>
public sealed record FutureLine(
    string Id, string Title, string Unit, bool IsLevel, IReadOnlyList<FutureFigure> Baseline, IReadOnlyList<FutureFigure> With, IReadOnlyList<FutureFigure> Difference, (FutureFigure Baseline, FutureFigure With, FutureFigure Difference) OverAll)
{
    internal static FutureLine Of(string id, string title, string unit, bool isLevel, SimulationAsked asked, int worlds, Func<int, int, double> before, Func<int, int, double>? after)
    {
        double[] was = new double[asked.Runs], then = new double[asked.Runs], gap = new double[asked.Runs], wasAll = new double[asked.Runs], thenAll = new double[asked.Runs], gapAll = new double[asked.Runs];
        FutureFigure[] baseline = new FutureFigure[asked.Years], with = new FutureFigure[after is null ? 0 : asked.Years], difference = new FutureFigure[with.Length];
        double part = isLevel ? 1.0 / asked.Years : 1;
        for (int year = 0; year < asked.Years; year++)
        {
            for (int run = 0; run < asked.Runs; run++)
            {
                wasAll[run] += part * (was[run] = before(run, year));
                if (after is null) continue;
                thenAll[run] += part * (then[run] = after(run, year));
                gapAll[run] += part * (gap[run] = then[run] - was[run]);
            }
            baseline[year] = FutureFigure.Of(was, 1);
            if (after is null) continue;
            (with[year], difference[year]) = (FutureFigure.Of(then, worlds), FutureFigure.Of(gap, worlds));
        }
        return new(id, title, unit, isLevel, baseline, with, difference, (FutureFigure.Of(wasAll, 1), after is null ? default : FutureFigure.Of(thenAll, worlds), after is null ? default : FutureFigure.Of(gapAll, worlds)));
    }
}

/// <summary>Money over all years by who bears it and what for: mean over the runs.</summary>
public sealed record FutureCell(string Agency, CostKind Kind, string What, double Baseline, double With);

/// <summary>How often a stage is entered in a year, mean over the runs.</summary>
/// <param name="Id">The stage or service.</param>
/// <param name="IsService">It is a service, and who enters is served.</param>
/// <param name="IsRecorded">Something is recorded there: it is a step people would know, and not only a turn of the model.</param>
/// <param name="Baseline">As things are.</param>
/// <param name="With">With the scenario; 0 without one.</param>
public sealed record FutureVisit(string Id, bool IsService, bool IsRecorded, double Baseline, double With)
{
    public double Change => With - Baseline;
}
