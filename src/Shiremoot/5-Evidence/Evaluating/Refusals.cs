using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Evidence.Evaluating;

/// <summary>What an evaluation may be refused for. None holds what a row says of a person.</summary>
static class EvaluationRefusals
{
    public static Refusal NoSuchColumn(string file, string option, string column, IReadOnlyList<string> columns) =>
        new("EVALUATE-01", $"{file} has no column '{column}' (of {option}).{Spelling.Suggest(column, columns)} Its columns are {string.Join(", ", columns.Take(40))}.", "Name a column as the first line of the file does.") { Of = RefusalOf.Name };

    public static Refusal NoCovariates() =>
        new("EVALUATE-02", "No covariates are named, so there is nothing to make people alike in.", "Name what was known of people before the service began with --covariates.") { Of = RefusalOf.Question };

    public static Refusal ColumnTwice(string column) =>
        new("EVALUATE-03", $"The column '{column}' is used for two things, or twice as a covariate.", "Use it once: a covariate must not be the service or what came of it.") { Of = RefusalOf.Question };

    public static Refusal NotANumber(string file, long line, string column) =>
        new("EVALUATE-04", $"{file}, line {line:N0}: '{column}' is not a number.", "Correct the file, or leave the cell empty if it is not known.");

    public static Refusal BadRows(string file, long rows, string first) =>
        new("EVALUATE-05", $"{file} has {rows:N0} rows that cannot be read; the first is on {first}", "Correct the file: rows left out unseen could change the effect.");

    public static Refusal TreatedNotTold(string column, int texts) =>
        new("EVALUATE-06", $"'{column}' does not say who had the service: it has {texts} different values, and not only 0 and 1, no and yes, false and true.", $"Say which value means treated: --treated {column}=VALUE.");

    public static Refusal NoSuchValue(string column, string value) =>
        new("EVALUATE-07", $"No row has the value '{value}' in '{column}'.", "Write the value as the file does.") { Of = RefusalOf.Name };

    public static Refusal AllTreated(string column, bool everyone) =>
        new("EVALUATE-08", $"By '{column}' {(everyone ? "everyone" : "nobody")} whose row can be used had the service, so there is nobody to compare.", "Take in people who had it and people who did not, and see that values missing elsewhere do not leave one of them out.");

    public static Refusal NoRows(string file, IReadOnlyList<string> missing) =>
        new("EVALUATE-09", $"{file} has no row in which all that is asked for is known{(missing.Count == 0 ? "" : $"; missing are {string.Join(", ", missing.Select(m => $"'{m}'"))}")}.", "Leave out the columns that are mostly empty, or take in more rows.");

    public static Refusal OutcomeNotTold(string column) =>
        new("EVALUATE-10", $"'{column}' is neither a number in every row nor 0 and 1, no and yes.", "Give an outcome as 0 and 1, or as a number.");

    public static Refusal NotOfKind(string column, string kind) =>
        new("EVALUATE-11", $"'{column}' is not of the kind asked for ({kind}).", "Leave the kind out, or give the outcome as it says: 0 and 1 for binary, whole numbers of nought or more for count.") { Of = RefusalOf.Question };

    public static Refusal TooManyLevels(string column, int levels, int most) =>
        new("EVALUATE-12", $"'{column}' has {levels:N0} different values; the most is {most}.", "Join its values, or leave it out.");

    public static Refusal Separated() =>
        new("EVALUATE-13", "The covariates tell who had the service without a mistake: no person who had it is like any who had not, so there is nobody to compare.", "Leave out what follows from having the service, or take in people who could have had it and did not.");

    public static Refusal NobodyMatched(double width) =>
        new("EVALUATE-14", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Nobody who had the service has a match{(double.IsFinite(width) ? $" within {width:0.####}" : "")}."), "Widen the caliper, match exactly on fewer columns, or use weighting.");

    public static Refusal NoEntropyBalance() =>
        new("EVALUATE-15", "No weights make the means of all covariates the same: the people wanted lie outside those there are to compare.", "Use fewer covariates, join rare values, or use matching with a caliper.");

    public static Refusal OutcomeNeverDiffers(string column) =>
        new("EVALUATE-16", $"The outcome '{column}' is the same for everyone, so no effect can be told.", "See that the column is the one meant.");

    public static Refusal NotWithMatching(string method, string estimand) =>
        new("EVALUATE-17", $"The method '{method}' does not give the effect for '{estimand}'.", "Matching tells the effect for the treated (att), entropy for the treated or all (att, ate), weighting for any.") { Of = RefusalOf.Question };

    public static Refusal OptionOutOfRange(string option, string least) =>
        new("EVALUATE-18", $"{option} must be {least}.", "Give such a number, or leave it out.") { Of = RefusalOf.Question };

    public static Refusal NoSpread(string file) =>
        new("EVALUATE-19", $"{file} has too few people to compare: there must be at least two who had the service and two who had not.", "Take in more people.");

    public static Refusal OnlyMatching(string method) =>
        new("EVALUATE-20", $"A caliper, exact columns and a ratio are of matching; the method is '{method}'.", "Choose nearest, with-replacement or radius, or leave them out.") { Of = RefusalOf.Question };

    public static Refusal OnlyTimes() =>
        new("EVALUATE-21", "Shares by a day, and what may come first, are of an outcome with a time; no column of times is named.", "Name it with --time, or leave out --at and --unless.") { Of = RefusalOf.Question };
}
