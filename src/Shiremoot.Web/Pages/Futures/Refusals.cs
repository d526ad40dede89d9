using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.Futures;

/// <summary>What pages of the future refuse before a room is asked.</summary>
internal static class Refusals
{
    public static Refusal AnswerFailed() =>
        new("WEB-30", "The answer could not be worked out: the program failed.", "Look at what it wrote on its terminal, and report it.");

    public static Refusal NumberNotUsable(string says) =>
        new("WEB-31", says, "Mend the address, or open the scenario's page and set its numbers there.") { Of = RefusalOf.Question };

    public static Refusal NotCompared(int least, int most) =>
        new("WEB-32", $"Choose {least} to {most} scenarios to compare.", "Tick them on the list of scenarios.") { Of = RefusalOf.Question };
}
