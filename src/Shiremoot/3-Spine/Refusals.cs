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

    public static Refusal NoSuchRecord(string which, IReadOnlyList<string> sources) =>
        new("SPINE-06", $"No record has the {which} of the two ids.", $"Give an id of the model's id column, or the row's number if the model has no record_id; of several sources write source/id. {(sources.Count == 1 ? "The source is" : "The sources are")} {string.Join(", ", sources.Take(20))}.") { Of = RefusalOf.Name };

    public static Refusal RecordOfSeveral(string which, IReadOnlyList<string> sources) =>
        new("SPINE-61", $"Records of several sources have the {which} of the two ids: {string.Join(", ", sources.Take(20))}.", "Write source/id to say which is meant.") { Of = RefusalOf.Name };

    public static Refusal IdTwice(string first, string again, string column, bool isEmpty, long rows) =>
        new("SPINE-62", isEmpty ? $"{Capital(first)} and {again} have no id in the column '{column}'{AndOthers(rows)}, so nothing found could be said of either." : $"{Capital(first)} and {again} have one id in the column '{column}'{AndOthers(rows)}, so nothing found could be said of either.",
            "Take out rows that are there twice, or name under 'record_id' a column that tells rows apart; without 'record_id' rows go by their number.");

    public static Refusal RowNumberTwice(string first, string again, string? source) =>
        new("SPINE-63", $"The model has no 'record_id', so rows go by their number in their file; but {first} and {again} are of one source with one number, so nothing found could be said of either.",
            source is null ? "Name under 'record_id' a column that tells rows apart, or put the rows in one file." : "Name under 'record_id' a column that tells rows apart, or leave out 'record_source', so that each file is a source.");

    public static Refusal FileTwice(string file) =>
        new("SPINE-64", $"{file} is given twice: each of its people would be found twice.", "Name each file once.") { Of = RefusalOf.Question };

    public static Refusal OneSourceOneToOne(string source) =>
        new("SPINE-65", $"There is one source, {source}, and it is said to hold nobody twice: so no two records can be of one person.", "Link it with another file, or leave out --one-to-one and 'no_duplicates_in' to find who is in it twice.") { Of = RefusalOf.Question };

    public static Refusal ThresholdOutside(double threshold, double most) =>
        new("SPINE-66", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"A threshold of {threshold} bits joins {(threshold < 0 ? "all pairs" : "none")}; it lies between {-most:0} and {most:0}."), "Give bits, log2 of the odds: 0 is as likely as not, 10 a thousand to one. 0 is taken if none is given.") { Of = RefusalOf.Question };

    public static Refusal NothingLeft(IReadOnlyList<string> without, string what) =>
        new("SPINE-67", $"Without {string.Join(", ", without)} no {what} is left.", "Leave out fewer fields.") { Of = RefusalOf.Question };

    public static Refusal KinNotUnderstood(string file, IReadOnlyList<string> columns) =>
        new("SPINE-68", $"{file} does not say who is whose kin: {(columns.Count == 0 ? "it is empty" : $"its columns are {string.Join(", ", columns.Take(20))}")}.", "A file of kin has the columns person, kinship, other, as './shiremoot generate' writes them in truth-kin.csv.");

    public static Refusal KinDoesNotMatch(string file, long lines) =>
        new("SPINE-69", $"None of the {lines:N0} lines of {file} names two people of the truth.", "Give the file of kin that belongs to the truth: both call people by the same names.");

    private static string AndOthers(long rows) => rows < 2 ? "" : $", and {rows - 1:N0} further row{(rows == 2 ? "" : "s")} {(rows == 2 ? "has" : "have")} an id met before";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    public static Refusal NoTruthColumn(string file, string column, IEnumerable<string> columns) =>
        new("SPINE-07", $"'{column}' is no file, and {file} has no column of that name that could hold the truth. Its columns are {string.Join(", ", columns.Take(40))}.", "Name a column of the file, a file with a line for each record, or a pattern between slashes with a group for the person.");

    public static Refusal BadTruthPattern(string pattern, string why) =>
        new("SPINE-08", $"'{pattern}' is not a pattern that can be used: {why}.", "Write a regular expression between slashes with one group in brackets for what records of a person share: /rec-(\\d+)-/.");

    public static Refusal TruthDoesNotMatch(string file, long records, long found) =>
        new("SPINE-09", $"{file} tells of {found:N0} of {records:N0} records.", "A truth file has one line for each record in the order of the rows, or a column with the record's id and one with the person.");

    public static Refusal TruthRows(string file, long bad, long rows) =>
        new("SPINE-70", $"{bad:N0} of {rows:N0} rows of {file} have not as many fields as its header, or cannot be read.", "Correct the file.");

    public static Refusal FileStopped(string file, Refusal why) =>
        new("SPINE-10", $"{file} cannot be read to its end: {why.Says}", why.Try);

    public static Refusal CannotWrite(string path, string why) =>
        new("SPINE-11", $"{path} cannot be written: {why.TrimEnd('.')}.", "Give a path to a folder that exists and may be written to.");

    public static Refusal NothingToSuggest(string file, IReadOnlyList<string> notes) =>
        new("SPINE-14", $"No column of {file} looks like a name, a date, a postcode or a number of a person.", "Write a model by hand: docs/how-to/write-a-linkage-model.md.") { Details = notes };

    public static Refusal NoSuchField(string field, IEnumerable<string> fields) =>
        new("SPINE-15", $"The model has no field '{field}'.", $"Its fields are {string.Join(", ", fields)}.") { Of = RefusalOf.Name };

    public static Refusal TooManyBadRows(string file, long bad, long rows, string first) =>
        new("SPINE-13", $"{bad:N0} of {rows:N0} rows of {file} cannot be read; the first: {first}.", "Correct the file, or take it in by a feed, which keeps bad rows in quarantine.");

    private const string HowToEncode = "docs/how-to/link-without-names.md";
    private const string MakeKey = "Make one with 'openssl rand -base64 32 > linkage.key', and give it to every partner of the linking by a way you trust, never to whoever links.";

    public static Refusal NoKeyFile(string file) =>
        new("SPINE-30", $"There is no key file {file}.", MakeKey);

    public static Refusal KeyNotUnderstood(string file) =>
        new("SPINE-31", $"{file} does not hold a key: a key is written in hexadecimal or base64, and nothing else stands in its file.", MakeKey);

    public static Refusal KeyTooShort(string file, int bytes, int fewest) =>
        new("SPINE-32", $"The key in {file} is {bytes} bytes long; under {fewest} it could be guessed.", MakeKey);

    public static Refusal KeyNotRandom(string file) =>
        new("SPINE-33", $"The key in {file} repeats a few characters, so it could be guessed.", MakeKey);

    public static Refusal EncodingNeedsField(string encoding, string field, IEnumerable<string> fields) =>
        new("SPINE-34", $"The encoding '{encoding}' needs the field '{field}', which the model does not have. Its fields are {string.Join(", ", fields)}.", $"Add the field to the model, with the column of your file under 'from': {HowToEncode}.");

    public static Refusal EncodedUnalike(string field, string marks) =>
        new("SPINE-35", $"The records were not all encoded with one key and in one way, so none of one kind can be linked with one of another ('{field}': {marks}).", $"Have all partners encode with the same key and the same encoding file: {HowToEncode}.");

    public static Refusal SameRecordTwice(long records) =>
        new("SPINE-36", $"{records:N0} {(records == 1 ? "record has" : "records have")} an id that another of the same source has, so they would have one pseudonym.", "Name a column under 'record_id' that tells records apart, or encode with --by-row.");

    public static Refusal NoSpine() =>
        new("SPINE-40", "The spine of this place has not been built.", "Take in the feeds of people and run './shiremoot run PLACE'.");

    public static Refusal NoPeople() =>
        new("SPINE-41", "No records of people have been taken in, so there is nobody to link.", "Take in a feed of records, or generate people to try it with.");

    public static Refusal NoRationale() =>
        new("SPINE-42", "A decision needs a reason.", "Say in a sentence what speaks for it: another reviewer, or a court, will read it.") { Of = RefusalOf.Question };

    public static Refusal NotAVerdict(string verdict) =>
        new("SPINE-43", $"'{verdict}' is not a decision.", "Choose same, different or unsure.") { Of = RefusalOf.Question };

    public static Refusal SameRecord() =>
        new("SPINE-44", "The two records are one and the same.", "Choose two different records.") { Of = RefusalOf.Question };

    public static Refusal NotInSpine() =>
        new("SPINE-45", "One of the records is not in the spine.", "It may have been replaced or deleted since; go back to the list.") { Of = RefusalOf.Name };

    public static Refusal NoSuchDecision(long decision) =>
        new("SPINE-46", $"There is no decision {decision} that holds.", "It may have been withdrawn before; look at the history of the pair.") { Of = RefusalOf.Name };

    public static Refusal NotInQueue() =>
        new("SPINE-48", "That pair is no longer in the queue.", "The people it was of have changed since; go back to the list.") { Of = RefusalOf.Name };

    public static Refusal NoReport() =>
        new("SPINE-47", "What the last linking found was not kept: it was made by an earlier version.", "Run './shiremoot run PLACE': it links all records anew once.");
}
