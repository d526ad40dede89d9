using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot.Evidence.Policies;

/// <summary>What judging a policy may refuse.</summary>
static class PolicyRefusals
{
    public static Refusal FileFaults(string file, IReadOnlyList<string> faults) =>
        new("POLICY-01", $"{file} has {(faults.Count == 1 ? "a fault" : string.Create(CultureInfo.InvariantCulture, $"{faults.Count:N0} faults"))}, so no effect is told.", "Correct each where it is said to be; leave a figure that is not published empty.") { Details = [.. faults.Take(20)] };

    public static Refusal Periods(string file, IReadOnlyList<string> labels) =>
        new("POLICY-02", $"The periods of {file} cannot be put in order: {string.Join(", ", labels.Take(5).Select(l => $"'{l}'"))}{(labels.Count > 5 ? " and others" : "")}.", "Write them all in one form: 2019, 2019-04, 2019-Q2, 2019-04-30 or 2019/20.");

    public static Refusal From(string from, IEnumerable<string> labels) =>
        new("POLICY-03", $"The start '{from}' is not written as the periods are, such as '{labels.First()}'.", "Write it in their form.") { Of = RefusalOf.Question };

    public static Refusal NoneBefore(string file) => new("POLICY-04", $"{file} has no period before the policy: nothing can be compared.", "Give earlier periods, or see that the start is right.");

    public static Refusal NoneSince(string file, string from) => new("POLICY-05", $"{file} has no period from '{from}' on.", "Give later periods, or see that the start is right.");

    public static Refusal AllTreated(string file) => new("POLICY-06", $"Every unit of {file} is treated at once: none is left to say what would have happened anyway.", "Give units without the policy; or, of one series, use interrupted time series.");

    public static Refusal NoneTreated(string file) => new("POLICY-07", $"No unit of {file} is treated.", "See that the column of --treated has 1 for units, or rows, with the policy.");

    public static Refusal FewUnits(string file, int units) =>
        new("POLICY-08", string.Create(CultureInfo.InvariantCulture, $"{file} has {units} {(units == 1 ? "unit" : "units")} that can be compared; at least 3 are needed."), "Give units without the policy; or, of one series, use interrupted time series.");

    public static Refusal OneOutcome(string file) => new("POLICY-09", $"The outcome of {file} is the same everywhere, or nowhere a number.", "See that the column is the right one.");

    public static Refusal NothingToCompare(string file) => new("POLICY-10", $"No treated unit of {file} has figures both in the period before it began and since, beside others that do.", "Give the figures of those periods.");

    public static Refusal NoError(string file) => new("POLICY-11", $"The figures of {file} follow the model without any error, so that nothing can be said of chance.", "See that they are figures as published, and not made by a formula.");

    public static Refusal Confidence(double confidence) => new("POLICY-12", string.Create(CultureInfo.InvariantCulture, $"The confidence is {confidence}; it lies between 0 and 1."), "Give a number such as 0.95.") { Of = RefusalOf.Question };

    public static Refusal FewPeriods(string file, int before, int since, int columns) =>
        new("POLICY-13", string.Create(CultureInfo.InvariantCulture, $"{file} has {before} periods before the policy and {since} since; at least 3 of each, and more than {columns} in all, are needed."), "Give more periods, or leave out the season.");

    public static Refusal Lag(int lag, int periods) =>
        new("POLICY-14", string.Create(CultureInfo.InvariantCulture, $"The lag is {lag}; it is a whole number from 0 to less than the {periods} periods."), "Give a smaller lag, or none for the usual one.") { Of = RefusalOf.Question };

    public static Refusal Season(string file, string asked, string form) => new("POLICY-15", $"A season by {asked} was asked for, but the periods of {file} are {form}.", "Give periods such as 2019-04 or 2019-Q2, or leave out the season.") { Of = RefusalOf.Question };
}
