using Shiremoot.Bench;
using Shiremoot.Bench.Agreeing;

switch (args)
{
    case ["intake"]:
        Intake.Run(2_000_000);
        return 0;
    case ["intake", var rows]:
        Intake.Run(int.Parse(rows));
        return 0;
    case ["intake-parts"]:
        IntakeParts.Run(500_000);
        return 0;
    case ["linkage-pairs"]:
        LinkagePairs.Run();
        return 0;
    case ["store-writing", var address, var rows]:
        StoreWriting.Run(address, int.Parse(rows));
        return 0;
    case ["generated-realism"]:
        GeneratedRealism.RunPlace("west-midlands");
        return 0;
    case ["generated-realism", var at] when Directory.Exists(at):
        GeneratedRealism.Run(at);
        return 0;
    case ["generated-realism", var place]:
        GeneratedRealism.RunPlace(place);
        return 0;
    case ["generated-people", .. var sizes]:
        GeneratedPeople.Run([.. sizes.DefaultIfEmpty("1000000").Select(long.Parse)]);
        return 0;
    case ["linkage-living", var file]:
        LinkingLiving.Run(file);
        return 0;
    case ["stories"]:
        StoriesAsked.Run(1_000_000, 10_000_000);
        return 0;
    case ["stories", var people, var events]:
        StoriesAsked.Run(int.Parse(people), int.Parse(events));
        return 0;
    case ["stories-make", var to, var people, var events]:
        MadeStories.Make(int.Parse(people), int.Parse(events), Path.Combine(to, "stories"), Path.Combine(to, "stories.db"));
        return 0;
    case ["stories-make", var to, var people, var events, "ends"]:
        MadeStories.Make(int.Parse(people), int.Parse(events), Path.Combine(to, "stories"), Path.Combine(to, "stories.db"), ends: true);
        return 0;
    case ["stories-ask", var file, var question]:
        StoriesAsked.AskSnapshot(file, question);
        return 0;
    case ["stories-sql", var file, var question]:
        StoriesAsked.AskSql(file, question);
        return 0;
    case ["network"]:
        return SimulatedNetwork.Run(200);
    case ["network", var runs]:
        return SimulatedNetwork.Run(int.Parse(runs));
    case ["simulate", var place, var runs]:
        return SimulatedPlace.Run(place, null, int.Parse(runs));
    case ["simulate", var place, var scenario, var runs]:
        return SimulatedPlace.Run(place, scenario, int.Parse(runs));
    case ["workers"]:
        return SpreadWorkers.Run(1000, 10);
    case ["workers", var runs, var years]:
        return SpreadWorkers.Run(int.Parse(runs), int.Parse(years));
    case ["monte-carlo"]:
        return MonteCarloSpeed.Run(100_000);
    case ["monte-carlo", var draws]:
        return MonteCarloSpeed.Run(int.Parse(draws));
    case ["appraise"]:
        return AppraisalSpeed.Run("places/west-midlands/options/offender-management.yaml", 100_000);
    case ["appraise", var option, var draws]:
        return AppraisalSpeed.Run(option, int.Parse(draws));
    case ["appraise-workbook"]:
        return WorkbookBesideOffice.Run("places/west-midlands/options/offender-management.yaml");
    case ["appraise-workbook", var option]:
        return WorkbookBesideOffice.Run(option);
    case ["costing"]:
        return CostingAsked.Run(1_000_000, 10_000_000);
    case ["costing", var people, var events]:
        return CostingAsked.Run(int.Parse(people), int.Parse(events));
    case ["costing-ask", var snapshot, var threads, var to]:
        CostingAsked.AskSnapshot(snapshot, int.Parse(threads), to);
        return 0;
    case ["costing-sql", var database, var to]:
        CostingAsked.AskSql(database, to);
        return 0;
    case ["survival"]:
        SurvivalSpeed.Run(1_000_000);
        return 0;
    case ["survival", var rows]:
        SurvivalSpeed.Run(int.Parse(rows));
        return 0;
    case ["planted"]:
        return PlantedServices.Run("west-midlands", 1_000);
    case ["planted", var place, var runs]:
        return PlantedServices.Run(place, int.Parse(runs));
    case ["pathways"]:
        Pathways.Run(1_000_000);
        return 0;
    case ["pathways", var cases]:
        Pathways.Run(int.Parse(cases));
        return 0;
    case ["recovery"]:
        return RecoveringNumbers.Run("west-midlands", 60_000);
    case ["recovery", var place, var people]:
        return RecoveringNumbers.Run(place, int.Parse(people));
    case ["recovery", var place, var people, var seed]:
        return RecoveringNumbers.Run(place, int.Parse(people), ulong.Parse(seed));
    case ["learned"]:
        return LearningNumbers.Run("west-midlands", 60_000, 1);
    case ["learned", var place, var people, var seed]:
        return LearningNumbers.Run(place, int.Parse(people), ulong.Parse(seed));
    case ["evaluate"]:
        return Evaluating.Run(200_000, 1_000);
    case ["evaluate", var people, var runs]:
        return Evaluating.Run(int.Parse(people), int.Parse(runs));
    case ["beside-r"]:
        return AgreeingWithR.Run();
    default:
        Console.Error.WriteLine("Say which benchmark: intake [ROWS], intake-parts, linkage-pairs, linkage-living FILE, store-writing ADDRESS ROWS, generated-realism [PLACE|FOLDER], generated-people [PEOPLE...], pathways [CASES], survival [ROWS], stories [PEOPLE EVENTS], network [RUNS], simulate PLACE [SCENARIO] RUNS, monte-carlo [DRAWS], appraise [OPTION DRAWS], appraise-workbook [OPTION], costing [PEOPLE EVENTS], recovery [PLACE PEOPLE [FIRST-SEED]], evaluate [PEOPLE RUNS], planted [PLACE RUNS], learned [PLACE PEOPLE SEED], workers [RUNS YEARS], beside-r.");
        return 2;
}
