using System.Globalization;
using Shiremoot.Futures;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot;

/// <summary>An answer about the future as tables to take away.</summary>
public static class FutureTables
{
    private const string Protection = "Made by a model of the place: no row is a count of people on record";

    /// <summary>A row for each measure, over all years.</summary>
    public static ReleaseTable OfMeasures(FutureAnswer answer) => Table(answer, "what would happen",
        $"Sums over {answer.Asked.Years} years; of what is counted at once, the mean. The range holds 95 of 100 runs", answer.Lines);

    /// <summary>A row for each who bears costs, over all years.</summary>
    public static ReleaseTable OfMoney(FutureAnswer answer) => Table(answer, "who pays",
        $"Pounds over {answer.Asked.Years} years, not discounted, average costs of what happens; the scenario's own costs among them. The range holds 95 of 100 runs", answer.Money);

    /// <summary>A row for each measure and year.</summary>
    public static ReleaseTable OfYears(FutureAnswer answer) => new(
        Title(answer, "year by year"), "Mean over the runs, with the range that holds 95 of 100", Years(answer), Source(answer), Origin.Generated, Protection,
        [new("What", ReleaseKind.Text), new("Unit", ReleaseKind.Text), new("Year", ReleaseKind.Rate), .. Columns(answer)],
        answer.Lines.Concat(answer.Money).SelectMany(l => Enumerable.Range(0, l.Baseline.Count).Select(y => (IReadOnlyList<ReleaseCell>)
            [ReleaseCell.Of(l.Title), ReleaseCell.Of(l.Unit), ReleaseCell.NotOfPeople(y + 1), .. Cells(l.Baseline[y], answer.Scenario is null ? null : (l.With[y], l.Difference[y]))])))
    { OriginLabel = Label, Notes = Notes(answer) };

    /// <summary>A row for each measure: the difference a scenario makes, on the model and on each alternative to it.</summary>
    /// <param name="answers">The model itself first.</param>
    public static ReleaseTable OfAlternatives(IReadOnlyList<AlternativeAnswer> answers) => new(
        Title(answers[0].Answer, "if the model is otherwise"), "The difference the scenario makes, on the model and where something in it is otherwise, with the scenario's numbers at their likeliest", Years(answers[0].Answer), Source(answers[0].Answer), Origin.Generated, Protection,
        [new("What", ReleaseKind.Text), new("Unit", ReleaseKind.Text), new("The model", ReleaseKind.Rate), new("Error", ReleaseKind.Rate), .. answers.Skip(1).Select(a => new ReleaseColumn(a.Alternative!.Title, ReleaseKind.Rate))],
        answers[0].Answer.Lines.Concat(answers[0].Answer.Money).Select(l => (IReadOnlyList<ReleaseCell>)
        [
            ReleaseCell.Of(l.Title), ReleaseCell.Of(l.Unit), ReleaseCell.NotOfPeople(Shown(l.OverAll.Difference.Mean)), ReleaseCell.NotOfPeople(Shown(l.OverAll.Difference.Error)),
            .. answers.Skip(1).Select(a => a.Answer.Lines.Concat(a.Answer.Money).FirstOrDefault(o => o.Id == l.Id) is { } its ? ReleaseCell.NotOfPeople(Shown(its.OverAll.Difference.Mean)) : ReleaseCell.Missing),
        ]))
    { OriginLabel = Label, Notes = [.. answers.Skip(1).Select(a => $"{a.Alternative!.Title}: {a.Alternative.Why}")] };

