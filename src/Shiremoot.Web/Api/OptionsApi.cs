using System.Text.Json;
using System.Text.Json.Serialization;
using Shiremoot.Economics;
using Shiremoot.Terms;
using Shiremoot.Web.Pages.Costs.Options;

namespace Shiremoot.Web.Api;

/// <summary>An option in a line. Pounds at its price year; null where a figure has no meaning.</summary>
internal sealed record OptionAnswer(string Id, string Title, string PriceYear, double? NetPresentPublicValue, double? NetPresentBudgetImpact, double? BenefitCostRatio, double? PaybackYear, string? GainsMost);

/// <summary>An option file that cannot be appraised.</summary>
internal sealed record OptionRefused(string Id, string File, string Code, string Says, string Try, IReadOnlyList<string> Details);

internal sealed record OptionsAnswer(IReadOnlyList<OptionAnswer> Options, IReadOnlyList<OptionRefused> Refused);

internal static class OptionsApi
{
    // As the command line writes it.
    internal static readonly JsonSerializerOptions AsTheCommand = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static void Map(RouteGroupBuilder v1)
    {
        RouteGroupBuilder options = v1.MapGroup("/costs/options");
        options.MapGet("", All).Produces<OptionsAnswer>().ProducesProblem(400).WithName("options").WithSummary("The options of the place, and those that cannot be appraised with why.").WithDescription("year: the price year; each option's own if left out.");
        options.MapGet("/{id}", One)
            .Produces(StatusCodes.Status200OK, contentType: "application/json").ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).WithName("option").WithSummary("One option appraised, as 'appraise --json' prints it.");
        foreach (string format in (string[])["csv", "xlsx"])
        {
            string type = format == "csv" ? "text/csv" : TableFile.Workbook;
            options.MapGet($"/{{id}}/ledger.{format}", (Shire shire, string id, string? year) => Appraised(shire, id, year).Refused(out Refusal? why, out Appraisal? appraisal) ? why.Answer() : TableFile.Of(AppraisalTables.OfLedger(appraisal), "ledger", format))
                .Produces(StatusCodes.Status200OK, contentType: type).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).WithName($"option-ledger-{format}").WithSummary($"Who spends and who saves by an option ({format}).");
            options.MapGet($"/{{id}}/years.{format}", (Shire shire, string id, string? year) => Appraised(shire, id, year).Refused(out Refusal? why, out Appraisal? appraisal) ? why.Answer() : TableFile.Of(AppraisalTables.OfYears(appraisal), "years", format))
                .Produces(StatusCodes.Status200OK, contentType: type).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).WithName($"option-years-{format}").WithSummary($"An option year by year ({format}).");
        }
    }

    private static IResult One(Shire shire, string id, string? year)
    {
        AppraisalRuns? runs = null;
        if (Appraised(shire, id, year).Refused(out Refusal? why, out Appraisal? appraisal) || (OptionDraws.Of(shire, appraisal) is { } drawn && drawn.Refused(out why, out runs))) return why.Answer();
        return Results.Json(AppraisalJson.Of(appraisal, runs), AsTheCommand);
    }

    private static IResult All(Shire shire, string? year)
    {
        List<OptionAnswer> options = [];
        List<OptionRefused> refused = [];
        foreach (PlaceOption option in shire.Options(Asked(year)))
            if (!option.Appraised.Refused(out Refusal? why, out Appraisal? a))
                options.Add(new(option.Id, a.Option.Title, a.Option.PriceYear, a["net_present_public_value"], a["net_present_budget_impact"], a["benefit_cost_ratio"], a["payback_year"], a.Ledger.MaxBy(l => l.Net) is { Net: > 0 } most ? most.Bearer : null));
            else if (why.Of == RefusalOf.Question) return why.Answer();
            else refused.Add(new(option.Id, option.ShownAs, why.Code, why.Says, why.Try, why.Details));
        return Results.Json(new OptionsAnswer(options, refused));
    }

    private static Outcome<Appraisal> Appraised(Shire shire, string id, string? year) => shire.AppraiseOption(id, Asked(year));

    private static string? Asked(string? year) => string.IsNullOrEmpty(year) ? null : year;
}
