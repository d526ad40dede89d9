using Shiremoot.Terms;

namespace Shiremoot.Intake;

/// <summary>What Intake may refuse. Messages name files, columns and counts, never a value of a row.</summary>
static class Refusals
{
    public static Refusal MissingColumns(string feed, IReadOnlyList<string> columns) =>
        new("INTAKE-01", $"The file lacks {(columns.Count == 1 ? "a column" : $"{columns.Count} columns")} that the feed '{feed}' needs.",
            "Ask the sender for it, or give its new name under 'from' in the feed. A renamed column is never guessed.")
        { Details = columns };

    public static Refusal FeedFaults(IReadOnlyList<string> faults) =>
        new("INTAKE-02", $"The place's feeds have {(faults.Count == 1 ? "a fault" : $"{faults.Count} faults")}.", "Correct the lines named and run the command again.") { Details = faults };

    /// <summary>The code of a feed whose file is nowhere: for a shared feed no fault.</summary>
    public const string NoFileCode = "INTAKE-03";

    public static Refusal NoFile(string feed, IReadOnlyList<string> files, IReadOnlyList<string> folders) =>
        new(NoFileCode, $"No file was found for the feed '{feed}': {string.Join(", ", files)}.", "Put the file in one of the folders below, or name another folder with --data.") { Details = folders };

    public static Refusal SeveralFiles(string feed, IReadOnlyList<string> found) =>
        new("INTAKE-04", $"{found.Count} files fit the feed '{feed}', and each file of it is the whole of the data.", "Leave one of them, or set 'delivery: period' or 'delivery: add' in the feed.") { Details = found };

    public static Refusal NoSuchFeed(string feed, IReadOnlyList<string> known) =>
        new("INTAKE-05", $"There is no feed '{feed}' in this place.{Storage.Spelling.Suggest(feed, known)}", "Name a feed of the folder 'feeds', or none to take in all.");

    public static Refusal TooFewRows(string file, long rows, long least) =>
        new("INTAKE-06", $"{file} has {rows} rows; the feed asks for at least {least}.", "Ask the sender for the whole file. If so few rows can be right, lower 'rows_at_least' in the feed (0 allows an empty file).");

    public static Refusal TooManyRows(string file, long rows, long most) =>
        new("INTAKE-07", $"{file} has {rows} rows; the feed allows at most {most}.", "Check that it is the right file, or raise 'rows_at_most' in the feed.");

    public static Refusal TooManyBad(string file, long bad, long rows, double share, IReadOnlyList<string> reasons) =>
        new("INTAKE-08", $"{bad} of the {rows} rows of {file} are bad: more than the share of {share:0.####} the feed allows. Nothing was loaded.",
            "Send the quarantined rows back to the sender, or mend the feed if it misreads them. 'bad_rows_at_most' sets the share.")
        { Details = reasons };

    public static Refusal TooManyParts(string feed, int parts) =>
        new("INTAKE-09", $"The feed '{feed}' makes {parts} parts of one row of this file; the most is {Storage.RowId.MaxParts}.", "Unpivot fewer columns at a time, in two feeds of the same file.");

    public static Refusal ChangedWhileRead(string file) =>
        new("INTAKE-10", $"{file} changed while it was being read. Nothing was loaded.", "Wait until the sender has finished writing it, and take it in again.");

    public static Refusal ManifestDiffers(string file) =>
        new("INTAKE-11", $"{file} is not the file its .sha256 companion describes. Nothing was loaded.", "It was damaged or changed on its way: ask the sender for it again.");

    public static Refusal VolumeShock(string file, long rows, long usual) =>
        new("INTAKE-12", $"{file} has {rows} rows; files of this feed usually have about {usual}. It is held back.", "Check with the sender. If it is right, take it in again with --approve.");

    public static Refusal PeriodOverlaps(string file, string period, long load) =>
        new("INTAKE-13", $"{file} covers {period}, which overlaps but does not equal the period of load {load}. Loading both would count people twice.", $"Forget load {load} first, or ask the sender for a file of the same period.");

    public static Refusal NoSuchLoad(long load) =>
        new("INTAKE-14", $"There is no load {load} in this place.", "The Data page lists the loads.") { Of = RefusalOf.Name };

    public static Refusal NothingToForget(string what) =>
        new("INTAKE-15", $"Nothing was found to forget: {what}.", "Check the feed, load or agency and reference given.");
}
