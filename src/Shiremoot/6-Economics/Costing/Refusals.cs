using Shiremoot.Terms;

namespace Shiremoot.Economics.Costing;

/// <summary>What costing of stories refuses.</summary>
static class Refusals
{
    public static Refusal NothingDated() =>
        new("COSTING-01", "No event of these records has a date, so nothing can be put in a year and priced.", "Take in records whose events have a start date.");

    public static Refusal NotAFinancialYear(string year) =>
        new("COSTING-02", $"'{year}' is not a financial year.", "Write it as 2015/16: costs are put in years from April to March.") { Of = RefusalOf.Question };

    public static Refusal NoIndexDate(string cohort) =>
        new("COSTING-03", $"The cohort '{cohort}' has no index date, so there is no day to follow people from.", "Choose a cohort with an index date, or leave the months out.") { Of = RefusalOf.Question };

    public static Refusal MonthsOutOfRange(int months) =>
        new("COSTING-04", $"{months} months cannot be followed.", "Give a number of months from 1 to 600.") { Of = RefusalOf.Question };

    public static Refusal TooManyCohorts(int asked, int most) =>
        new("COSTING-05", $"{asked} cohorts are more than can be costed side by side.", $"Ask for at most {most} at once.") { Of = RefusalOf.Question };

    public static Refusal NoParts(string by) =>
        new("COSTING-06", $"Nothing is known by which people could be told apart by {by}.", "Ask with --by agency, stage, year or what; for areas let a feed keep 'home_area' with its people.") { Of = RefusalOf.Question };

    public static Refusal PartsAreRows(string by) =>
        new("COSTING-07", $"The {by} of people cannot make the columns.", $"Write it first: --by {by} agency.") { Of = RefusalOf.Question };

    public static Refusal NotAFall(string written) =>
        new("COSTING-08", $"'{written}' is no fall in use.", "Write a part of it (10%), or a number above nought of people (200, or '200 people') or of stays in custody ('50 stays').") { Of = RefusalOf.Question };

    public static Refusal FallsTooFar(string asked, string most) =>
        new("COSTING-09", $"{asked} fewer is more than there is: {most}.", "Ask for a smaller fall.") { Of = RefusalOf.Question };

    public static Refusal TooFewToFall(string what) =>
        new("COSTING-10", $"There are no {what}, or too few to be shown, so that a number of them is no share that may be told.", "Ask for a fall in per cent, for another year, or for a larger cohort.") { Of = RefusalOf.Question };

    public static Refusal OnlyFiscalFalls() =>
        new("COSTING-11", "What is saved is told of fiscal cost alone: harm that is not done is no cash.", "Leave out --kind.") { Of = RefusalOf.Question };
}
