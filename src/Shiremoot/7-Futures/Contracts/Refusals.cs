using System.Globalization;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Contracts;

/// <summary>What contracts and results of simulations are refused for.</summary>
internal static class Refusals
{
    public const string ResultFaults = "BUDGET-01";

    public static Refusal NoResult(string file) =>
        new("BUDGET-02", $"There is no result {file}.", "Correct the name, or write one with 'simulate'.") { Of = RefusalOf.Name };

    public static Refusal NotCsv(string file, long line, string why) =>
        new("BUDGET-03", $"{file}:{line}: this is not a readable table: {why}", "Correct its quotes, or save it again as CSV in UTF-8.");

    public static Refusal NothingDrawn(IEnumerable<string> lines) =>
        new("BUDGET-04", $"The contract does not say how {string.Join(" and ", lines)} may come out.", "Give a result with --futures, or add 'drawn:' to the line.") { Of = RefusalOf.Question };

    public static Refusal NoSeries(string line, string series, IReadOnlyList<string> known) =>
        new("BUDGET-05", series.Length == 0 ? $"The line '{line}' names no series of the result." : $"The result has no series '{series}' (line '{line}').{Spelling.Suggest(series, known)}", $"Write 'series:' with one of {string.Join(", ", known)}.") { Of = RefusalOf.Name };

    public static Refusal NoYear(string year, IReadOnlyList<string> known) =>
        new("BUDGET-06", $"The result has no figures for {year}; its years are {string.Join(", ", known)}.", "Simulate as many years as the contract runs, or number the years from 1.") { Of = RefusalOf.Question };

    public static Refusal WhichArm(IReadOnlyList<string> arms, string? asked) =>
        new("BUDGET-07", asked is null ? $"The result has {arms.Count} options: {string.Join(", ", arms)}." : $"The result has no option '{asked}'.", $"Choose one with --arm: {string.Join(", ", arms)}.") { Of = RefusalOf.Name };

    public static Refusal TooFewRuns(int runs, int least, string why) =>
        new("BUDGET-08", string.Create(CultureInfo.InvariantCulture, $"{runs:N0} runs are too few: {why}."), string.Create(CultureInfo.InvariantCulture, $"Ask for {least:N0} at least.")) { Of = RefusalOf.Question };

    public static Refusal TooManyRuns(int runs, int most) =>
        new("BUDGET-11", string.Create(CultureInfo.InvariantCulture, $"{runs:N0} runs are too many: every sum of every run is kept to the penny."), string.Create(CultureInfo.InvariantCulture, $"Ask for {most:N0} at most.")) { Of = RefusalOf.Question };

    public static Refusal TooMuch(double events, double most) =>
        new("BUDGET-09", string.Create(CultureInfo.InvariantCulture, $"That would draw {events:N0} events by chance; {most:N0} can be drawn."), "Ask for fewer runs, or count in larger units.") { Of = RefusalOf.Question };

    public static Refusal NoBaseline(string line) =>
        new("BUDGET-10", $"The line '{line}' has no units without the contract: the baseline arm is nought in a year, so a reduction has no meaning.", "Give the line a 'baseline:', or a result with units in every year.");
}
