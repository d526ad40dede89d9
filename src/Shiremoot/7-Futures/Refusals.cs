using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>What Futures refuses.</summary>
internal static class Refusals
{
    public static Refusal NoGenerateFile(string place) =>
        new("FUTURES-01", $"The place '{place}' has no generate.yaml.", "Write one: docs/how-to/generate-people.md says what it holds; places/west-midlands has an example.");

    public static Refusal NoSuchSet(string set, IReadOnlyList<string> sets) =>
        new("FUTURES-02", $"There is no set of targets '{set}'.", sets.Count == 0 ? "This place has one set: leave --targets out." : $"Choose one of {string.Join(", ", sets)}.") { Of = RefusalOf.Name };

    public static Refusal PeopleOutOfRange(long people, long most) =>
        new("FUTURES-03", $"{people} people cannot be made.", $"Ask for 1 to {most} people.") { Of = RefusalOf.Question };

    public static Refusal YearsOutOfRange(int years, int most) =>
        new("FUTURES-04", $"{years} years cannot be made.", $"Ask for 1 to {most} years.") { Of = RefusalOf.Question };

    public static Refusal NotReached(double gap, string target) =>
        new("FUTURES-05", $"Calibration could not meet the targets: '{target}' is still {gap:P1} off.", "Some targets may not be reachable together: look at the report, and change a number of model.yaml or a target.");
}
