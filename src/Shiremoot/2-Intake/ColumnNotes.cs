using System.Globalization;
using Shiremoot.Intake.Mapping;

namespace Shiremoot.Intake;

/// <summary>What a receipt says of a file's columns once all rows are read: values that are new to the feed's lists, and codes for "not known". Counts of values of a file, never a value.</summary>
static class ColumnNotes
{
    private const double AlarmShare = 0.005;
    private const int MostColumns = 30;

    public static IEnumerable<string> Of(FeedPlan plan, long rows) => [.. plan.Columns.Where(c => c.Unlisted > 0).Take(MostColumns).Select(c => New(c, rows)), .. Placeholders(plan)];

    private static string New(ColumnPlan column, long rows)
    {
        string count = string.Create(CultureInfo.InvariantCulture, $"new codes: {column.Unlisted} values of '{column.Name}' are not in the feed's list");
        return column.Unlisted > AlarmShare * rows ? $"{count}, more than 0.5% of the rows: ask the sender whether the codes have changed" : count;
    }

    private static IEnumerable<string> Placeholders(FeedPlan plan)
    {
        string[] counted = [.. plan.Columns.Where(c => c.Placeholders > 0).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Name} {c.Placeholders}"))];
        return counted.Length == 0 ? [] : [$"codes for a value not known, by column: {string.Join(", ", counted.Take(MostColumns))}{(counted.Length > MostColumns ? ", …" : "")}"];
    }
}
