using System.Globalization;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Economics.Appraising;

/// <summary>Reads what one unit of an outcome is worth: a unit cost by its code or a stated amount, and who bears it.</summary>
internal static class ValueReading
{
    private const double SumsTo1Within = 1e-9;

    private sealed record Line(string Code, int Units, int Factor, int Cashable, int Marginal, double Step, string Source, string Quality);

    private static readonly (string, CostKind)[] Kinds = [("fiscal", CostKind.Fiscal), ("economic", CostKind.Economic), ("social", CostKind.Social)];

    private static readonly (string, string)[] Bearing = [("victims", "victims"), ("participants", "participants"), ("others", "others")];

    public static void Read(MapNode map, int outcome, string id, OptionDraft draft, List<OptionValue> values)
    {
        string? code = map.TextOr("unit_cost");
        string name = map.TextOr("name", code ?? "");
        AssumptionReading read = draft.Assumptions;
        string Named(string what) => $"{id}, {name}: {what}";
        double step = map.NumberOr("step") ?? 0;
        if (map.Has("step") && step <= 0) map.Fault("step", $"is {step}; write how many units a year close a wing, above zero.");
        Line line = new(
            name, read.Read(map, "units", Named("units"), 0, double.PositiveInfinity), read.Read(map, "factor", Named("factor"), 0, double.PositiveInfinity),
            read.Read(map, "cashable", Named("cashable"), 0, 1), read.Read(map, "marginal", Named("marginal"), 0, 1), Math.Max(0, step), map.TextOr("source", ""), map.TextOr("quality", ""));
        map.TextOr("note");
        string people = map.Choice("for", Bearing);
        (string Agency, decimal Share)[]? shares = Shares(map);
        string[] wanted = [.. map.Texts("kinds")];
        foreach (string kind in wanted)
            if (Kinds.All(k => k.Item1 != kind)) map.Fault("kinds", $"has '{kind}', which is none of fiscal, economic, social.");
        decimal? pounds = map.DecimalOr("pounds");
        CostKind stated = map.Choice("kind", Kinds);
        string? agency = map.TextOr("agency");
        if (map.Has("price_year") && code is not null) map.Fault("price_year", "is for a stated amount; the unit cost has its own.");
        if (code is null == !map.Has("pounds")) map.Fault("unit_cost", "or 'pounds' must say what a unit is worth: one of them, not both.");
        else if (code is not null) Coded(map, code, outcome, line, draft, values, shares, people, wanted);
        else Stated(map, pounds ?? 0, stated, agency, outcome, line, draft, values, shares, people);
    }

    private static void Coded(MapNode map, string code, int outcome, Line line, OptionDraft draft, List<OptionValue> values, (string, decimal)[]? shares, string people, string[] wanted)
    {
        foreach (string stated in (string[])["kind", "agency"])
            if (map.Has(stated)) map.Fault(stated, "is for a stated amount; the unit cost has its own.");
        UnitCosts costs = draft.Sources.Costs;
        if (costs.Find(code).Refused(out Refusal? why, out _))
        {
            map.Fault("unit_cost", $"cannot be used: {why.Says}");
            return;
        }
        if (values.FirstOrDefault(v => v.Outcome == outcome && costs.Find(v.Code) is { IsRefused: false } && v.Code != code && costs.Overlap(v.Code, code)) is { } other)
            map.Fault("unit_cost", $"'{code}' and '{other.Code}' are one within the other: both for one outcome counts it twice. Use either.");
        if (costs.Uprate(code, draft.PriceYear).Refused(out why, out UpratedCost? cost))
        {
            // A price year that the option itself lacks is told at its top.
            if (draft.PriceYear.Length > 0 && !costs.Deflator.Year(draft.PriceYear, "").IsRefused) map.Fault("unit_cost", $"cannot be used: {why.Says}");
            return;
        }
        Line filled = line with { Code = code, Source = cost.Unit.Source, Quality = cost.Unit.Quality };
        foreach (string kind in wanted.Where(k => cost.Amounts.All(a => UnitCosts.Name(a.Kind) != k))) map.Fault("kinds", $"has '{kind}', which {code} does not have.");
        foreach (UpratedAmount amount in cost.Amounts.Where(a => wanted.Length == 0 || wanted.Contains(UnitCosts.Name(a.Kind))))
        {
            string working = string.Create(CultureInfo.InvariantCulture, $"{code} {UnitCosts.Name(amount.Kind)} {amount.Original} ({amount.PriceYear}) × {amount.Factor:0.000000} = {amount.Cost} at {amount.Year} prices");
            if (amount.IsForecast) draft.Note($"Prices of {amount.Year} rest on a deflator that was a forecast when published.");
            IReadOnlyList<(string Agency, decimal Share)> payers = shares ?? costs.Payers(code).Value;
            Add(values, draft, outcome, filled, amount.Kind, (double)amount.Cost.Pounds, working, payers, people);
        }
    }

    private static void Stated(MapNode map, decimal pounds, CostKind kind, string? agency, int outcome, Line line, OptionDraft draft, List<OptionValue> values, (string, decimal)[]? shares, string people)
    {
        if (line.Code.Length == 0) map.Fault("name", "is missing; name what the pounds are of.");
        if (line.Source.Length == 0) map.Fault("source", "is missing; say where the pounds are from, or 'assumption'.");
        if (map.Has("kinds")) map.Fault("kinds", "is for a unit cost; a stated amount has one 'kind'.");
        if (kind == CostKind.Fiscal && agency is null && shares is null) map.Fault("agency", "is missing; say on whose budget the pounds fall, or give 'shares'.");
        if (agency is not null && shares is not null) map.Fault("agency", "stands beside 'shares'; use one of them.");
        (double each, string working) = draft.AtPrices(map, pounds);
        Add(values, draft, outcome, line, kind, each, working, shares ?? [(agency ?? "", 1m)], people);
    }

    private static void Add(List<OptionValue> values, OptionDraft draft, int outcome, Line line, CostKind kind, double pounds, string working, IReadOnlyList<(string Agency, decimal Share)> payers, string people)
    {
        foreach ((string name, decimal share) in kind == CostKind.Fiscal ? payers : [(people, 1m)])
            values.Add(new(outcome, line.Code, kind, draft.Bearer(name, kind == CostKind.Fiscal), pounds * (double)share, (double)share, line.Units, line.Factor, line.Cashable, line.Marginal, line.Step, line.Source, line.Quality, working));
    }

    /// <summary>Shares by agency, which must add up to 1; null where the map gives none.</summary>
    public static (string Agency, decimal Share)[]? Shares(MapNode map)
    {
        if (map.MapOr("shares") is not { } node) return null;
        (string Agency, decimal Share)[] shares = [.. node.Keys.Select(k => (k, node.DecimalOr(k) ?? 0))];
        decimal sum = shares.Sum(s => s.Share);
        if (shares.Any(s => s.Share < 0)) map.Fault("shares", "has a share under zero.");
        if ((double)Math.Abs(sum - 1) > SumsTo1Within) map.Fault("shares", string.Create(CultureInfo.InvariantCulture, $"add up to {sum}, not 1; every pound falls on somebody and on nobody twice."));
        return shares;
    }
}
