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
}
