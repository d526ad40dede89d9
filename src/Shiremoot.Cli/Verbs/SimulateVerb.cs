using System.CommandLine;
using Shiremoot.Futures;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>simulate MODEL|PLACE [--scenario FILE]: the system run person by person, as it is and with a scenario.</summary>
static class SimulateVerb
{
    private const int MostTimes = 32;

    public static Command Make()
    {
        Argument<string> model = new("MODEL") { Description = "A place's folder, or a model file" };
        Option<string[]> scenarios = new("--scenario", "--option") { Description = "A scenario file; of a place, also its name. May be given more than once: each is set beside the place as it is" };
        Option<int> years = new("--years") { Description = "Years to follow", DefaultValueFactory = _ => 10 };
        Option<int?> warmUp = new("--warm-up") { Description = $"Years before them in which the system fills, from empty (default {SimulationAsked.LifeLong}; with --engines {EnginesBeside.WarmUpYears})" };
        Option<int> runs = new("--runs") { Description = "Runs: each a different chance of the same world", DefaultValueFactory = _ => 100 };
        Option<int> worlds = new("--worlds") { Description = "How many sets of the scenario's numbers are drawn from what is known of them; 1 keeps them at their likeliest", DefaultValueFactory = _ => 20 };
        Option<ulong> seed = new("--seed") { Description = "The same seed gives the same runs", DefaultValueFactory = _ => 1 };
        Option<bool> engines = new("--engines") { Description = "Set the exact answer, the cohort-flow engine and the people engine beside each other, stage by stage" };
        Option<bool> facts = new("--facts") { Description = "Set the published figures the place's model is held to, fitted and predicted, beside what it comes to" };
        Option<bool> otherwise = new("--otherwise") { Description = "Also say what the scenario would do if something in the model, which no record can tell, is otherwise" };
        Option<double?> until = new("--until") { Description = "Double the runs until the error of the difference is at most this share of it: 0.05 (at most 32 times the runs)" };
        Option<string> of = new("--of") { Description = "The measure that --until is of, by its id; 'fiscal' for all public budgets", DefaultValueFactory = _ => "people-in-custody" };
        Option<string?> into = new("--out") { Description = "Also write every run's figures by year, as comma-separated text: what a budget is priced from" };
        Option<string?> ways = new("--ways") { Description = $"Also count who goes where from step to step, in {FutureWays.UsualRuns} runs more, and write it to a file: .csv, or .xlsx" };
        Option<int> threads = GenerateVerb.ThreadsOption();
        Option<string?> store = Door.StoreOption();
        Option<bool> json = Door.JsonOption();
        Command verb = new("simulate", "Run the whole system person by person, as it is and with a scenario") { model, scenarios, years, warmUp, runs, worlds, seed, engines, facts, otherwise, until, of, into, ways, threads, store, json };
        verb.SetAction(args =>
        {
            SimulationAsked asked = new()
            {
                Years = args.GetValue(years),
                WarmUpYears = args.GetValue(warmUp) ?? (args.GetValue(engines) ? EnginesBeside.WarmUpYears : SimulationAsked.LifeLong),
                Runs = args.GetValue(runs),
                Worlds = Math.Min(args.GetValue(worlds), Math.Max(1, args.GetValue(runs))),
                Seed = args.GetValue(seed),
                Threads = Math.Max(1, args.GetValue(threads)),
            };
            (string path, bool asJson) = (args.GetValue(model)!, args.GetValue(json));
            if (args.GetValue(engines)) return TellEngines(path, asked, asJson);
            string[] named = args.GetValue(scenarios) ?? [];
            FuturePrecision? wanted = args.GetValue(until) is { } share ? new(args.GetValue(of)!, share, MostTimes * asked.Runs) : null;
            Outcome<FutureAnswer> Reach(WhatIf question, Func<WhatIf, Outcome<FutureAnswer>> ask) => wanted is null ? ask(question) : wanted.Reach(question, ask);
            if (!Directory.Exists(path)) return Tell(named, name => ScenarioFile.Read(name), question => Reach(question, q => Ask((w, p) => Shire.AskAlone(path, w, p), q)), asked, args.GetValue(into), args.GetValue(ways), asJson);
            return Door.WithShire(path, args.GetValue(store), null, asJson, shire =>
            {
                if (args.GetValue(facts)) return TellFacts(shire, asked, asJson);
                Outcome<Scenario> Find(string name) => File.Exists(name) ? ScenarioFile.Read(name) : shire.FindScenario(name);
                int told = Tell(named, Find, question => Reach(question, q => Ask(shire.Ask, q)), asked, args.GetValue(into), args.GetValue(ways), asJson);
                return told != Door.Done || !args.GetValue(otherwise) ? told : TellOtherwise(shire, named, Find, asked, asJson);
            });
        });
        return verb;
    }

