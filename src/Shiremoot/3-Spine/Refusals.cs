using Shiremoot.Terms;

namespace Shiremoot.Spine;

/// <summary>What the Spine refuses.</summary>
static class Refusals
{
    private const string HowTo = "docs/how-to/write-a-linkage-model.md";

    public static Refusal ConditionNotUnderstood(string text, int column) =>
        new("SPINE-01", $"The condition '{text}' cannot be read from character {column} on.", $"Write it as jaro_winkler(surname) >= 0.9 and same(born): {HowTo} lists the measures.");

    public static Refusal NoSuchColumn(string file, string column, string field, IEnumerable<string> columns) =>
        new("SPINE-02", $"{file} has no column '{column}', from which the model reads '{field}'. Its columns are {string.Join(", ", columns.Take(40))}.", "Correct 'from' of the field, or list several names under 'from' if files differ.");

    public static Refusal NoRecords(string file) =>
        new("SPINE-03", $"{file} holds no records.", "Send a file with a header and at least one row.");

    public static Refusal TooManyRecords(long most) =>
        new("SPINE-04", $"There are more than {most:N0} records.", "Link the sources in parts.");

    public static Refusal TooManySources(string file, int most) =>
        new("SPINE-60", $"The column that names the source has more than {most} different values in {file}.", "Name under 'record_source' a column with one value for each agency, not for each record, or leave it out.");

    public static Refusal NothingToCompare() =>
        new("SPINE-05", "No two records agree on any blocking rule, so there is nothing to compare.", "Add a rule with fewer or shorter parts under 'block', and see that the fields are not all missing.");

    public static Refusal NoSuchRecord(string id) =>
        new("SPINE-06", $"No record has the id '{id}'.", "Give an id of the model's id column; for two files write source/id.") { Of = RefusalOf.Name };

    public static Refusal NoTruthColumn(string file, string column, IEnumerable<string> columns) =>
        new("SPINE-07", $"{file} has no column '{column}' that could hold the truth. Its columns are {string.Join(", ", columns.Take(40))}.", "Name a column of the file, a file with a line for each record, or a pattern between slashes with a group for the person.");

    public static Refusal BadTruthPattern(string pattern, string why) =>
        new("SPINE-08", $"'{pattern}' is not a pattern that can be used: {why}.", "Write a regular expression between slashes with one group in brackets for what records of a person share: /rec-(\\d+)-/.");

    public static Refusal TruthDoesNotMatch(string file, long records, long found) =>
        new("SPINE-09", $"{file} tells of {found:N0} of {records:N0} records.", "A truth file has one line for each record in the order of the rows, or a column with the record's id and one with the person.");

    public static Refusal FileStopped(string file, Refusal why) =>
        new("SPINE-10", $"{file} cannot be read to its end: {why.Says}", why.Try);

    public static Refusal CannotWrite(string path, string why) =>
        new("SPINE-11", $"{path} cannot be written: {why}", "Give a path to a folder that exists and may be written to.");

    public static Refusal DuplicateId(string source, long rows) =>
        new("SPINE-12", $"{rows:N0} rows of {source} have an id that another row has.", "Name a column under 'id' that tells rows apart, or leave 'id' out: rows are then numbered.");

    public static Refusal TooManyBadRows(string file, long bad, long rows, string first) =>
        new("SPINE-13", $"{bad:N0} of {rows:N0} rows of {file} cannot be read; the first: {first}.", "Correct the file, or take it in by a feed, which keeps bad rows in quarantine.");
}