    /// <summary>A row for each stage, by the three engines.</summary>
    /// <param name="stages">The stages.</param>
    /// <param name="asked">What was run.</param>
    public static ReleaseTable OfEngines(IReadOnlyList<StageBeside> stages, SimulationAsked asked) => new(
        "Three engines on one model", $"Mean number of people in each stage and entries a year, over {asked.Years} years. Exact: where it settles in the long run. Flow: month by month, without chance. People: {asked.Runs} runs, with the error of their mean",
        $"{asked.Years} years after {asked.WarmUpYears} in which it fills", "The model", Origin.Generated, Protection,
        [
            new("Stage", ReleaseKind.Text), new("People, exact", ReleaseKind.Rate), new("Flow", ReleaseKind.Rate), new("People engine", ReleaseKind.Rate), new("Error", ReleaseKind.Rate), new("Flow apart, %", ReleaseKind.Rate),
            new("Entries a year, flow", ReleaseKind.Rate), new("People engine", ReleaseKind.Rate), new("Error", ReleaseKind.Rate),
        ],
        stages.Select(s => (IReadOnlyList<ReleaseCell>)
        [
            ReleaseCell.Of(s.Stage), s.Exact is { } exact ? ReleaseCell.NotOfPeople(Math.Round(exact, 4)) : ReleaseCell.Missing, Cell4(s.Flow), Cell4(s.People.Mean), Cell4(s.People.Error), ReleaseCell.NotOfPeople(Math.Round(100 * s.Apart, 2)),
            ReleaseCell.NotOfPeople(Math.Round(s.EntriesFlow, 1)), ReleaseCell.NotOfPeople(Math.Round(s.EntriesPeople.Mean, 1)), ReleaseCell.NotOfPeople(Math.Round(s.EntriesPeople.Error, 1)),
        ]))
    { OriginLabel = Label };

    /// <summary>A row for each published figure the place's model is held to: what was predicted first, then what was fitted.</summary>
    /// <param name="facts">The figures.</param>
    /// <param name="answer">The place as it goes on.</param>
    public static ReleaseTable OfFacts(IReadOnlyList<FutureFact> facts, FutureAnswer answer) => new(
        "How near the model comes to published figures", "Fitted: a number of the model was moved until careers met the figure. Predicted: none was. Counted in the runs where they follow what the figure counts, otherwise in whole careers by the same rules", Years(answer), "Published figures as named; the place's model", Origin.Generated, Protection,
        [new("Figure", ReleaseKind.Text), new("Fitted or predicted", ReleaseKind.Text), new("Published", ReleaseKind.Rate), new("Model", ReleaseKind.Rate), new("Low", ReleaseKind.Rate), new("High", ReleaseKind.Rate), new("Apart, %", ReleaseKind.Rate), new("Counted in", ReleaseKind.Text), new("Source", ReleaseKind.Text)],
        facts.OrderBy(f => f.IsFitted).Select(f => (IReadOnlyList<ReleaseCell>)
        [
            ReleaseCell.Of(f.Target.Title), ReleaseCell.Of(f.IsFitted ? "fitted" : "predicted"), Cell4(f.Target.Value), Cell4(f.Model.Value), Cell4(f.Model.Low), Cell4(f.Model.High), ReleaseCell.NotOfPeople(Math.Round(100 * f.Apart, 2)),
            ReleaseCell.Of(f.Simulated is null ? "careers" : "runs"), ReleaseCell.Of(f.Target.Source),
        ]))
    { OriginLabel = Label };

    /// <summary>What a reader of levels must know where some people are too old to be reached: nothing where nobody is.</summary>
    /// <param name="only">Whom alone is followed.</param>
    public static string Growing(ScenarioAudience only) => only.UnderAge < LongLife ? " Who is already too old on the first day is left out, so those followed are fewer at first and their levels rise over the years." : "";

    // Hardly anybody is met beyond this age.
    private const double LongLife = 80;

    private static ReleaseCell Cell4(double value) => ReleaseCell.NotOfPeople(Math.Round(value, 4));

