using Shiremoot.Futures;

namespace Shiremoot.Web.Pages.Futures;

/// <summary>Which measures a board looks at first: custody of those the scenario is for, sentences of custody, what is proven, arrests, community sentences, services, queues.</summary>
internal static class MainLines
{
    private const int MostDrawn = 4, AgeOfAdults = 18;

    /// <summary>The measures in the order they are read, those of which there is anything.</summary>
    public static IReadOnlyList<FutureLine> Of(FutureAnswer answer)
    {
        bool isWomen = answer.Scenario?.Who.Female == true, isChildren = answer.Scenario?.Who.UnderAge <= AgeOfAdults;
        string[] order =
        [
            isChildren ? "children-in-custody" : isWomen ? "women-in-custody" : "people-in-custody", isChildren ? "custodial-sentences-children" : "custodial-sentences",
            "proven", "arrests", "community-sentences", "waits", "in-custody-network", "investigations", .. answer.Scenario is null ? (string[])["women-in-custody", "children-in-custody"] : [],
        ];
        return [.. order.Select(id => answer.Lines.FirstOrDefault(l => l.Id == id)).OfType<FutureLine>().Where(HasAny)];
    }

    /// <summary>Those that are drawn.</summary>
    public static IReadOnlyList<FutureLine> Drawn(FutureAnswer answer) => [.. Of(answer).Take(answer.Scenario is null ? MostDrawn + 2 : MostDrawn)];

    /// <summary>The measure of the headline: the first whose change is clear, or the first of all; null if nothing is followed.</summary>
    public static FutureLine? Headline(FutureAnswer answer)
    {
        IReadOnlyList<FutureLine> main = Of(answer);
        return main.FirstOrDefault(FutureWords.IsClear) ?? main.FirstOrDefault() ?? answer.Lines.FirstOrDefault();
    }

    /// <summary>What public budgets pay in all; null where there is no money.</summary>
    public static FutureLine? Budgets(FutureAnswer answer) => answer.Money.FirstOrDefault(l => l.Id == "fiscal");

    private static bool HasAny(FutureLine line) => line.OverAll.Baseline.Mean != 0 || line.OverAll.With.Mean != 0;
}
