using System.CommandLine;
using Shiremoot.Economics;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>cost PLACE: what its flows cost and whom; with a cohort or --by, what its people cost; with --unit, one unit cost at the prices of a year.</summary>
static class CostVerb
{
    public static Command Make()
    {
        Argument<string> place = Door.PlaceArgument();
        Option<string?> unit = new("--unit") { Description = "One unit cost, by its code (CR3.0)" };
        Option<string?> year = new("--year") { Description = "The price year (default: the latest of the deflator that is no forecast)" };
        Option<string?> store = Door.StoreOption();
        Option<string?> data = Door.DataOption();
        Option<bool> json = Door.JsonOption();
        PeopleCostOptions people = new();
        Command verb = new("cost", "What the place's flows cost and who pays; what its people cost, by agency, stage and year; or one unit cost, uprated") { place, people.Cohort, unit, year, store, data, json };
        foreach (Option option in people.All) verb.Add(option);
        verb.SetAction(args => Door.WithShire(args.GetValue(place)!, args.GetValue(store), args.GetValue(data), args.GetValue(json), shire =>
        {
            if (shire.UnitCosts.Refused(out Refusal? why, out UnitCosts? costs)) return Door.Refuse(why, args.GetValue(json));
            if (people.IsAsked(args)) return PeopleCostRun.Run(shire, people.Read(args, args.GetValue(year)), args.GetValue(json));
            string priceYear = args.GetValue(year) ?? costs.Deflator.Years.Last(y => !y.IsForecast).Period.Label;
            return args.GetValue(unit) is { } code ? Unit(costs, code, priceYear, args.GetValue(json)) : Flows(shire, priceYear, args.GetValue(json));
        }));
        return verb;
    }

    private static int Unit(UnitCosts costs, string code, string year, bool json)
    {
        if (costs.Uprate(code, year).Refused(out Refusal? why, out UpratedCost? cost)) return Door.Refuse(why, json);
        if (json)
        {
            Door.Print(new
            {
                code = cost.Unit.Code,
                what = cost.Unit.What,
                per = cost.Unit.Per,
                year = cost.Year,
                source = cost.Unit.Source,
                quality = cost.Unit.Quality,
                deflator = costs.IndexOf(cost.Unit),
                amounts = cost.Amounts.Select(a => new { a.Kind, pounds = a.Cost.Pounds, shown = $"{a.Cost}", original = a.Original.Pounds, a.PriceYear, a.Factor, a.IsForecast, sum = costs.SumOf(a) }),
            });
            return Door.Done;
        }
        Console.Out.WriteLine($"{cost.Unit.Code} {cost.Unit.What} ({cost.Unit.Per})");
        foreach (UpratedAmount amount in cost.Amounts)
            Console.Out.WriteLine($"{amount.Kind}: {amount.Cost} at {amount.Year} prices = {costs.SumOf(amount)}{(amount.IsForecast ? "; a forecast is in it" : "")}");
        Console.Out.WriteLine($"Source: {cost.Unit.Source}. Quality: {cost.Unit.Quality}. Index: {costs.IndexOf(cost.Unit)}.");
        return Door.Done;
    }

    private static int Flows(Shire shire, string year, bool json)
    {
        if (shire.PriceFlows(year).Refused(out Refusal? why, out PlaceCosts? priced) || shire.Spending().Refused(out why, out IReadOnlyList<Spend>? spend)) return Door.Refuse(why, json);
        if (priced.Costs.ByAgency().Refused(out why, out IReadOnlyList<AgencyCost>? byAgency) || shire.ExplainSpending().Refused(out why, out IReadOnlyList<SpendExplained>? explained)) return Door.Refuse(why, json);
        if (json)
        {
            Door.Print(new
            {
                place = shire.Place.Id,
                priceYear = priced.Costs.Year,
                flows = priced.Costs.Lines.Select(l => new { l.Flow, l.Period, l.Agency, l.Kind, l.Quantity, l.UnitCost, each = l.Each.Pounds, cost = l.Cost.Pounds, l.Quality, l.PriceYear }),
                byAgency = byAgency.Select(a => new { a.Period, a.Agency, a.Kind, cost = a.Cost.Pounds }),
                spend = spend.Select(s => new { s.Id, s.Title, pounds = s.Cost.Pounds, s.IsApproximate, s.Year, s.Payer, s.PartOf, s.Mark, s.Source, s.Note }),
                explained = explained.Select(e => new
                {
                    e.Spend.Id,
                    spent = e.Spend.Cost.Pounds,
                    e.Spend.Year,
                    explained = e.Explained.Pounds,
                    e.Share,
                    notExplained = e.Unexplained.Pounds,
                    why = e.Spend.NotExplained,
                    parts = e.Parts.Select(p => new { flow = p.Flow.Id, p.Period, p.Quantity, p.UnitCost, each = p.Each.Pounds, cost = p.Cost.Pounds }),
                }),
                notPriced = priced.Flows.LeftOut.Concat(priced.Unpriced).Select(l => new { l.What, l.Why }),
            });
            return Door.Done;
        }
        TableText.Print(CostTables.OfFlows(priced, shire));
        TableText.Print(CostTables.OfSpend(spend, shire));
        if (explained.Count > 0) TableText.Print(CostTables.OfExplained(explained, shire));
        foreach (FlowLeftOut left in priced.Flows.LeftOut.Concat(priced.Unpriced)) Console.Out.WriteLine($"Not priced: {left.What}. {left.Why}");
        return Door.Done;
    }
}
