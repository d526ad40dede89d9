using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Futures;

/// <summary>Addresses of an answer's files, and of how far answers have come.</summary>
internal static class FutureFiles
{
    public const string Root = "/api/v1/futures";

    /// <summary>A table of an answer as files: of the runs the page shows.</summary>
    /// <param name="state">The answer as the page shows it.</param>
    /// <param name="table">measures, money, years, ways, groups or ledger.</param>
    /// <param name="of">What is in it.</param>
    public static IReadOnlyList<Download> Of(AnswerState state, string table, string of) =>
        [.. new[] { ("csv", "CSV"), ("xlsx", "Excel") }.Select(f => new Download($"{Base(state.Choice)}/{table}.{f.Item1}{Query(state)}", f.Item2, of))];

    /// <summary>The whole answer as JSON.</summary>
    public static string Json(AnswerState state) => Base(state.Choice) + Query(state);

    /// <summary>Where a page learns how far its answers have come.</summary>
    public static string Progress(IEnumerable<FutureChoice> choices) => $"{Root}/progress?{string.Join('&', choices.Select(c => $"of={Uri.EscapeDataString(c.Of)}"))}";

    private static string Base(FutureChoice choice) => choice.Scenario is null ? $"{Root}/as-things-are" : $"{Root}/scenarios/{Uri.EscapeDataString(choice.Id)}";

    private static string Query(AnswerState state) => state.Stage != AnswerStage.Coarse ? state.Choice.Query : state.Choice.Query.Length == 0 ? "?coarse=true" : state.Choice.Query + "&coarse=true";
}
