using System.Globalization;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Picture.EventLogs;

/// <summary>What reading an event log may refuse. Messages name files, columns and counts, never a value of a row; of times that cannot be read their shape.</summary>
static class EventLogRefusals
{
    public static Refusal NoSuchColumn(string file, string option, string column, IReadOnlyList<string> headers) =>
        new("PICTURE-70", $"{file} has no column '{column}', which {option} names.{Spelling.Suggest(column, headers)}", "Name a column of the first line of the file.") { Of = RefusalOf.Name };

    public static Refusal ColumnNotNamed(string file, string option, IReadOnlyList<string> headers) =>
        new("PICTURE-71", $"{file} is a table, and {option} does not say which column to read.", $"Name one of its columns: {string.Join(", ", headers.Take(20))}.") { Of = RefusalOf.Question };

    public static Refusal BadTimeFormat(string pattern, string why) =>
        new("PICTURE-72", $"The time format '{pattern}' cannot be used: {why}", "Write it as in dd/MM/yyyy HH:mm:ss, with z at the end where times have an offset from UTC.") { Of = RefusalOf.Question };

    public static Refusal NoEvents(string file, IReadOnlyList<EventLogIssue> issues) =>
        new("PICTURE-73", issues.Count == 0 ? $"{file} holds no events." : $"Of {file} not one row can be used.", issues.Count == 0 ? "Give a file with a row an event." : "Mend what the lines below say.") { Details = [.. issues.Select(i => i.ToString())] };

    public static Refusal NoTimeRead(string file, long rows, string shape) =>
        new("PICTURE-74", string.Create(CultureInfo.InvariantCulture, $"No time of {file} can be read ({rows:N0} rows). The first looks like {shape}, 9 standing for any digit and a for any letter."),
            shape.StartsWith("99/99/9999", StringComparison.Ordinal)
                ? $"Say which of day and month comes first: --time-format \"{shape.Replace("99/99/9999", "dd/MM/yyyy", StringComparison.Ordinal).Replace("99:99:99", "HH:mm:ss", StringComparison.Ordinal).Replace("99:99", "HH:mm", StringComparison.Ordinal)}\", or MM before dd."
                : "Give its form with --time-format, such as dd/MM/yyyy HH:mm.");

    public static Refusal TooManyEvents(string file, int most) => new("PICTURE-75", string.Create(CultureInfo.InvariantCulture, $"{file} has more than {most:N0} events."), "Split it by cases.");

    public static Refusal Stopped(string file, Refusal why) => why with { Says = $"{file} could not be read to its end. {why.Says}" };
}
