using Microsoft.Extensions.Primitives;
using Shiremoot.Futures;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shiremoot.Web.Pages.Futures;

namespace Shiremoot.Web.Api;

/// <summary>A number of a scenario with what is known of it.</summary>
internal sealed record ScenarioNumberAnswer(string Name, string Title, double Value, double Low, double High, double From, double To, string? Evidence, string Source);

/// <summary>A scenario of the place.</summary>
internal sealed record ScenarioAnswer(string Id, string Title, string Says, string For, IReadOnlyList<string> Answers, IReadOnlyList<ScenarioNumberAnswer> Numbers);

/// <summary>A scenario's file that cannot be read.</summary>
internal sealed record ScenarioRefused(string Id, string File, string Code, string Says, string Try, IReadOnlyList<string> Details);

internal sealed record ScenariosAnswer(IReadOnlyList<ScenarioAnswer> Scenarios, IReadOnlyList<ScenarioRefused> Refused);

/// <summary>How far answers have come: for each 0 waiting, 1 a first answer, 2 the sharp one, 3 refused.</summary>
internal sealed record ProgressAnswer(string Says, string Stages, bool Last);

/// <summary>What would happen if, as the pages show it.</summary>
internal static class FuturesApi
{
    private const string Again = "5";
    private static readonly IReadOnlyDictionary<string, (string Title, Func<FutureAnswer, ReleaseTable> Of)> Tables = new Dictionary<string, (string, Func<FutureAnswer, ReleaseTable>)>(StringComparer.Ordinal)
    {
        ["measures"] = ("What would happen, over all years", FutureTables.OfMeasures),
        ["years"] = ("What would happen, year by year", FutureTables.OfYears),
        ["money"] = ("Who pays and who saves", FutureTables.OfMoney),
        ["ledger"] = ("What the money is for", FutureTables.OfLedger),
        ["ways"] = ("Who goes where, in a year; of the sharp answer", answer => FutureTables.OfWays([answer])),
        ["groups"] = ("What would happen, by sex and age", FutureTables.OfGroups),
    };

    public static void Map(RouteGroupBuilder v1)
    {
        RouteGroupBuilder futures = v1.MapGroup("/futures");
        futures.MapGet("", All).Produces<ScenariosAnswer>().WithName("futures").WithSummary("The scenarios of the place, and those whose files cannot be read with why.");
        futures.MapGet("/progress", Progress).Produces<ProgressAnswer>().ProducesProblem(400).ProducesProblem(404).WithName("futures-progress").WithSummary("How far answers have come.").WithDescription("of: a scenario, with its numbers after a question mark, or empty for the place as it goes on; may be given more than once.");
        foreach ((string path, string name, string title) in (ReadOnlySpan<(string, string, string)>)[("/scenarios/{id}", "future", "What would happen with a scenario"), ("/as-things-are", "future-as-things-are", "The place as it goes on")])
        {
            bool isOfScenario = path.Contains("{id}", StringComparison.Ordinal);
            futures.MapGet(path, isOfScenario ? One : AsThingsAre)
                .Produces(200, contentType: "application/json").Produces<ProgressAnswer>(202).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).WithName(name).WithSummary($"{title}, as 'simulate --json' prints it.")
                .WithDescription("Answered 202, with how far it has come, until it is worked out: ask again. coarse=true: the first answer, from few runs. years: 5, 10 or 15. n-NAME: a value of the scenario's number NAME.");
            foreach ((string table, (string of, _)) in Tables)
                foreach (string format in (string[])["csv", "xlsx"])
                    futures.MapGet($"{path}/{table}.{format}", isOfScenario ? (Shire shire, AnswerDesk desk, HttpRequest request, string id, bool? coarse) => File(shire, desk, request, id, coarse, table, format) : (Shire shire, AnswerDesk desk, HttpRequest request, bool? coarse) => File(shire, desk, request, null, coarse, table, format))
                        .Produces(200, contentType: format == "csv" ? "text/csv" : TableFile.Workbook).Produces<ProgressAnswer>(202).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).WithName($"{name}-{table}-{format}").WithSummary($"{of} ({format}).");
        }
    }

    private static ScenariosAnswer All(Shire shire)
    {
        List<ScenarioAnswer> read = [];
        List<ScenarioRefused> refused = [];
        foreach (PlaceScenario each in shire.Scenarios)
            if (each.Read.Refused(out Refusal? why, out Scenario? s)) refused.Add(new(each.Id, each.ShownAs, why.Code, why.Says, why.Try, why.Details));
            else read.Add(new(each.Id, s.Title, s.Says, s.Who.InWords, s.Answers, [.. s.Numbers.Select(n => new ScenarioNumberAnswer(n.Name, n.Title, n.Value, n.Low, n.High, n.Slider.From, n.Slider.To, n.IsAssumption ? null : n.Evidence, n.Source))]));
        return new(read, refused);
    }

    private static IResult Progress(Shire shire, AnswerDesk desk, string[] of)
    {
        List<FutureChoice> choices = [];
        foreach (string each in of)
        {
            if (FutureChoice.Read(shire, each).Refused(out Refusal? why, out FutureChoice? choice)) return why.Answer();
            choices.Add(choice);
        }
        return choices.Count == 0 ? Results.BadRequest() : Results.Json(Told([.. choices.Select(desk.Look)]));
    }

    private static Task<IResult> One(Shire shire, AnswerDesk desk, HttpRequest request, string id, bool? coarse) => Answer(shire, desk, request, id, coarse, answer => Results.Json(FutureJson.Of(answer), OptionsApi.AsTheCommand));

    private static Task<IResult> AsThingsAre(Shire shire, AnswerDesk desk, HttpRequest request, bool? coarse) => Answer(shire, desk, request, null, coarse, answer => Results.Json(FutureJson.Of(answer), OptionsApi.AsTheCommand));

    private static Task<IResult> File(Shire shire, AnswerDesk desk, HttpRequest request, string? id, bool? coarse, string table, string format) =>
        Answer(shire, desk, request, id, coarse, answer => TableFile.Of(Tables[table].Of(answer), table, format));

    private static async Task<IResult> Answer(Shire shire, AnswerDesk desk, HttpRequest request, string? id, bool? coarse, Func<FutureAnswer, IResult> show)
    {
        if (Choice(shire, id, request.Query).Refused(out Refusal? why, out FutureChoice? choice)) return why.Answer();
        if (coarse == true && await desk.CoarseAsync(choice) is { } first) return show(first);
        AnswerState state = coarse == true ? desk.Look(choice) : await desk.AskAsync(choice);
        if (state.Why is not null) return state.Why.Answer();
        if (state.Stage == AnswerStage.Sharp && coarse != true) return show(state.Answer!);
        request.HttpContext.Response.Headers.RetryAfter = Again;
        return Results.Json(Told([state]), statusCode: StatusCodes.Status202Accepted);
    }

    private static Outcome<FutureChoice> Choice(Shire shire, string? id, IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        if (id is null) return FutureChoice.AsThingsAre;
        if (shire.FindScenario(id).Refused(out Refusal? why, out Scenario? scenario)) return why;
        (FutureChoice choice, IReadOnlyList<(string Field, string Says)> faults) = FutureChoice.Read(id, scenario, query);
        return faults.Count == 0 ? choice : Pages.Futures.Refusals.NumberNotUsable(faults[0].Says + ".");
    }

    private static ProgressAnswer Told(IReadOnlyList<AnswerState> states) =>
        new((states.FirstOrDefault(s => !s.IsLast) ?? states[0]).Says, string.Join(",", states.Select(s => (int)s.Stage)), states.All(s => s.IsLast));
}
