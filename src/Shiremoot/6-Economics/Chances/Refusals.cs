using System.Globalization;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Economics.Chances;

/// <summary>What running a model of uncertain inputs refuses.</summary>
internal static class Refusals
{
    public static Refusal InputFaults(IReadOnlyList<string> faults) =>
        new("CHANCE-01", $"The uncertain inputs have {(faults.Count == 1 ? "a fault" : $"{faults.Count} faults")}.", "Correct those named.") { Details = faults, Of = RefusalOf.Question };

    public static Refusal NoSuchInput(string name, IEnumerable<string> known) =>
        new("CHANCE-02", $"There is no uncertain input '{name}'.{Spelling.Suggest(name, known)}", "Name an input of the model.") { Of = RefusalOf.Name };

    public static Refusal NoSuchOutcome(string name, IEnumerable<string> known) =>
        new("CHANCE-03", $"There is no outcome '{name}'.{Spelling.Suggest(name, known)}", "Name an outcome of the model.") { Of = RefusalOf.Name };

    public static Refusal CorrelationTwice(string one, string other) =>
        new("CHANCE-04", one == other ? $"'{one}' is correlated with itself." : $"The correlation of '{one}' and '{other}' is given twice.", "Give each pair of inputs once.") { Of = RefusalOf.Question };

    public static Refusal CorrelationRange(string one, string other, double rank) =>
        new("CHANCE-05", $"The rank correlation of '{one}' and '{other}' is {Number(rank)}; it must be above -1 and below 1.", "Give a number between; where two inputs move as one, use one input for both.") { Of = RefusalOf.Question };

    public static Refusal CorrelationOfFixed(string name) =>
        new("CHANCE-06", $"'{name}' is fixed, so it cannot go together with another input.", "Leave its correlations out, or say how it is spread.") { Of = RefusalOf.Question };

    public static Refusal CorrelationsClash(string name, double shrinkage) =>
        new("CHANCE-07", $"The correlations cannot all hold at once: those of '{name}' contradict those of the inputs before it (the matrix is not positive definite).",
            $"Lower the correlations of '{name}', or multiply all of them by {Number(shrinkage)} or less.")
        { Of = RefusalOf.Question };

    public static Refusal DrawCount(int draws, int least) =>
        new("CHANCE-08", $"{draws} draws were asked for; at least {least} are needed to say how exact the answer is.", "Ask for more: 100000 is usual.") { Of = RefusalOf.Question };

    public static Refusal TooManyNumbers(long numbers, long most) =>
        new("CHANCE-09", $"The draws would hold {numbers / 1_000_000} million numbers; at most {most / 1_000_000} million are kept in memory.", "Ask for fewer draws or outcomes.") { Of = RefusalOf.Question };

    public static Refusal NotANumber(string outcome, long times, string first) =>
        new("CHANCE-10", $"The outcome '{outcome}' is not a finite number in {times} of the draws, first where {first}.", "Narrow the inputs so that nothing is divided by nought or grows without end, or mend the model.");

    public static Refusal NoOptions() =>
        new("CHANCE-11", "The value of information needs at least one option to choose.", "Name the outcomes that are the net benefit of each option.") { Of = RefusalOf.Question };

    public static Refusal NothingUncertain(string option) =>
        new("CHANCE-12", $"No number of the option '{option}' has a spread, so there is nothing to draw.", "Give the numbers it rests on a 'distribution:', or ask for no runs.") { Of = RefusalOf.Question };

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
