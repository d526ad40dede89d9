using Shiremoot.Economics;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shiremoot.Web.Pages.Costs;

namespace Shiremoot.Web.Api;

/// <summary>What the place's flows cost at the prices of a year, what is spent, and what is not priced and why.</summary>
internal sealed record CostsAnswer(string PriceYear, IReadOnlyList<FlowAnswer> Flows, IReadOnlyList<SpendAnswer> Spend, IReadOnlyList<ExplainedAnswer> Explained, IReadOnlyList<FlowLeftOut> NotPriced);

/// <summary>A flow of one period on one agency. Amounts in pounds. Not in the total: within or beside another flow.</summary>
internal sealed record FlowAnswer(string Flow, string Title, string Period, string Agency, string Kind, decimal Quantity, string UnitCost, decimal Each, decimal Cost, string Quality, bool IsInTotal);

/// <summary>A line of spending as its source gives it, in cash of its year. Lines overlap: they are no total.</summary>
internal sealed record SpendAnswer(string Id, string Title, decimal Pounds, bool IsApproximate, string? Year, string Payer, string? PartOf, string KnownBy, string Source, string Note);

/// <summary>How much of a line of spending the flows explain, in pounds of its year, and why not more.</summary>
internal sealed record ExplainedAnswer(string Spend, string Year, decimal Spent, decimal Explained, decimal Share, decimal NotExplained, string By, string Why);

/// <summary>A unit cost at the prices of a year.</summary>
internal sealed record UnitCostAnswer(string Code, string What, string Per, string Agency, string Quality, string Source, string Note, string PriceYear, string Deflator, IReadOnlyList<AmountAnswer> Amounts);

/// <summary>Pounds = original × factor.</summary>
internal sealed record AmountAnswer(string Kind, decimal Pounds, decimal Original, string OriginalPriceYear, decimal Factor, bool IsForecast);

