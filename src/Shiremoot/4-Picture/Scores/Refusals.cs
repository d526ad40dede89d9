using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Picture.Scores;

/// <summary>What scoring a file, and comparing scores with outcomes, may refuse: PICTURE-60 to PICTURE-79.</summary>
static class ScoreRefusals
{
    public static Refusal NoSuchScore(string name, IReadOnlyList<string> known) =>
        new("PICTURE-60", $"There is no score '{name}'.{Spelling.Suggest(name, known)}", $"Name one of {string.Join(", ", known)}, or a file of the same form that ends in .yaml.") { Of = RefusalOf.Name };

    public static Refusal NoColumn(string file, string column, string option, IEnumerable<string> columns) =>
        new("PICTURE-61", $"{file} has no column '{column}'.{Spelling.Suggest(column, columns)}", $"Say which column it is with {option}.");

    public static Refusal NoAges(string file, string birth, string conviction, string followUp) =>
        new("PICTURE-62", $"{file} has neither a column '{birth}' to work ages out from, nor both '{conviction}' and '{followUp}'.", "Say which column it is with --birth-date, or which two with --age-at-conviction and --age-at-follow-up.");

    public static Refusal ColumnTaken(string file, string column) =>
        new("PICTURE-63", $"{file} has a column '{column}' already: it looks scored before.", "Score the file as it was, or rename the column.");

    public static Refusal NoCases(string file) => new("PICTURE-64", $"{file} holds no rows.", "Give a file with a header and a row for each case.");

    public static Refusal FileStopped(string file, Refusal why) => why with { Says = $"{file} could not be read to its end, so nothing is kept. {why.Says}" };

    public static Refusal CannotWrite(string path, string why) => new("PICTURE-65", $"{path} cannot be written: {why.TrimEnd('.')}.", "Choose a folder that exists and that you may write to.");

    public static Refusal BadPattern(string pattern, string why) => new("PICTURE-66", $"The pattern of dates '{pattern}' {why}", "Write one such as yyyy-MM-dd or dd/MM/yyyy.") { Of = RefusalOf.Question };

    public static Refusal NoHorizon(string score, int years) => new("PICTURE-67", $"{score} has no expected share within {years} {(years == 1 ? "year" : "years")}.", "Compare it with what happened within two years: --years 2.") { Of = RefusalOf.Question };

    public static Refusal TooManyGroups(string column, int most) => new("PICTURE-68", $"'{column}' has more than {most:N0} different values: too many groups to compare.", "Group by a coarser column.");

    public static Refusal NothingToCompare(string file) => new("PICTURE-69", $"No row of {file} has both a score and a known outcome.", "Write outcomes as 1 and 0, or yes and no; look at the reasons of rows that were not scored.");
}
