using Shiremoot.Economics;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Costs.Options;

/// <summary>The options of a place, what they change, and options side by side, as tables.</summary>
internal static class OptionTables
{
    /// <summary>A row for each option that can be appraised.</summary>
    public static TableView All(IReadOnlyList<(string Id, Appraisal Appraisal)> options) => new(
        "The options of this place", [new("Option"), new("Net present public value", true), new("Public budgets"), new("Ratio", true), new("Paid back"), new("Who gains most"), new("Over"), new("Prices of")],
        [.. options.Select(o => Row.Of(
            new Cell(o.Appraisal.Option.Title, OptionWords.Href(o.Id)), P(o.Appraisal["net_present_public_value"]), OptionWords.Budget(o.Appraisal), OptionWords.Figure(o.Appraisal, "benefit_cost_ratio"),
            OptionWords.Figure(o.Appraisal, "payback_year"), OptionWords.GainsMost(o.Appraisal), OptionWords.Span(o.Appraisal), o.Appraisal.Option.PriceYear))])
    { CaptionHidden = true, Notes = ["Central values. Options of different years and prices are set side by side at one year's prices only when compared."] };

    /// <summary>What changes, and what one of it costs.</summary>
    public static TableView Outcomes(Appraisal a) => new(
        "What changes", [new("Outcome"), new("Avoided", true), new("Of"), new("Cost for each", true), new("Less what agencies save", true), new("Worth, present value", true)],
        [.. a.Outcomes.Select(o => Row.Of(o.Title, OptionWords.Number(o.Avoided, "#,##0.#"), o.Unit, P(o.CostEach), P(o.NetCostEach), P(o.Benefits)))])
    { CaptionHidden = true };

    /// <summary>Every figure of each option in a column.</summary>
    public static TableView SideBySide(IReadOnlyList<(string Id, Appraisal Appraisal)> options, string year)
    {
        Row Line(string name, Func<Appraisal, string> of) => new([name, .. options.Select(o => new Cell(of(o.Appraisal)))]);
        string[] named = [.. options.SelectMany(o => o.Appraisal.Ledger.Select(l => l.Bearer)).Distinct()];
        return new TableView($"Figures side by side, at {year} prices", [new("Figure"), .. options.Select(o => new Column(o.Appraisal.Option.Title, true))],
        [
            .. OptionKernel.Figures.Select(f => Line(FigureWords.Title(f), a => OptionWords.Figure(a, f))),
            .. named.Select(b => Line($"Net to: {b}", a => a.Ledger.FirstOrDefault(l => l.Bearer == b) is { } line ? P(line.Net) : "has no part")),
            Line("Years", OptionWords.Span), Line("Discount rates", a => a.Option.HealthDiscounting is { } health ? $"{a.Option.Discounting.Id}; of health {health.Id}" : a.Option.Discounting.Id),
            Line("Numbers it rests on", a => $"{a.Option.Inputs.Count}"), Line("Of those, assumptions", a => $"{a.Option.Inputs.Count(i => i.IsAssumption)}"),
        ]);
    }

    /// <summary>What each is better or worse off by each option.</summary>
    public static ChartView NetByAgency(IReadOnlyList<(string Id, Appraisal Appraisal)> options, string year)
    {
        string[] bearers = [.. options.SelectMany(o => o.Appraisal.Ledger.Select(l => l.Bearer)).Distinct()];
        PoundScale scale = PoundScale.Of(options.SelectMany(o => o.Appraisal.Ledger.Select(l => l.Net)));
        double? Net(Appraisal a, string bearer) => a.Ledger.FirstOrDefault(l => l.Bearer == bearer)?.Net;
        (string Id, Appraisal Appraisal) best = options.MaxBy(o => o.Appraisal["net_present_public_value"]);
        return new ChartView("net-by-agency", $"{best.Appraisal.Option.Title} has the greatest net value, {OptionWords.Short(best.Appraisal["net_present_public_value"])}", $"Net to each who spends or gains: savings and gains less costs, present values at {year} prices",
            new BarDrawing(scale.Unit, [.. bearers.Select(OptionWords.Capital)], [.. options.Select(o => new Series(o.Appraisal.Option.Title, [.. bearers.Select(b => Net(o.Appraisal, b) is { } net ? scale.At(net) : (double?)null)]))]),
            new TableView("Net to each", [new("Who"), .. options.Select(o => new Column(o.Appraisal.Option.Title, true))], [.. bearers.Select(b => new Row([OptionWords.Capital(b), .. options.Select(o => new Cell(Net(o.Appraisal, b) is { } net ? P(net) : "has no part"))]))]),
            new Source(null, "Worked out from unit costs, evidence and assumptions; each option's page names its sources"));
    }

    private static string P(double? pounds) => OptionWords.Pounds(pounds);
}
