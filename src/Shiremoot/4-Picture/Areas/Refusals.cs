using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Picture.Areas;

/// <summary>What the picture of areas may refuse.</summary>
static class AreaRefusals
{
    public static Refusal MeasureFaults(IReadOnlyList<string> faults) =>
        new("AREAS-01", $"The place's measures have {(faults.Count == 1 ? "a fault" : $"{faults.Count} faults")}.", "Correct the lines named and run the command again.") { Details = faults };

    public static Refusal NoSuchMeasure(string measure, IReadOnlyList<string> known) =>
        new("AREAS-02", $"There is no measure '{measure}' in this place.{Spelling.Suggest(measure, known)}", "Name a measure of the folder 'measures', or none to see all.");

    public static Refusal NotTakenIn(string measure, string series) =>
        new("AREAS-03", $"The measure '{measure}' needs the series '{series}', and no file that has it has been taken in.", "Take in the feed that makes the series.");

    public static Refusal WouldAddRates(string measure, string series, string period, int rows, IReadOnlyList<string> dimensions) =>
        new("AREAS-04", $"The measure '{measure}' would add up {rows} published rates of '{series}' for one area in {period}; rates are never added.",
            dimensions.Count == 0
                ? "The source has the same cell more than once: look at the loads of the series."
                : $"Fix the dimension in the measure with 'where' or 'whole', or break down by it: {string.Join(", ", dimensions)}.");

    public static Refusal NotBy(string measure, string dimension, IReadOnlyList<string> known) =>
        new("AREAS-05", $"The measure '{measure}' cannot be broken down by '{dimension}'.{Spelling.Suggest(dimension, known)}",
            known.Count == 0 ? "Its source has no breakdown." : $"It can be broken down by {string.Join(", ", known)}.")
        { Of = RefusalOf.Question };

    public static Refusal NoAreas(string measure, string place, IReadOnlyList<string> wanted) =>
        new("AREAS-06", $"The measure '{measure}' is for {string.Join(", ", wanted)}, and {place} has no such area.", "Add the area to place.yaml, or leave the measure out.");

    public static Refusal CountsOfPeople(string measure, string feed) =>
        new("AREAS-07", $"The measure '{measure}' would show counts from '{feed}', whose origin is real records, as if they were published.",
            "Use a measure of people for these, or mark the feed 'origin: published' if they are.");

    public static Refusal NoSuchPeriod(string measure, string period, IReadOnlyList<string> known) =>
        new("AREAS-08", $"The measure '{measure}' has no period '{period}'.{Spelling.Suggest(period, known)}", $"It has {string.Join(", ", known)}.") { Of = RefusalOf.Question };
}
