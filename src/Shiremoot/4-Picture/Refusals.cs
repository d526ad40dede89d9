using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>What a regression may be refused for, whatever its kind.</summary>
static class RegressionRefusals
{
    /// <summary>Of effects without a finite estimate, for which a caller may have another way.</summary>
    public const string InfiniteCode = "REGRESSION-05";

    public static Refusal NoColumns() =>
        new("REGRESSION-01", "There are no covariates to relate the outcome to.", "Name at least one column.");

    public static Refusal NotFinite(string column, int row) =>
        new("REGRESSION-02", $"The covariate '{column}' is not known in row {row + 1}.", "Leave out rows with missing values, counting them, or leave out the column.");

    public static Refusal Constant(string column) =>
        new("REGRESSION-03", $"The covariate '{column}' is the same for all who are compared, so no effect of it can be told.", "Leave it out.");

    public static Refusal Collinear(string column, IReadOnlyList<string> before) =>
        new("REGRESSION-04", $"The covariate '{column}' follows from {string.Join(", ", before)}: the effects cannot be told apart.", "Leave out one of them.");

    public static Refusal Infinite(string column, string instead) =>
        new(InfiniteCode, $"The covariate '{column}' (with others, perhaps) tells the outcome apart without a mistake, so that its effect has no finite estimate.", instead);

    public static Refusal NotConverged(int rounds) =>
        new("REGRESSION-06", $"The estimate did not settle in {rounds} rounds.", "See that no column is of a wholly different kind from what was meant, or leave out columns.");

    public static Refusal OneOutcome(string what) =>
        new("REGRESSION-07", $"The outcome is {what} for every row, so nothing can be said of what goes with it.", "See that the outcome's column and value are the ones meant.");

    public static Refusal FewRows(int rows, int columns) =>
        new("REGRESSION-08", $"There are {rows} rows for {columns} covariates.", "Take in more rows, or leave out covariates.");

    public static Refusal EmptyGroup(string what) =>
        new("REGRESSION-09", $"The {what} is nought, so there is no ratio.", "Join groups or periods until both groups and both outcomes have somebody.");

    public static Refusal NotACount(double value) =>
        new("REGRESSION-10", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"A count of {value} cannot be."), "Give numbers of nought or more.");

    public static Refusal MoreThanAll() =>
        new("REGRESSION-11", "A group has more with the event than there are in it.", "Use the ratio of rates where a person may have the event more than once.");

    public static Refusal CutsNotRising() =>
        new("REGRESSION-12", "The times follow-up is cut at do not rise.", "Give each once, in order.");
}
