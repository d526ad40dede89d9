using System.Globalization;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Evidence.Synthesising;

/// <summary>What a synthesis may be refused for.</summary>
static class SynthesisRefusals
{
    public static Refusal NoSuchColumn(string file, string option, string column, IReadOnlyList<string> columns) =>
        new("SYNTHESIS-01", $"{file} has no column '{column}' (of {option}).{(columns.Count == 0 ? "" : Spelling.Suggest(column, columns))} {(columns.Count == 0 ? "It is empty" : $"Its columns are {string.Join(", ", columns.Take(40))}")}.", "Name a column as the first line of the file does.") { Of = RefusalOf.Name };

    public static Refusal FileFaults(string file, IReadOnlyList<string> faults) =>
        new("SYNTHESIS-02", $"{file} has {(faults.Count == 1 ? "a row" : string.Create(CultureInfo.InvariantCulture, $"{faults.Count:N0} faults in rows"))} that cannot be combined, so nothing is.",
            "Correct them; or empty every number of a row, effect and all, to leave the row out.")
        { Details = [.. faults.Take(20)] };

    public static Refusal OneStudy(string file, int kept) =>
        new("SYNTHESIS-03", kept == 0 ? $"No row of {file} has an effect." : $"{file} has one effect: there is nothing to combine it with.", "Give at least two effects.");

    public static Refusal TooFewForModerators(int effects, int width) =>
        new("SYNTHESIS-04", string.Create(CultureInfo.InvariantCulture, $"{effects} effects cannot tell apart {width} numbers of the model."), "Leave out moderators, or give more studies.");

    public static Refusal Follows(string moderator) =>
        new("SYNTHESIS-05", $"The moderator '{moderator}' is the same everywhere, or follows from the others.", "Leave it out.");

    public static Refusal Noughts(string file, IReadOnlyList<string> rows) =>
        new("SYNTHESIS-06", $"{file} has {(rows.Count == 1 ? "a study" : $"{rows.Count} studies")} in which nothing, or everything, happened in a group: its variance cannot be told.",
            "Say what is to be added to each of its cells, such as --continuity 0.5; or combine risk differences or a model of the records themselves.")
        { Details = [.. rows.Take(20)] };

    public static Refusal ColumnsDoNotFit(string measure, string needs) =>
        new("SYNTHESIS-07", $"The measure '{measure}' cannot be made of the columns named.", $"Name {needs}.") { Of = RefusalOf.Question };

    public static Refusal FewClusters(string column, int clusters, int least) =>
        new("SYNTHESIS-08", $"The column '{column}' has {(clusters == 1 ? "a single cluster" : string.Create(CultureInfo.InvariantCulture, $"{clusters} clusters"))} and {least} are needed: how clusters differ cannot be told.", "Leave out the cluster, or give effects of more of them.");

    public static Refusal OneEffectEach(string column) =>
        new("SYNTHESIS-09", $"Every value of '{column}' has one effect, so what differs within it and between cannot be told apart.", "Leave out --three-level.");

    public static Refusal ThreeLevelNeeds(string what) =>
        new("SYNTHESIS-10", $"Three levels {what}.", "Give --cluster and --method reml with --three-level, and leave out --knapp-hartung; or leave out --three-level.") { Of = RefusalOf.Question };

    public static Refusal ConfidenceOutOfRange(double confidence) =>
        new("SYNTHESIS-11", string.Create(CultureInfo.InvariantCulture, $"The confidence is {confidence}; it lies between 0 and 1."), "Give a number such as 0.95.") { Of = RefusalOf.Question };

    public static Refusal KnappHartungOfNothing(string why) =>
        new("SYNTHESIS-12", $"Errors by Hartung and Knapp {why}.", "Leave out --knapp-hartung, or choose random effects without clusters.") { Of = RefusalOf.Question };

    public static Refusal TooManyRows(string file, int most) =>
        new("SYNTHESIS-13", string.Create(CultureInfo.InvariantCulture, $"{file} has more than {most:N0} rows: these are no published figures."), "Give a row an effect, or a row an area and period.");

    public static Refusal ContinuityOutOfRange(double continuity) =>
        new("SYNTHESIS-14", string.Create(CultureInfo.InvariantCulture, $"The continuity correction is {continuity}; it is a number from 0 to 1."), "Give 0.5, or none to refuse studies with a nought.") { Of = RefusalOf.Question };

    public static Refusal ColumnTwice(string column) =>
        new("SYNTHESIS-15", $"The column '{column}' is named for two things.", "Name each column once.") { Of = RefusalOf.Question };

    public static Refusal FilesFaulty(IReadOnlyList<string> faults) =>
        new("SYNTHESIS-17", $"The files of syntheses have {(faults.Count == 1 ? "a fault" : string.Create(CultureInfo.InvariantCulture, $"{faults.Count} faults"))}.", "Correct each where it is said to be.") { Details = faults };

    public static Refusal NoSuchSynthesis(string id, IEnumerable<string> known) =>
        new("SYNTHESIS-18", $"There is no synthesis '{id}' here.{Spelling.Suggest(id, known)}", "Name one, or add a file to the folder 'syntheses'.") { Of = RefusalOf.Name };

    public static Refusal NotCombined(string why) =>
        new("SYNTHESIS-16", why, "See that effects and variances are in units of ordinary size.");
}

/// <summary>What the evidence register may refuse.</summary>
static class RegisterRefusals
{
    public static Refusal FileFaults(IReadOnlyList<string> faults) =>
        new("REGISTER-01", $"The evidence register has {(faults.Count == 1 ? "a fault" : string.Create(CultureInfo.InvariantCulture, $"{faults.Count} faults"))} in its files.", "Correct each where it is said to be.") { Details = faults };

    public static Refusal NoSuchEntry(string id, IEnumerable<string> known) =>
        new("REGISTER-02", $"The evidence register has no entry '{id}'.{Spelling.Suggest(id, known)}", "Name one of its entries, or add a file to the folder 'evidence'.") { Of = RefusalOf.Name };

    public static Refusal NoInterval(string id, string has) =>
        new("REGISTER-03", $"The entry '{id}' has {has}, so its effect has no distribution.", "Use an entry with an interval, or add 'lower:' and 'upper:' from its source.");

    public static Refusal NotLocal(string id) =>
        new("REGISTER-04", $"The entry '{id}' is not a result of this place.", "Name an entry that says 'local: true'.") { Of = RefusalOf.Question };

    public static Refusal NothingPublished(string intervention, string outcome) =>
        new("REGISTER-05", $"Nothing with an interval is published here of '{intervention}' and '{outcome}', on the same measure.", "Read the local result by itself, or add published entries of the same intervention, outcome and measure.");

    public static Refusal OnePublished(string id) =>
        new("REGISTER-06", $"Only '{id}' is published of the same thing, and it does not say how much effects differ between places.", "Add its 'spread:' (the standard deviation of true effects, tau), or further entries.");
}
