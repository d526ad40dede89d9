using System.Globalization;
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
        new("FUTURES-03", string.Create(CultureInfo.InvariantCulture, $"{people:N0} people cannot be made."), string.Create(CultureInfo.InvariantCulture, $"Ask for 1 to {most:N0} people.")) { Of = RefusalOf.Question };

    public static Refusal YearsOutOfRange(int years, int most) =>
        new("FUTURES-04", $"{years} years cannot be made.", $"Ask for 1 to {most} years.") { Of = RefusalOf.Question };
}
