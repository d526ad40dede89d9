using System.Text.Json;
using System.Text.Json.Serialization;
using Shiremoot.Futures;
using Shiremoot.Terms;
using Shiremoot.Web.Pages.Futures.Budgets;

namespace Shiremoot.Web.Api;

/// <summary>A contract in a line.</summary>
internal sealed record ContractAnswer(string Id, string Title, bool OfPlace, IReadOnlyList<string> Years, string Holder);

internal static class BudgetsApi
{
    // As the command line writes it.
    private static readonly JsonSerializerOptions AsTheCommand = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static void Map(RouteGroupBuilder v1)
    {
        RouteGroupBuilder budgets = v1.MapGroup("/futures/budgets");
        budgets.MapGet("", All).Produces<IReadOnlyList<ContractAnswer>>().WithName("budgets").WithSummary("The contracts of the place and the schemes of the past that can be read.");
        budgets.MapGet("/{id}", (Shire shire, string id, string? futures) => shire.BudgetOf(id, Asked(futures)).Refused(out Refusal? why, out BudgetResult? b) ? why.Answer() : Results.Json(BudgetJson.Of(b, []), AsTheCommand))
            .Produces(StatusCodes.Status200OK, contentType: "application/json").ProducesProblem(404).ProducesProblem(409).WithName("budget").WithSummary("One contract worked out, as 'budget --json' prints it.").WithDescription("futures: a result of the place's folder 'futures'; the contract's own demand if left out.");
        foreach (string format in (string[])["csv", "xlsx"])
        {
            string type = format == "csv" ? "text/csv" : TableFile.Workbook;
            budgets.MapGet($"/{{id}}/years.{format}", (Shire shire, string id, string? futures) => shire.BudgetOf(id, Asked(futures)).Refused(out Refusal? why, out BudgetResult? b) ? why.Answer() : TableFile.Of(BudgetTables.OfYears(b), id, format))
                .Produces(StatusCodes.Status200OK, contentType: type).ProducesProblem(404).ProducesProblem(409).WithName($"budget-years-{format}").WithSummary($"The parties of a contract by year ({format}).");
            budgets.MapGet($"/side-by-side.{format}", (Shire shire, string[] of) => Beside(shire, of, format))
                .Produces(StatusCodes.Status200OK, contentType: type).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).WithName($"budgets-side-by-side-{format}").WithSummary($"Contracts side by side ({format}).");
        }
    }

    private static IResult All(Shire shire) => Results.Json(shire.Contracts.Where(c => !c.Read.IsRefused)
        .Select(c => (File: c, Contract: c.Read.Value)).Select(c => new ContractAnswer(c.File.Id, c.Contract.Title, c.File.IsOfPlace, c.Contract.CashYears, c.Contract.Parties[c.Contract.Holder].Title)).ToList());

    private static IResult Beside(Shire shire, string[] of, string format)
    {
        string[] ids = [.. of.Distinct()];
        if (ids.Length is 0 or > ComparePage.MostColumns) return ApiRefusals.HowManyContracts(ComparePage.MostColumns).Answer();
        List<BudgetResult> budgets = [];
        foreach (string id in ids)
        {
            if (shire.BudgetOf(id).Refused(out Refusal? why, out BudgetResult? budget)) return why.Answer();
            budgets.Add(budget);
        }
        return TableFile.Of(BudgetTables.OfContracts(budgets), "contracts", format);
    }

    private static string? Asked(string? result) => string.IsNullOrEmpty(result) ? null : result;
}
