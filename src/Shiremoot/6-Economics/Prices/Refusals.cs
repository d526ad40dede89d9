using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Economics.Prices;

/// <summary>What bringing an amount to other prices refuses.</summary>
internal static class Refusals
{
    public static Refusal NoSuchIndex(string index, IEnumerable<string> known) =>
        new("PRICES-01", known.Any() ? $"There is no price index '{index}'.{Spelling.Suggest(index, known)} There are {string.Join(", ", known)}." : $"There is no price index '{index}': no file holds changes of prices.",
            "Name one of them, or add a CSV of changes with a .yaml of the same name that says 'holds: price-changes'.")
        { Of = RefusalOf.Name };

    public static Refusal YearUnreadable(string text, string whose) =>
        new("PRICES-02", $"The price year '{text}' of {whose} cannot be read.", "Write a calendar year as 2016, a financial year as 2015/16, a quarter as 2016Q2.") { Of = RefusalOf.Question };

    public static Refusal KindsDiffer(string from, string to, string whose) =>
        new("PRICES-03", $"{from} and {to} ({whose}) are not a whole number of years apart, and the index is of changes on a year before.", "Give both as calendar years, both as financial years, or both as the same quarter.") { Of = RefusalOf.Question };

    public static Refusal OutOfRange(string year, string whose, string index, string first, string last) =>
        new("PRICES-04", $"'{year}' ({whose}) is not in the index '{index}', which runs from {first} to {last}.", "Choose a year in that range, or add a series that has it.") { Of = RefusalOf.Question };

    public static Refusal NotValidOn(string code, string day, string spans) =>
        new("PRICES-05", $"The unit cost '{code}' has no figure that is valid on {day}; it has those of {spans}.", "Ask for another day, or add the figure of that time with its valid_from.") { Of = RefusalOf.Question };

    public static Refusal NoSuchCause(string spend, string flow, IEnumerable<string> known) =>
        new("PRICES-06", $"The spend '{spend}' is explained by the flow '{flow}', which is not there.{Spelling.Suggest(flow, known)}", "Name a flow of costs/flows.yaml.");

    public static Refusal CauseWithin(string spend, string flow, string whole) =>
        new("PRICES-07", $"The spend '{spend}' is explained by '{flow}' and by '{whole}', which it is within: it would count twice.", "Name one of the two in 'explained_by'.");
}
