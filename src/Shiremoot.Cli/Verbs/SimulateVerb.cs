using System.CommandLine;
using System.CommandLine.Parsing;
using Shiremoot.Cli.Spreading;
using Shiremoot.Futures;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>simulate MODEL|PLACE [--scenario FILE]: the system run person by person, as it is and with a scenario, in this process or by a team's workers.</summary>
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
        Option<int> periods = new("--periods") { Description = "Periods of a year that --figures are kept for: 1, 4 or 12", DefaultValueFactory = _ => 1 };
        periods.AcceptOnlyFromAmong("1", "4", "12");
        Option<ulong> seed = new("--seed") { Description = "The same seed gives the same runs", DefaultValueFactory = _ => 1 };
        Option<bool> engines = new("--engines") { Description = "Set the exact answer, the cohort-flow engine and the people engine beside each other, stage by stage" };
        Option<bool> facts = new("--facts") { Description = "Set the published figures the place's model is held to, fitted and predicted, beside what it comes to" };
        Option<string?> by = new("--by") { Description = "Tell every measure by group: area, ethnicity, or sex-and-age" };
        by.AcceptOnlyFromAmong("area", "ethnicity", SimulateRun.SexAndAge);
        Option<bool> otherwise = new("--otherwise") { Description = "Also say what the scenario would do if something in the model, which no record can tell, is otherwise" };
        Option<double?> until = new("--until") { Description = "Double the runs until the error of the difference is at most this share of it: 0.05 (at most 32 times the runs)" };
        Option<string> of = new("--of") { Description = "The measure that --until is of, by its id; 'fiscal' for all public budgets", DefaultValueFactory = _ => "people-in-custody" };
        Option<string?> into = new("--out") { Description = "Also write every run's figures by year, as comma-separated text: what a budget is priced from" };
        Option<string?> ways = new("--ways") { Description = $"Also count who goes where from step to step, in {FutureWays.UsualRuns} runs more, and write it to a file: .csv, or .xlsx" };
        Option<string?> figures = new("--figures") { Description = "Also write every figure of every run, whole and to the last bit, as comma-separated text, and tell the file's SHA-256" };
        Option<bool> spread = new("--spread") { Description = "Have the runs made by a team's workers ('work'); the answer is the same" };
        Option<int?> slices = new("--slices") { Description = $"With --spread: in how many slices each arm, one for each run at most (default: one for each {TeamRuns.RunsPerSlice} runs)" };
        Option<int> patience = new("--patience") { Description = "With --spread: seconds to wait for a worker where none is at work, or for a store that does not answer", DefaultValueFactory = _ => 60 };
        Option<int> threads = GenerateVerb.ThreadsOption();
        Option<string?> store = new("--store") { Description = "The store: a SQLite file, or a PostgreSQL address (default: SHIREMOOT_STORE, or a file beside the place); with --spread the team's PostgreSQL" };
        Option<bool> json = Door.JsonOption();
        Command verb = new("simulate", "Run the whole system person by person, as it is and with a scenario")
        {
            model, scenarios, years, warmUp, runs, worlds, periods, seed, engines, facts, by, otherwise, until, of, into, ways, figures, spread, slices, patience, threads, store, json,
        };
        verb.SetAction(args =>
        {
            SimulateAsked asked = new()
            {
                Path = args.GetValue(model)!,
                Scenarios = args.GetValue(scenarios) ?? [],
                Simulation = new()
                {
                    Years = args.GetValue(years),
                    WarmUpYears = args.GetValue(warmUp) ?? (args.GetValue(engines) ? EnginesBeside.WarmUpYears : SimulationAsked.LifeLong),
                    Runs = args.GetValue(runs),
                    Worlds = Math.Min(args.GetValue(worlds), Math.Max(1, args.GetValue(runs))),
                    PeriodsPerYear = args.GetValue(periods),
                    Seed = args.GetValue(seed),
                    Threads = Math.Max(1, args.GetValue(threads)),
                },
                Precision = args.GetValue(until) is { } share ? new(args.GetValue(of)!, share, MostTimes * args.GetValue(runs)) : null,
                Facts = args.GetValue(facts),
                By = args.GetValue(by),
                Otherwise = args.GetValue(otherwise),
                Store = args.GetValue(store),
                Flows = args.GetValue(into),
                Ways = args.GetValue(ways),
                Figures = args.GetValue(figures),
                Json = args.GetValue(json),
            };
            if (Vain(args, args.GetValue(engines), [spread, figures], Spreading.Refusals.NotWithEngines) is { } vain) return Door.Refuse(vain, asked.Json);
            if (Vain(args, !args.GetValue(spread), [slices, patience], Spreading.Refusals.SlicesWithoutSpread) is { } alone) return Door.Refuse(alone, asked.Json);
            if (Vain(args, asked.Facts, [scenarios, by, otherwise, until, into, ways, figures], Cli.Refusals.OnlyFacts) is { } besides) return Door.Refuse(besides, asked.Json);
            if (asked.Facts && !Directory.Exists(asked.Path)) return Door.Refuse(Cli.Refusals.FactsOfAPlace(asked.Path), asked.Json);
            if (FileOut.Refuse([("--out", asked.Flows), ("--ways", asked.Ways), ("--figures", asked.Figures)], [asked.Path, .. asked.Scenarios]) is { } unwritable) return Door.Refuse(unwritable, asked.Json);
            if (args.GetValue(engines)) return TellEngines(asked);
            if (!args.GetValue(spread)) return SimulateRun.Tell(asked, null);
            return TeamRuns.Do(new(asked.Store, args.GetValue(slices), TimeSpan.FromSeconds(Math.Max(0, args.GetValue(patience)))), asked.Json, by => SimulateRun.Tell(asked, by));
        });
        return verb;
    }

    private static Refusal? Vain(ParseResult args, bool are, Option[] options, Func<IReadOnlyList<string>, Refusal> refuse) =>
        are && options.Where(o => args.GetResult(o) is { Implicit: false }).Select(o => o.Name).ToArray() is { Length: > 0 } given ? refuse(given) : null;

    private static int TellEngines(SimulateAsked asked)
    {
        if (Shire.FutureModel(asked.Path).Then(source => source.Today()).Then(model => EnginesBeside.Of(model, asked.Simulation)).Refused(out Refusal? why, out IReadOnlyList<StageBeside>? stages)) return Door.Refuse(why, asked.Json);
        if (asked.Json) Door.Print(new { stages });
        else TableText.Print(FutureTables.OfEngines(stages, asked.Simulation));
        return Door.Done;
    }
}