internal static class CostsApi
{
    public static void Map(RouteGroupBuilder v1)
    {
        RouteGroupBuilder costs = v1.MapGroup("/costs");
        costs.MapGet("", All).Produces<CostsAnswer>().ProducesProblem(400).ProducesProblem(409).WithName("costs").WithSummary("What the place's flows cost and whom, and what is spent.").WithDescription("year: the price year; the latest that is no forecast if left out.");
        costs.MapGet("/units/{code}", Unit).Produces<UnitCostAnswer>().ProducesProblem(400).ProducesProblem(404).WithName("unit-cost").WithSummary("One unit cost at the prices of a year.");
        foreach (string format in (string[])["csv", "xlsx"])
        {
            string type = format == "csv" ? "text/csv" : TableFile.Workbook;
            costs.MapGet($"/flows.{format}", (Shire shire, string? year) => Priced(shire, year).Refused(out Refusal? why, out PlaceCosts? priced) ? why.Answer() : TableFile.Of(CostTables.OfFlows(priced, shire), "flows", format))
                .Produces(StatusCodes.Status200OK, contentType: type).ProducesProblem(400).ProducesProblem(409).WithName($"flows-{format}").WithSummary($"What the flows cost as a table ({format}).");
            costs.MapGet($"/units.{format}", (Shire shire, string? year, string? find, string? theme, string? agency, string? kind) => Units(shire, year, new(find, theme, agency, CostWords.KindOf(kind)), format))
                .Produces(StatusCodes.Status200OK, contentType: type).ProducesProblem(400).ProducesProblem(409).WithName($"unit-costs-{format}").WithSummary($"The unit costs looked for, each with the sum that uprated it ({format}).");
            costs.MapGet($"/people.{format}", (Shire shire, string? cohort, string? year) => OfPeople(shire, cohort, year, shire.CostPeople).Refused(out Refusal? why, out StoryCosts? people) ? why.Answer() : TableFile.Of(StoryCostTables.Of(people, shire), "people-costs", format))
                .Produces(StatusCodes.Status200OK, contentType: type).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).WithName($"people-costs-{format}").WithSummary($"What people cost by agency and stage, protected, as a table ({format}).");
            costs.MapGet($"/spells.{format}", (Shire shire, string? cohort, string? year) => OfPeople(shire, cohort, year, shire.CostSpells).Refused(out Refusal? why, out SpellCosts? spells) ? why.Answer() : TableFile.Of(StorySavingTables.Of(spells, shire), "spell-costs", format))
                .Produces(StatusCodes.Status200OK, contentType: type).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).WithName($"spell-costs-{format}").WithSummary($"What spells and cases cost, protected, as a table ({format}).");
            costs.MapGet($"/savings.{format}", (Shire shire, string? cohort, string? year, string? fall) => OfPeople(shire, cohort, year, asked => UseFall.Read(fall ?? FallView.Usual).Then(read => shire.Savings(asked, read))).Refused(out Refusal? why, out FallSavings? savings) ? why.Answer() : TableFile.Of(StorySavingTables.ByPrice(savings, shire), "savings", format))
                .Produces(StatusCodes.Status200OK, contentType: type).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).WithName($"savings-{format}").WithSummary($"What a fall in use would save, each with its sum, as a table ({format}).").WithDescription("fall: 10%, 200 people or 50 stays; 10% if left out.");
            costs.MapGet($"/spend.{format}", (Shire shire) => shire.Spending().Refused(out Refusal? why, out IReadOnlyList<Spend>? spend) ? why.Answer() : TableFile.Of(CostTables.OfSpend(spend, shire), "spend", format))
                .Produces(StatusCodes.Status200OK, contentType: type).ProducesProblem(409).WithName($"spend-{format}").WithSummary($"What is spent as a table ({format}).");
        }
    }

    private static IResult All(Shire shire, string? year)
    {
        if (Priced(shire, year).Refused(out Refusal? why, out PlaceCosts? priced) || shire.Spending().Refused(out why, out IReadOnlyList<Spend>? spend) || shire.ExplainSpending().Refused(out why, out IReadOnlyList<SpendExplained>? explained)) return why.Answer();
        return Results.Json(new CostsAnswer(priced.Costs.Year, [.. priced.Costs.Lines.Select(l => Answer(l, priced.Flows.Priced.First(f => f.Id == l.Flow)))],
            [.. spend.Select(s => new SpendAnswer(s.Id, s.Title, s.Cost.Pounds, s.IsApproximate, s.Year, s.Payer, s.PartOf, CostWords.Mark(s.Mark), s.Source, s.Note))],
            [.. explained.Select(e => new ExplainedAnswer(e.Spend.Id, e.Spend.Year!, e.Spend.Cost.Pounds, e.Explained.Pounds, e.Share, e.Unexplained.Pounds, CostTables.PartsOf(e), e.Spend.NotExplained))], [.. priced.Flows.LeftOut, .. priced.Unpriced]));
    }

    private static IResult Unit(Shire shire, string code, string? year)
    {
        if (shire.UnitCosts.Refused(out Refusal? why, out UnitCosts? costs) || costs.Uprate(code, year ?? CostWords.UsualYear(costs.Deflator)).Refused(out why, out UpratedCost? cost)) return why.Answer();
        UnitCost unit = cost.Unit;
        return Results.Json(new UnitCostAnswer(unit.Code, unit.What, unit.Per, unit.Agency, unit.Quality, unit.Source, unit.Note, cost.Year, costs.IndexOf(unit),
            [.. cost.Amounts.Select(a => new AmountAnswer($"{a.Kind}".ToLowerInvariant(), a.Cost.Pounds, a.Original.Pounds, a.PriceYear, a.Factor, a.IsForecast))]));
    }

    private static IResult Units(Shire shire, string? year, UnitCostSearch search, string format)
    {
        if (shire.UnitCosts.Refused(out Refusal? why, out UnitCosts? costs) || costs.Deflator.Year(year ?? CostWords.UsualYear(costs.Deflator), "the question").Refused(out why, out DeflatorYear? asked)) return why.Answer();
        return TableFile.Of(CostTables.OfUnits(search.Of(costs.All), costs, asked.Period.Label), "unit-costs", format);
    }

    private static FlowAnswer Answer(FlowCost l, Flow flow) =>
        new(l.Flow, flow.Title, l.Period, l.Agency, $"{l.Kind}".ToLowerInvariant(), l.Quantity, l.UnitCost, l.Each.Pounds, l.Cost.Pounds, l.Quality, flow.IsInTotal);

    private static Outcome<T> OfPeople<T>(Shire shire, string? cohort, string? year, Func<PeopleCostQuestion, Outcome<T>> of)
    {
        PeopleCostQuestion question = new(null) { PriceYear = string.IsNullOrEmpty(year) ? null : year };
        return string.IsNullOrEmpty(cohort) ? of(question) : shire.CohortOf(cohort, null).Then(whose => of(question with { Cohort = whose }));
    }

    private static Outcome<PlaceCosts> Priced(Shire shire, string? year) => shire.UnitCosts.Then(costs => costs.Deflator.Year(year ?? CostWords.UsualYear(costs.Deflator), "the question")).Then(found => shire.PriceFlows(found.Period.Label));
}
