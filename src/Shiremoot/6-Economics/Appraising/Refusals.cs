using NodaTime;
using Shiremoot.Terms;

namespace Shiremoot.Economics.Appraising;

/// <summary>What the appraisal of options refuses.</summary>
internal static class Refusals
{
    public static Refusal NoSchedule(string id, LocalDate day, IEnumerable<string> known) =>
        new("ECONOMICS-40", $"There is no schedule of discount rates '{id}' that stands on {day:uuuu-MM-dd}. There are: {string.Join(", ", known)}.", "Name one of these as 'discounting:', or add it to costs/discounting.yaml.") { Of = RefusalOf.Name };

    public static Refusal TooManyYears(int years, DiscountSchedule schedule) =>
        new("ECONOMICS-41", $"The option runs for {years} years; the schedule '{schedule.Id}' gives rates to year {schedule.ToYear}.", "Give fewer years, or a schedule that reaches as far.");

    public static Refusal NoSuchName(string name, IEnumerable<string> known) =>
        new("ECONOMICS-42", $"Nothing in this appraisal is called '{name}'. There are: {string.Join(", ", known)}.", "Ask for one of these with --explain.") { Of = RefusalOf.Name };

    public static Refusal NoMeasureHere(string what, string id) =>
        new("ECONOMICS-43", $"The option takes its people from the {what} '{id}', which is of a place, and no place is given.", "Give the place with --place.") { Of = RefusalOf.Question };

    public static Refusal NoFigure(string id, string place) =>
        new("ECONOMICS-44", $"'{id}' has no figure in {place} that may be shown.", "Take in its feed, or write the number of people with its source.");
}