    /// <summary>A row for each measure and group of people, over all years: by sex and age when the case began, and by area and ethnicity where those were asked for.</summary>
    public static ReleaseTable OfGroups(FutureAnswer answer) => new(
        Title(answer, $"by {string.Join(" and by ", answer.ByHome.Select(a => a.CountedBy).Prepend(answer.CountedBy))}"), $"Sums over {answer.Asked.Years} years; of what is counted at once, the mean. The range holds 95 of 100 runs", Years(answer), Source(answer), Origin.Generated, Protection,
        [new("What", ReleaseKind.Text), new("By", ReleaseKind.Text), new("Group", ReleaseKind.Text), new("Unit", ReleaseKind.Text), .. Columns(answer)],
        answer.ByHome.Prepend(answer).SelectMany(a => a.Lines.SelectMany(l => a.ByGroup(l.Id).Select(g => (IReadOnlyList<ReleaseCell>)
            [ReleaseCell.Of(l.Title), ReleaseCell.Of(a.CountedBy), ReleaseCell.Of(g.Title), ReleaseCell.Of(g.Unit), .. Cells(g.OverAll.Baseline, answer.Scenario is null ? null : (g.OverAll.With, g.OverAll.Difference))]))))
    { OriginLabel = Label, Notes = [.. Notes(answer), .. answer.ByHome.Count == 0 && answer.Baseline.Model.CountedBy is null ? [] : (string[])[ByHome]] };

    /// <summary>What a reader of figures by area or ethnicity must know.</summary>
    public const string ByHome = "The model treats people of every area and ethnicity alike: figures by area and ethnicity follow from who is there, as the place's file gives the shares, and say nothing of unequal treatment. That is measured in records: see the relative rates of the picture.";

    /// <summary>A row for each who bears costs and what for, over all years.</summary>
    public static ReleaseTable OfLedger(FutureAnswer answer) => new(
        Title(answer, "what the money is for"), $"Pounds over {answer.Asked.Years} years, not discounted, mean over the runs", Years(answer), Source(answer), Origin.Generated, Protection,
        [new("Who", ReleaseKind.Text), new("Kind", ReleaseKind.Text), new("What for", ReleaseKind.Text), new("As things are", ReleaseKind.Rate), .. answer.Scenario is null ? (ReleaseColumn[])[] : [new("With the scenario", ReleaseKind.Rate), new("Difference", ReleaseKind.Rate)]],
        answer.Cells.Select(c => (IReadOnlyList<ReleaseCell>)
            [ReleaseCell.Of(c.Agency), ReleaseCell.Of(c.Kind.ToString()), ReleaseCell.Of(c.What), .. (answer.Scenario is null ? [c.Baseline] : (double[])[c.Baseline, c.With, c.With - c.Baseline]).Select(v => ReleaseCell.NotOfPeople(Math.Round(v)))]))
    { OriginLabel = Label, Notes = Notes(answer) };

    /// <summary>A row for each way from one step to another that anybody goes, in a year on average.</summary>
    /// <param name="answers">Answers in which ways were counted.</param>
    public static ReleaseTable OfWays(IReadOnlyList<FutureAnswer> answers)
    {
        bool compares = answers.Any(a => a.Scenario is not null);
        return new(
            answers.Count == 1 ? Title(answers[0], "who goes where") : "Who goes where", "People who go from one step to the next in a year, mean over the runs; whoever comes back comes in again. The range of the change holds 95 of 100 runs",
            Years(answers[0]), string.Join("; ", answers.Select(Source).Distinct()), Origin.Generated, Protection,
            [
                new("Scenario", ReleaseKind.Text), new("From", ReleaseKind.Text), new("To", ReleaseKind.Text), new("As things are", ReleaseKind.Rate, "a year"),
                .. compares ? [new("With the scenario", ReleaseKind.Rate, "a year"), new("Change", ReleaseKind.Rate, "a year"), new("Low", ReleaseKind.Rate), new("High", ReleaseKind.Rate), new("Error of the mean", ReleaseKind.Rate)] : (ReleaseColumn[])[],
            ],
            answers.SelectMany(a => (a.Ways?.Ways ?? []).Select(w => (IReadOnlyList<ReleaseCell>)
            [
                ReleaseCell.Of(a.Scenario?.Id ?? "as things are"), ReleaseCell.Of(w.From.Title), ReleaseCell.Of(w.To.Title),
                .. (compares ? [w.Baseline, w.With, w.Change.Mean, w.Change.Low, w.Change.High, w.Change.Error] : (double[])[w.Baseline]).Select(v => ReleaseCell.NotOfPeople(Math.Round(v, 2))),
            ])))
        {
            OriginLabel = Label,
            Notes = [.. answers.SelectMany(Notes).Distinct(), .. answers.Select(a => a.Ways).OfType<FutureWays>().Take(1).Select(w => string.Create(CultureInfo.InvariantCulture, $"Who goes where is counted in {w.Asked.Runs} runs of their own."))],
        };
    }

