using Shiremoot.Terms;

namespace Shiremoot.Web.Api;

/// <summary>What the API refuses by itself, before a room is asked.</summary>
internal static class ApiRefusals
{
    public static Refusal NoPeopleMeasure(string id, IEnumerable<string> known) =>
        new("WEB-10", $"There is no measure of people '{id}'.", $"Ask for one of: {Listed(known)}.") { Of = RefusalOf.Name };

    public static Refusal NoBreakdown(string by, IEnumerable<string> offered) =>
        new("WEB-11", $"The measure offers no breakdown by '{by}'.", $"Ask for one of: {Listed(offered)}.");

    public static Refusal NoTable(string table) =>
        new("WEB-06", $"There is no table '{table}'.", "Ask for 'figures' or 'comparison'.");

    public static Refusal HowManyContracts(int most) =>
        new("WEB-20", "The question names no contract, or too many to set side by side.", $"Name one to {most} contracts: ?of=ONE&of=OTHER.") { Of = RefusalOf.Question };

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } listed ? listed : "none, for there is none yet";
}