    private static int Tell(string[] named, Func<string, Outcome<Scenario>> find, Func<WhatIf, Outcome<FutureAnswer>> ask, SimulationAsked asked, string? into, string? ways, bool json)
    {
        if (FileOut.Refuse([("--out", into), ("--ways", ways)], named) is { } unusable) return Door.Refuse(unusable, json);
        List<FutureAnswer> answers = [];
        foreach (string? name in named.Length == 0 ? new string?[] { null } : named)
        {
            Scenario? scenario = null;
            if (name is not null && find(name).Refused(out Refusal? why, out scenario)) return Door.Refuse(why, json);
            if (ask(new(scenario, asked) { WayRuns = ways is null ? 0 : FutureWays.UsualRuns }).Refused(out why, out FutureAnswer? answer)) return Door.Refuse(why, json);
            answers.Add(answer);
        }
        if (into is not null && FileOut.WriteText(RunFlowText.Of(answers), into) is { } notWritten) return Door.Refuse(notWritten, json);
        if (ways is not null && FileOut.WriteTable(FutureTables.OfWays(answers), ways).Refused(out Refusal? wrong, out _)) return Door.Refuse(wrong, json);
        if (json) Door.Print(new { answers = answers.Select(FutureJson.Of) });
        else
            foreach (FutureAnswer answer in answers)
            {
                TableText.Print(FutureTables.OfMeasures(answer));
                if (answer.Money.Count > 0) TableText.Print(FutureTables.OfMoney(answer));
            }
        return Door.Done;
    }

    private static int TellOtherwise(Shire shire, string[] named, Func<string, Outcome<Scenario>> find, SimulationAsked asked, bool json)
    {
        foreach (string name in named)
        {
            using ProgressLine line = new();
            if (find(name).Then(scenario => shire.AskOtherwise(new(scenario, asked), (what, done, of) => line.Say(what, done, of))).Refused(out Refusal? why, out IReadOnlyList<AlternativeAnswer>? answers)) return Door.Refuse(why, json);
            if (json) Door.Print(new { otherwise = answers.Select(a => new { alternative = a.Alternative?.Id, a.Alternative?.Title, a.Alternative?.Why, answer = FutureJson.Of(a.Answer) }) });
            else TableText.Print(FutureTables.OfAlternatives(answers));
        }
        return Door.Done;
    }

    private static int TellFacts(Shire shire, SimulationAsked asked, bool json)
    {
        if (Ask(shire.Ask, new(null, asked)).Refused(out Refusal? why, out FutureAnswer? answer)) return Door.Refuse(why, json);
        if (shire.FutureFacts(answer, asked.Threads).Refused(out why, out IReadOnlyList<FutureFact>? facts)) return Door.Refuse(why, json);
        if (json) Door.Print(new { facts = facts.Select(f => new { f.Target.Id, f.Target.Title, fitted = f.IsFitted, published = f.Target.Value, model = f.Model.Value, low = f.Model.Low, high = f.Model.High, f.Apart, counted_in = f.Simulated is null ? "careers" : "runs", f.Target.Source }) });
        else TableText.Print(FutureTables.OfFacts(facts, answer));
        return Door.Done;
    }

    private static int TellEngines(string path, SimulationAsked asked, bool json)
    {
        if (Shire.FutureModel(path).Then(source => source.Today()).Then(model => EnginesBeside.Of(model, asked)).Refused(out Refusal? why, out IReadOnlyList<StageBeside>? stages)) return Door.Refuse(why, json);
        if (json) Door.Print(new { stages });
        else TableText.Print(FutureTables.OfEngines(stages, asked));
        return Door.Done;
    }

    private static Outcome<FutureAnswer> Ask(Func<WhatIf, Action<string, int, int>, Outcome<FutureAnswer>> ask, WhatIf question)
    {
        using ProgressLine line = new();
        return ask(question, (what, done, of) => line.Say(what, done, of));
    }
}
