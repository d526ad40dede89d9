using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Picture.PeopleMeasuring;

/// <summary>What drawing measures of people may refuse.</summary>
static class PeopleRefusals
{
    public static Refusal FileFaults(IReadOnlyList<string> faults) =>
        new("PICTURE-40", $"The place's measures have {(faults.Count == 1 ? "a fault" : $"{faults.Count} faults")}.", "Correct the lines named and run the command again.") { Details = faults };

    public static Refusal NoCohort(string measure, string cohort, IEnumerable<string> known) =>
        new("PICTURE-41", $"The measure '{measure}' is of the cohort '{cohort}', which is not there.{Spelling.Suggest(cohort, known)}", "Add the file to 'cohorts', or name another.");

    public static Refusal NoIndex(string measure, string cohort) =>
        new("PICTURE-42", $"The measure '{measure}' counts from an index date; the cohort '{cohort}' has none.", "Give the cohort an 'index', such as first(release).");

    public static Refusal NotANumber(string measure, string written) =>
        new("PICTURE-43", $"'{written}' of the measure '{measure}' is not a number.", "Give a number, such as count(arrest) or a numeric attribute.");

    public static Refusal BelowNought(string measure, string written) =>
        new("PICTURE-44", $"'{written}' of the measure '{measure}' is below nought for some people; a share of demand cannot be.", "Give a count or an amount that is never negative.");

    public static Refusal TooManyGroups(string by, int most) =>
        new("PICTURE-45", $"'{by}' has more than {most} different values: too many groups for a table.", "Group it more coarsely, for example by a code map in the feed.");

    public static Refusal NoFollowUp(string measure) =>
        new("PICTURE-46", $"No event has a day, so that '{measure}' cannot tell how long people were followed.", "Give 'followed_to' as a date or as a day of each person.");

    public static Refusal NoSuchMeasure(string id, IEnumerable<string> known) =>
        new("PICTURE-47", $"There is no measure '{id}' in this place.{Spelling.Suggest(id, known)}", "Name a measure of the folder 'measures'.");

    public static Refusal NoPlace(string measure, string column, IEnumerable<string> known) =>
        new("PICTURE-51", $"The measure '{measure}' speaks of '{column}', which the records do not have as text.{Spelling.Suggest(column, known)}", "Let a feed keep it with its events or its people, such as provider, area or home_area.");

    public static Refusal TooManyWays(int most) =>
        new("PICTURE-52", $"A measure of reoffending has more than {most} ways in.", "Name several kinds of event in one entry.");

    public static Refusal NoOffenceDay(string attribute) =>
        new("PICTURE-48", $"Events have no day '{attribute}', so that it cannot be told when what they prove was committed.", "Let the feed keep the day of the offence with its convictions and cautions, or name it in 'committed'.");

    public static Refusal NoHorizon(string measure, string score) =>
        new("PICTURE-49", $"The measure '{measure}' follows people for one year; {score} says nothing of one year.", "Write 'follow_up_months: 24' and 'proof_months: 30', or name a score with a horizon of one year, such as ogrs3.");

    public static Refusal AsksForNeeds(string measure, string score) =>
        new("PICTURE-50", $"{score} asks for needs as assessed, which no story holds, so that the measure '{measure}' cannot use it.", "Name a score of sex, age, sanctions and offence alone, such as ogrs3.");

    public static Refusal ShowsNoScore(string measure) =>
        new("PICTURE-96", $"The measure '{measure}' shows no score beside what came of it.", "Ask for a measure of 'shows: expected'.") { Of = RefusalOf.Question };
}