    internal const string Label = "Generated: no such people exist. Simulated from the place's model";

    private static ReleaseTable Table(FutureAnswer answer, string of, string definition, IReadOnlyList<FutureLine> lines) => new(
        Title(answer, of), definition, Years(answer), Source(answer), Origin.Generated, Protection,
        [new("What", ReleaseKind.Text), new("Unit", ReleaseKind.Text), .. Columns(answer)],
        lines.Select(l => (IReadOnlyList<ReleaseCell>)[ReleaseCell.Of(l.Title), ReleaseCell.Of(l.Unit), .. Cells(l.OverAll.Baseline, answer.Scenario is null ? null : (l.OverAll.With, l.OverAll.Difference))]))
    { OriginLabel = Label, Notes = Notes(answer) };

    private static IReadOnlyList<ReleaseColumn> Columns(FutureAnswer answer) => answer.Scenario is null
        ? [new("As things are", ReleaseKind.Rate), new("Low", ReleaseKind.Rate), new("High", ReleaseKind.Rate)]
        : [new("As things are", ReleaseKind.Rate), new("With the scenario", ReleaseKind.Rate), new("Difference", ReleaseKind.Rate), new("Low", ReleaseKind.Rate), new("High", ReleaseKind.Rate), new("Error of the mean", ReleaseKind.Rate), new("Of the spread, due to what is not known", ReleaseKind.Rate)];

    private static IEnumerable<ReleaseCell> Cells(FutureFigure before, (FutureFigure With, FutureFigure Difference)? after)
    {
        double[] cells = after is { } a
            ? [before.Mean, a.With.Mean, a.Difference.Mean, a.Difference.Low, a.Difference.High, a.Difference.Error, Math.Round(a.Difference.OfNumbers, 2)]
            : [before.Mean, before.Low, before.High];
        return cells.Select(c => ReleaseCell.NotOfPeople(Shown(c)));
    }

    // As many digits as say something: one after the point for what is small, none for what is large.
    private static double Shown(double value) => Math.Abs(value) < 100 ? Math.Round(value, 2) : Math.Round(value);

    private static string Title(FutureAnswer answer, string of) => $"{answer.Scenario?.Title ?? "As things are"}: {of}";

    private static string Years(FutureAnswer answer) => $"{answer.Asked.Years} years from today";

    private static string Source(FutureAnswer answer) => answer.Scenario?.Source ?? "The place's model";

    private static IReadOnlyList<string> Notes(FutureAnswer answer) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"People engine: {answer.Asked.Runs:N0} runs, seed {answer.Asked.Seed}; both arms share their luck."),
        .. answer.Asked.Only is { } only ? [$"Only those whom the scenario can ever reach are followed: {only.InWords}, now or later. Nobody else differs.{Growing(only)}"] : (string[])[],
        .. answer.Scenario?.Numbers.Select(n => string.Create(CultureInfo.InvariantCulture, $"{n.Title}: {n.Value:0.###}{(n.Low < n.High ? $" ({n.Low:0.###} to {n.High:0.###})" : "")}. {(n.IsAssumption ? n.Source : $"Evidence: {n.Evidence}. {n.Source}")}")) ?? [],
    ];
}
