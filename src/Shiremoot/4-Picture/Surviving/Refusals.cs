using System.Globalization;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Picture.Surviving;

/// <summary>What times to an event may be refused for. Rows are told by their number, from 1, never by what they hold of a person.</summary>
static class SurvivalRefusals
{
    public static Refusal NoRows() =>
        new("SURVIVAL-01", "There are no rows to follow.", "Give a file with at least one row that has all the columns asked for.");

    public static Refusal TimeNotKnown(int row) =>
        new("SURVIVAL-02", $"The time of row {row + 1} is not a number.", "Leave out rows whose follow-up is not known.");

    public static Refusal EntryNotBefore(int row, double entry, double time) =>
        new("SURVIVAL-03", string.Create(CultureInfo.InvariantCulture, $"Row {row + 1} is watched from {entry} until {time}: that is no time at all."), "Correct the row, or leave it out; entry must come before the time.");

    public static Refusal WeightNotPositive(int row, double weight) =>
        new("SURVIVAL-04", string.Create(CultureInfo.InvariantCulture, $"The weight of row {row + 1} is {weight}; it must be above zero."), "Correct the weight, or leave the row out.");

    public static Refusal GroupsOutOfRange(int groups, int most) =>
        new("SURVIVAL-05", $"There {(groups == 1 ? "is 1 group" : $"are {groups} groups")}; groups are told apart from 2 up to {most}.", "Group by a column with a few different values.");

    public static Refusal NoEvents() =>
        new("SURVIVAL-06", "The event happens to nobody, so nothing can be said of what goes with it.", "See that the event's column and value are the ones meant.");

    public static Refusal NoSuchColumn(string file, string option, string column, IReadOnlyList<string> columns) =>
        new("SURVIVAL-07", $"{file} has no column '{column}' (of {option}).{Spelling.Suggest(column, columns)} Its columns are {string.Join(", ", columns.Take(40))}.", "Name a column as the first line of the file does.") { Of = RefusalOf.Name };

    public static Refusal NotANumber(string file, long line, string column, string what) =>
        new("SURVIVAL-08", $"{file}, line {line}: the value of '{column}' is {what}.", "Correct the file, or empty the cell to leave the row out.");

    public static Refusal TooManyLevels(string column, int levels, int most) =>
        new("SURVIVAL-09", $"The column '{column}' has {levels} different values that are not numbers; at most {most} can be told apart.", "Group its values more coarsely, or leave it out.");

    public static Refusal NoSuchLevel(string column, string level, IReadOnlyList<string> levels) =>
        new("SURVIVAL-10", $"The column '{column}' has no value '{level}'.{Spelling.Suggest(level, levels)} It has {string.Join(", ", levels.Take(20))}.", "Name one of its values.") { Of = RefusalOf.Name };

    public static Refusal BadRows(string file, long bad, string first) =>
        new("SURVIVAL-11", $"{file} has {bad:N0} rows that cannot be read; the first is {first}.", "Correct them: rows are never left out unseen.");

    public static Refusal EventNotToldApart(string column, IReadOnlyList<string> values) =>
        new("SURVIVAL-12", $"The column '{column}' does not say by 0 and 1, no and yes or false and true to whom the event happened; it holds {string.Join(", ", values.Take(20))}.",
            "Say which value is the event: --event COLUMN=VALUE. With --competing, 0 is 'nothing happened' and every other value an event of its own.");

    public static Refusal AllMissing(string file, IReadOnlyList<string> columns) =>
        new("SURVIVAL-13", $"No row of {file} has all of {string.Join(", ", columns)}.", "Leave out the column that is empty.");

    public static Refusal ColumnTwice(string column) =>
        new("SURVIVAL-14", $"The column '{column}' is asked for twice among the covariates, or is also the time, event, entry or a stratum.", "Name each column for one thing.") { Of = RefusalOf.Question };

    public static Refusal NotOfLateEntry() =>
        new("SURVIVAL-15", "This is of rows watched from the origin; Gray's test also of rows that count for one each.", "Leave out the column of entry and weights, or read the log-rank test, which is of one event's hazard.");
}
