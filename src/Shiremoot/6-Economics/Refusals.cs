using Shiremoot.Terms;

namespace Shiremoot.Economics;

/// <summary>What Economics refuses.</summary>
internal static class Refusals
{
    public const string FileFaults = "ECONOMICS-01";

    public static Refusal NoFolder(string folder) =>
        new("ECONOMICS-02", $"There is no folder of unit costs '{folder}'.", "Create it with a CSV of unit costs, or correct the name.");

    public static Refusal NotCsv(string file, long line, string why) =>
        new("ECONOMICS-03", $"{file}:{line}: this is not a readable table: {why}", "Correct its quotes, or save it again as CSV in UTF-8.");

    public static Refusal NoDeflator(IEnumerable<string> folders) =>
        new("ECONOMICS-04", $"There is no deflator in {string.Join(" or ", folders)}.", "Add a CSV of an index by year, with a .yaml of the same name that says 'holds: deflator'.");

    public static Refusal NoSuchCode(string code, IEnumerable<string> known) =>
        new("ECONOMICS-05", $"There is no unit cost with the code '{code}'.{Near(code, known)}", "Use a code of the unit costs, or add the entry to the place's costs.") { Of = RefusalOf.Name };

    public static Refusal NoPriceYear(string whose) =>
        new("ECONOMICS-06", $"No price year is given for {whose}.", "Give the year whose prices the amount is in, such as 2013/14.") { Of = RefusalOf.Question };

    public static Refusal PriceYearUnreadable(string text, string whose, string example) =>
        new("ECONOMICS-07", $"The price year '{text}' of {whose} cannot be read as a year.", $"Write it as {example}.") { Of = RefusalOf.Question };

    public static Refusal PriceYearOutOfRange(string text, string whose, string first, string last, string series) =>
        new("ECONOMICS-08", $"The price year '{text}' of {whose} is not in the deflator, which runs from {first} to {last} ({series}).", "Choose a year in that range, or give the place a deflator that has it.") { Of = RefusalOf.Question };

    public static Refusal CodeTwice(string code) =>
        new("ECONOMICS-09", $"'{code}' is there twice in what is to be added.", "Name each entry once; for two of a thing give a quantity of two.");

    public static Refusal CountedTwice(string above, string below) =>
        new("ECONOMICS-10", $"'{below}' is already within '{above}': adding both counts it twice.", $"Use either '{above}' or the entries under it.");

    public static Refusal AlternativesAdded(string parent, string one, string other) =>
        new("ECONOMICS-11", $"'{one}' and '{other}' are alternatives under '{parent}': what is under it does not add up to it, so one case is one or the other.", "Choose one, or price each with its own number of cases as a flow.");

    public static Refusal UnitsDiffer(string one, string unit, string other, string otherUnit) =>
        new("ECONOMICS-12", $"'{one}' is {unit} and '{other}' is {otherUnit}: they cannot be added.", "Bring them to one unit by quantities, as flows.");

    public static Refusal NoSuchFlow(string flow, IEnumerable<string> known) =>
        new("ECONOMICS-13", $"There is no flow '{flow}'.{Near(flow, known)}", "Use a flow of costs/flows.yaml, or add it there.");

    public static Refusal FlowTwice(string flow, string period) =>
        new("ECONOMICS-14", $"The flow '{flow}' is given twice for {period}.", "Give one quantity for each flow and period.");

    public static Refusal QuantityNegative(string flow, string period) =>
        new("ECONOMICS-15", $"The quantity of the flow '{flow}' in {period} is below zero.", "Correct the quantity at its source.");

    public static Refusal FlowsOverlap(string one, string code, string other, string otherCode) =>
        new("ECONOMICS-16", $"The flows '{one}' ({code}) and '{other}' ({otherCode}) overlap: one unit cost is within the other, so a total counts some of it twice.", "Total one of them, or mark it 'part_of' the other in costs/flows.yaml.");

    public static Refusal CodeInTwoFiles(string code, string one, string other) =>
        new("ECONOMICS-17", $"The unit cost '{code}' is in {one} and in {other} of the same folder.", "Leave it out of one of them; to override it, put it in the place's costs.");

    // Codes are read from the left: those that begin alike are the likely ones.
    private static string Near(string asked, IEnumerable<string> known)
    {
        string[] near = [.. known.OrderByDescending(k => k.AsSpan().CommonPrefixLength(asked)).Take(5)];
        return near.Length == 0 ? "" : $" Near it: {string.Join(", ", near)}.";
    }
}
