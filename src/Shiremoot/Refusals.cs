using System.Globalization;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot;

/// <summary>What opening and keeping a place may refuse.</summary>
static class Refusals
{
    public static Refusal NoTeamStore(string? address) =>
        new("WORK-05", string.IsNullOrEmpty(address) ? "No store is named." : "The store named is a file; workers share a PostgreSQL.", "Give --store postgresql://user@host/database, or set SHIREMOOT_STORE to it.") { Of = RefusalOf.Question };

    public static Refusal NoPlace(string folder) =>
        new("SHIRE-01", $"There is no place folder {folder}.", "Name a folder with a place.yaml, for example places/west-midlands; 'new' makes one.");

    public static Refusal NoSuchFeed(string feed, string place, IEnumerable<string> known) =>
        new("SHIRE-02", $"There is no feed '{feed}' in {place}.{Spelling.Suggest(feed, known)}", "Name a feed of the folder 'feeds', or none to take in all.") { Of = RefusalOf.Name };

    public static Refusal FileExists(string path) =>
        new("SHIRE-03", $"{path} exists already.", "Name a file that does not exist; a backup never writes over another.");

    public static Refusal NoFolderFor(string path) =>
        new("SHIRE-04", $"The folder of {path} does not exist.", "Make the folder first.");

    public static Refusal NoBackup(string path) =>
        new("SHIRE-05", $"There is no file {path}.", "Name a file that 'backup' wrote.");

    public static Refusal NotABackup(string path) =>
        new("SHIRE-06", $"{path} is not a whole Shiremoot backup.", "Choose a file that 'backup' wrote and that was copied in full.");

    public static Refusal FolderNotEmpty(string folder) =>
        new("SHIRE-07", $"The folder {folder} is not empty.", "Name a folder that does not exist yet.");

    public static Refusal NoSuchMeasure(string measure, IEnumerable<string> known) =>
        new("SHIRE-08", $"There is no measure '{measure}' in this place.{Spelling.Suggest(measure, known)}", "Name a measure of the folder 'measures', or none to draw all.") { Of = RefusalOf.Name };

    public static Refusal NoSuchCohort(string cohort, IEnumerable<string> known) =>
        new("SHIRE-09", $"There is no cohort '{cohort}' in this place.{Spelling.Suggest(cohort, known)}", "Name a cohort of the folder 'cohorts', or write one with --where.") { Of = RefusalOf.Name };

    public static Refusal MeasureTwice(string measure) =>
        new("SHIRE-10", $"The id '{measure}' is used by a measure of areas and by a measure of people.", "Give each its own.");

    public static Refusal MeasureKind(IReadOnlyList<string> files) =>
        new("SHIRE-11", $"{(files.Count == 1 ? "A measure file does" : $"{files.Count} measure files do")} not say its kind.", "Add a line 'kind: statistic' (published figures of areas) or 'kind: people'.") { Details = files };

    public static Refusal NoSuchQuestion(string question, IEnumerable<string> known) =>
        new("SHIRE-12", $"There is no question '{question}'.{Spelling.Suggest(question, known)}", "Name one such as Q07, or none for all.") { Of = RefusalOf.Name };

    public static Refusal NoRecordsOfPeople() =>
        new("SHIRE-13", "No records of people have been taken in.", "Take in the partners' extracts with 'run', or make generated ones with 'generate'.");

    public static Refusal RealPeople() =>
        new("SHIRE-15", "The people of this place are real, and nobody is shown at random.", "Name the agency and the reference of the person whose story you may read.");

    public static Refusal NobodyInCohort(string cohort) => new("SHIRE-16", $"Nobody is in the cohort {cohort}.", "Choose another.");

    public static Refusal NoSuchRecord() =>
        new("SHIRE-17", "No agency's records hold that reference.", "Check the agency and the reference as the agency writes it; records that were forgotten or replaced are gone.") { Of = RefusalOf.Name };

    public static Refusal NoSuchOption(string option, IEnumerable<string> known) =>
        new("SHIRE-18", $"There is no option '{option}' in this place.{Spelling.Suggest(option, known)}", "Name a file of the folder 'options', without its ending.") { Of = RefusalOf.Name };

    public static Refusal NoSuchScenario(string scenario, IEnumerable<string> known) =>
        new("SHIRE-22", $"There is no scenario '{scenario}' in this place.{Spelling.Suggest(scenario, known)}", "Name a scenario file, or one of the folder 'scenarios' without its ending.") { Of = RefusalOf.Name };

    public static Refusal NoSuchContract(string contract, IEnumerable<string> known) =>
        new("SHIRE-20", $"There is no contract '{contract}' in this place.{Spelling.Suggest(contract, known)}", "Name a file of the folder 'contracts', without its ending.") { Of = RefusalOf.Name };

    public static Refusal NoSuchResult(string result, IEnumerable<string> known) =>
        new("SHIRE-21", $"There is no result '{result}' in this place.{Spelling.Suggest(result, known)}", "Name a CSV of the folder 'futures', without its ending.") { Of = RefusalOf.Name };

    public static Refusal PrecisionOutOfRange(double share) =>
        new("SHIRE-23", string.Create(CultureInfo.InvariantCulture, $"A difference cannot be known to {share:0.###} of itself."), "Give a share between 0 and 1: 0.05 for a twentieth.") { Of = RefusalOf.Question };

    public static Refusal NoSuchLine(string measure, IReadOnlyList<string> known) =>
        new("SHIRE-24", $"There is no measure '{measure}' in the answer.{Spelling.Suggest(measure, known)}", $"It has {string.Join(", ", known)}.") { Of = RefusalOf.Name };

    public static Refusal NotCountedBy(string by, IReadOnlyList<string> known) =>
        new("SHIRE-25", $"People are not counted by '{by}'.{Spelling.Suggest(by, known)}", known.Count == 0 ? "A model file by itself does not say where people live: ask of a place." : $"Ask by {string.Join(" or ", known)}, or leave it out for sex and age.") { Of = RefusalOf.Name };

    public static Refusal NoOptions() =>
        new("SHIRE-19", "This place has no options to appraise.", "Write one in the folder 'options': docs/how-to/appraise-an-option.md.");

    public static Refusal NoSpending() =>
        new("SHIRE-14", "This place says nothing of what it spends.", "Write costs/spend.yaml.");
}
