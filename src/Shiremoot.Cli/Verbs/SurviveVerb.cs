using System.CommandLine;
using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>survive FILE --time C --event C: what happens by when, whether groups differ, and what goes with it, from any tabular file.</summary>
static class SurviveVerb
{
    public static Command Make()
    {
        Argument<string> file = new("FILE") { Description = "A table with a row a person, or a row for each stretch of a person" };
        Option<string> time = new("--time") { Description = "The column of the end of follow-up, a number", Required = true };
        Option<string> happened = new("--event") { Description = "The column that says to whom it happened (0 and 1, no and yes), or COLUMN=VALUE", Required = true };
        Option<string?> by = new("--by") { Description = "The column of groups to show beside each other" };
        Option<string?> strata = new("--strata") { Description = "The column of strata within which groups and covariates are compared" };
        Option<string?> entry = new("--entry") { Description = "The column of the time from which a row is watched" };
        Option<string?> cluster = new("--cluster") { Description = "The column of what belongs together, such as a person with several rows: errors are then robust" };
        Option<string[]> covariates = Listed("--covariates", "Columns the hazard may go with: C,C...");
        Option<string[]> levels = Listed("--levels", "Covariates to take as groups although they are numbers: C,C...");
        Option<string[]> reference = new("--reference") { Description = "The value others are held against: COLUMN=VALUE (default: the most frequent)" };
        Option<bool> competing = new("--competing") { Description = "Each value of the event's column but 0 or no is an event that ends the chance of the others" };
        Option<double?> until = new("--until") { Description = "How long rows with no time and no event were watched" };
        Option<double[]> at = new("--at") { Description = "Times to tell shares at", AllowMultipleArgumentsPerToken = true };
        Option<bool> breslow = new("--breslow") { Description = "Reckon with events at one time as Breslow did, not Efron" };
        Option<string?> folder = new("--out") { Description = "A folder to write the whole curves and tables to, as CSV" };
        Option<int> threads = GenerateVerb.ThreadsOption();
        Option<bool> json = Door.JsonOption();
        Command verb = new("survive", "What happens by when, and what goes with it, from any table") { file, time, happened, by, strata, entry, cluster, covariates, levels, reference, competing, until, at, breslow, folder, threads, json };
        verb.SetAction(args =>
        {
            bool asJson = args.GetValue(json);
            Dictionary<string, string> references = [];
            foreach (string pair in args.GetValue(reference) ?? [])
            {
                if (Pair(pair) is not (var of, { } held)) return Door.Refuse(Refusals.NotPair("--reference", pair), asJson);
                references[of] = held;
            }
            (string column, string? value) = Pair(args.GetValue(happened)!);
            SurvivalQuestion question = new(args.GetValue(time)!, column)
            {
                EventValue = value,
                Competing = args.GetValue(competing),
                By = args.GetValue(by),
                Strata = args.GetValue(strata),
                Entry = args.GetValue(entry),
                Cluster = args.GetValue(cluster),
                Covariates = Split(args.GetValue(covariates)),
                Levels = Split(args.GetValue(levels)),
                References = references,
                Until = args.GetValue(until),
                At = args.GetValue(at) ?? [],
                Ties = args.GetValue(breslow) ? Ties.Breslow : Ties.Efron,
                Threads = Math.Max(1, args.GetValue(threads)),
            };
            return Run(args.GetValue(file)!, question, args.GetValue(folder), asJson);
        });
        return verb;
    }

    private static int Run(string file, SurvivalQuestion question, string? folder, bool json)
    {
        if (SurvivalStudy.Of(file, question).Refused(out Refusal? why, out SurvivalStudy? study)) return Door.Refuse(why, json);
        IReadOnlyList<string>? written = [];
        if (folder is not null && SurviveFiles.Write(study, folder, file).Refused(out why, out written)) return Door.Refuse(why, json);
        if (json) Door.Print(SurviveJson.Of(study, written));
        else SurviveWords.Say(study, written);
        return Door.Done;
    }

    private static Option<string[]> Listed(string name, string description) => new(name) { Description = description, AllowMultipleArgumentsPerToken = true };

    private static string[] Split(string[]? given) => [.. (given ?? []).SelectMany(g => g.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    // A column's own name may hold an equals sign before the last.
    private static (string Column, string? Value) Pair(string given)
    {
        int at = given.LastIndexOf('=');
        return at > 0 && at < given.Length - 1 ? (given[..at].Trim(), given[(at + 1)..].Trim()) : (given, null);
    }
}
