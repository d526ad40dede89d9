using System.Globalization;
using Shiremoot.Futures;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>What simulate was asked.</summary>
sealed record SimulateAsked
{
    /// <summary>A place's folder, or a model file.</summary>
    public required string Path { get; init; }

    /// <summary>Scenarios by file, or by name where there is a place.</summary>
    public required string[] Scenarios { get; init; }

    public required SimulationAsked Simulation { get; init; }

    /// <summary>How well the difference is to be known; null for so many runs as are asked for.</summary>
    public FuturePrecision? Precision { get; init; }

    /// <summary>Published figures beside the model, in place of an answer.</summary>
    public bool Facts { get; init; }

    /// <summary>The groups that figures are told by; null for figures of all people.</summary>
    public string? By { get; init; }

    public bool Otherwise { get; init; }

    public string? Store { get; init; }

    /// <summary>The file for flows by year; null for none.</summary>
    public string? Flows { get; init; }

    /// <summary>The file for who goes where; null for none.</summary>
    public string? Ways { get; init; }

    /// <summary>The file for every figure of every run; null for none.</summary>
    public string? Figures { get; init; }

    public bool Json { get; init; }
}

/// <summary>Asks what would happen, and tells it: the same whoever makes the runs.</summary>
sealed class SimulateRun
{
    public const string SexAndAge = "sex-and-age";

    private readonly SimulateAsked asked;
    private readonly Func<SimulatedArm, Outcome<RunsToCome>>? by;

    private SimulateRun(SimulateAsked asked, Func<SimulatedArm, Outcome<RunsToCome>>? by) => (this.asked, this.by) = (asked, by);

    /// <summary>Asks and tells.</summary>
    /// <param name="asked">What is asked.</param>
    /// <param name="by">Who takes the runs of each arm on; null for this process.</param>
    public static int Tell(SimulateAsked asked, Func<SimulatedArm, Outcome<RunsToCome>>? by)
    {
        SimulateRun run = new(asked, by);
        if (!Directory.Exists(asked.Path)) return run.Answers(ScenarioFile.Read, (question, progress) => Shire.AskAlone(asked.Path, question, progress), null);
        return Door.WithShire(asked.Path, asked.Store, null, asked.Json, shire => asked.Facts ? run.TellFacts(shire) : run.Answers(name => File.Exists(name) ? ScenarioFile.Read(name) : shire.FindScenario(name), shire.Ask, asked.Otherwise ? shire : null));
    }

    private int Answers(Func<string, Outcome<Scenario>> find, Func<WhatIf, Action<string, int, int>, Outcome<FutureAnswer>> ask, Shire? otherwise)
    {
        List<Scenario> scenarios = [];
        foreach (string name in asked.Scenarios)
        {
            if (find(name).Refused(out Refusal? why, out Scenario? scenario)) return Door.Refuse(why, asked.Json);
            scenarios.Add(scenario);
        }
        // Files have one baseline for all scenarios: it must be of the people of each.
        bool everyone = (asked.Flows ?? asked.Figures) is not null && scenarios.Select(s => s.Who.Mark).Distinct().Count() > 1;
        WhatIf[] questions = scenarios.Count == 0 ? [Question(null)] : [.. scenarios.Select(s => Question(s) with { Everyone = everyone })];
        List<FutureAnswer> answers = [];
        foreach (WhatIf question in questions)
        {
            using ProgressLine line = new();
            Outcome<FutureAnswer> Ask(WhatIf now) => ask(now, (what, done, of) => line.Say(what, done, of));
            if ((asked.Precision is { } wanted ? wanted.Reach(question, Ask) : Ask(question)).Refused(out Refusal? why, out FutureAnswer? answer)) return Door.Refuse(why, asked.Json);
            answers.Add(answer);
        }
        int told = Tell(answers);
        return told == Door.Done && otherwise is not null ? TellOtherwise(otherwise, scenarios) : told;
    }

    private int Tell(IReadOnlyList<FutureAnswer> answers)
    {
        IReadOnlyList<RunArm> arms = RunArm.Of(answers);
        if (asked.Flows is { } flows && FileOut.WriteText(RunFlowText.Of(arms), flows) is { } notWritten) return Door.Refuse(notWritten, asked.Json);
        if (asked.Ways is { } ways && FileOut.WriteTable(FutureTables.OfWays(answers), ways).Refused(out Refusal? wrong, out _)) return Door.Refuse(wrong, asked.Json);
        (long Rows, string Sha256) written = default;
        if (asked.Figures is { } figures && FileOut.WriteRows(figures, file => SimulatedRunsFile.WriteCsv([.. arms.Select(a => (a.Name, a.Runs))], file)).Refused(out Refusal? why, out written)) return Door.Refuse(why, asked.Json);
        object[] each = [.. answers.Select(FutureJson.Of)];
        if (asked.Json)
        {
            Door.Print(asked.Figures is null ? new { answers = each } : new { answers = each, figures = new { file = asked.Figures, rows = written.Rows, sha256 = written.Sha256 } });
            return Door.Done;
        }
        foreach (FutureAnswer answer in answers)
        {
            if (asked.By is null) TableText.Print(FutureTables.OfMeasures(answer));
            else TableText.Print(FutureTables.OfGroups(answer));
            if (answer.Money.Count > 0) TableText.Print(FutureTables.OfMoney(answer));
        }
        if (asked.Figures is not null) Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{written.Rows:N0} rows in {asked.Figures}, SHA-256 {written.Sha256}"));
        return Door.Done;
    }

    private int TellOtherwise(Shire shire, IReadOnlyList<Scenario> scenarios)
    {
        foreach (Scenario scenario in scenarios)
        {
            using ProgressLine line = new();
            if (shire.AskOtherwise(Question(scenario), (what, done, of) => line.Say(what, done, of)).Refused(out Refusal? why, out IReadOnlyList<AlternativeAnswer>? answers)) return Door.Refuse(why, asked.Json);
            if (asked.Json) Door.Print(new { otherwise = answers.Select(a => new { alternative = a.Alternative?.Id, a.Alternative?.Title, a.Alternative?.Why, answer = FutureJson.Of(a.Answer) }) });
            else TableText.Print(FutureTables.OfAlternatives(answers));
        }
        return Door.Done;
    }

    private int TellFacts(Shire shire)
    {
        using ProgressLine line = new();
        if (shire.Ask(Question(null), (what, done, of) => line.Say(what, done, of)).Refused(out Refusal? why, out FutureAnswer? answer)) return Door.Refuse(why, asked.Json);
        if (shire.FutureFacts(answer, asked.Simulation.Threads).Refused(out why, out IReadOnlyList<FutureFact>? facts)) return Door.Refuse(why, asked.Json);
        if (asked.Json) Door.Print(new { facts = facts.Select(f => new { f.Target.Id, f.Target.Title, fitted = f.IsFitted, published = f.Target.Value, model = f.Model.Value, low = f.Model.Low, high = f.Model.High, f.Apart, counted_in = f.Simulated is null ? "careers" : "runs", f.Target.Source }) });
        else TableText.Print(FutureTables.OfFacts(facts, answer));
        return Door.Done;
    }

    private WhatIf Question(Scenario? scenario) => new(scenario, asked.Simulation) { By = by, CountedBy = asked.By == SexAndAge ? null : asked.By, WayRuns = asked.Ways is null ? 0 : FutureWays.UsualRuns };
}
