using System.Globalization;
using Shiremoot.Economics;
using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot;

public sealed partial class Shire
{
    private AnswerPart CostsPart(QuestionAnswer asked) => asked.Costs switch
    {
        CostAnswer.Flows => FlowsPart(asked),
        CostAnswer.People => PeopleCostsPart(asked),
        CostAnswer.Options => OptionsPart(asked),
        _ => SpendPart(asked),
    };

    private AnswerPart FlowsPart(QuestionAnswer asked)
    {
        AnswerPart part = new(asked, "What the flows through the system cost, and which agency bears it");
        if (UnitCosts.Refused(out Refusal? why, out UnitCosts? costs)) return part with { Why = why };
        if (PriceFlows(costs.Deflator.Years.Last(y => !y.IsForecast).Period.Label).Refused(out why, out PlaceCosts? priced) || priced.Costs.ByAgency().Refused(out why, out IReadOnlyList<AgencyCost>? byAgency))
            return part with { Why = why };
        return part with { Finding = Bearer(priced, byAgency), Table = priced.Costs.Lines.Count == 0 ? null : CostTables.OfFlows(priced, this) };
    }

    // Flows are of different years: of each agency the latest it has, fiscal costs alone, for social value is nobody's bill.
    private static string? Bearer(PlaceCosts priced, IReadOnlyList<AgencyCost> byAgency)
    {
        (string Agency, decimal Pounds, string Period)[] latest =
        [
            .. byAgency.Where(a => a.Kind == CostKind.Fiscal).GroupBy(a => a.Agency).Select(g => g.OrderBy(a => a.Period, StringComparer.Ordinal).Last())
                .Select(a => (a.Agency, a.Cost.Pounds, a.Period)).OrderByDescending(a => a.Item2),
        ];
        return latest.Length == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"Of the flows that are priced, at {priced.Costs.Year} prices, most falls on {latest[0].Agency}: £{latest[0].Pounds / 1_000_000m:0.0}m ({latest[0].Period}).");
    }

    private AnswerPart SpendPart(QuestionAnswer asked)
    {
        AnswerPart part = new(asked, "What is spent, as its sources give it");
        if (Spending().Refused(out Refusal? why, out IReadOnlyList<Spend>? spend)) return part with { Why = why };
        if (spend.Count == 0) return part with { Why = Refusals.NoSpending() };
        string[] largest = [.. spend.OrderByDescending(s => s.Cost.Pounds).Take(3).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Title} {(s.IsApproximate ? "about " : "")}£{s.Cost.Pounds / 1_000_000m:#,##0.#}m ({s.Year})"))];
        return part with { Finding = $"Spending that is known: {string.Join("; ", largest)}. Entries overlap and are no total.", Table = CostTables.OfSpend(spend, this) };
    }

    private AnswerPart PeopleCostsPart(QuestionAnswer asked)
    {
        AnswerPart part = new(asked, "What the people in the records cost, and which agency bears it at which stage");
        if (CostPeople(new PeopleCostQuestion(null)).Refused(out Refusal? why, out StoryCosts? costs)) return part with { Why = why };
        return part with { Finding = Dearest(costs), Table = StoryCostTables.Of(costs, this) };
    }

    private string? Dearest(StoryCosts costs)
    {
        CostTable table = costs.Tables[0];
        IReadOnlyList<int> rows = StoryCostTables.Order(costs, this).Rows;
        if (rows.Count == 0 || table.Cells.RowTotal(rows[0]).Amount.Shown is not { } most || table.Cells.Total.Amount.Shown is not { } all) return null;
        return string.Create(CultureInfo.InvariantCulture, $"Of what the people in the records cost, most falls on {StoryCostTables.Name(CostBy.Agency, table.Rows[rows[0]], this)}: £{most / 1_000_000m:0.0}m of £{all / 1_000_000m:0.0}m ({costs.Period}, {costs.Question.PriceYear} prices).");
    }

    private AnswerPart OptionsPart(QuestionAnswer asked)
    {
        AnswerPart part = new(asked, "What each option would cost and bring, and whom");
        if (Options() is not { Count: > 0 } options) return part with { Why = Refusals.NoOptions() };
        Appraisal[] appraised = [.. options.Where(o => !o.Appraised.IsRefused).Select(o => o.Appraised.Value)];
        if (appraised.Length == 0 && options[0].Appraised.Refused(out Refusal? why, out _)) return part with { Why = why };
        return part with { Finding = string.Join(' ', appraised.Select(Worth)), Table = AppraisalTables.OfOptions(appraised) };
    }

    // The two sentences a board asks first, and on how much that nobody knows they rest.
    private static string Worth(Appraisal appraisal)
    {
        IReadOnlyList<string> says = appraisal.Summary();
        return $"{appraisal.Option.Title}: {says[0]} {says[1]} {says[^1]}";
    }
}
