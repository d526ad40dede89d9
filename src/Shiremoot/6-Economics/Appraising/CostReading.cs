using System.Globalization;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Economics.Appraising;

/// <summary>Reads one cost of an option: pounds, hours at a rate, or units at a unit cost, by year and by who bears it.</summary>
internal static class CostReading
{
    private const double Unbounded = double.PositiveInfinity;

    private static readonly (string, OptionCostKind)[] Kinds =
        [("revenue", OptionCostKind.Revenue), ("capital", OptionCostKind.Capital), ("in kind", OptionCostKind.InKind), ("volunteers", OptionCostKind.Volunteers)];

    /// <summary>One cost, or one for each agency that shares it.</summary>
    public static IEnumerable<OptionCost> Read(MapNode map, OptionDraft draft)
    {
        string name = map.Text("name");
        map.TextOr("note");
        OptionCostKind kind = map.Choice("kind", Kinds);
        AssumptionReading read = draft.Assumptions;
        int pounds = read.Read(map, "pounds", name, -Unbounded, Unbounded);
        int hours = read.Read(map, "hours", $"{name}: hours", 0, Unbounded);
        int perHour = read.Read(map, "per_hour", $"{name}: an hour", 0, Unbounded);
        int units = read.Read(map, "units", $"{name}: units", 0, Unbounded);
        string? code = map.TextOr("unit_cost");
        int ways = (map.Has("pounds") ? 1 : 0) + (map.Has("hours") ? 1 : 0) + (code is null ? 0 : 1);
        if (ways != 1) map.Fault("pounds", "or 'hours' with 'per_hour', or 'unit_cost' with 'units', must say what it costs: one of them.");
        if (map.Has("hours") != map.Has("per_hour")) map.Fault("per_hour", "and 'hours' go together.");
        if (code is null == map.Has("units")) map.Fault("units", "and 'unit_cost' go together.");
        (double each, string working) = code is null ? draft.AtPrices(map, 1) : Coded(map, code, draft);
        double[] byYear = draft.ByYear(map, "by_year", t => kind == OptionCostKind.Capital && t > 0 ? 0 : 1, lastGoesOn: false);
        (string Agency, decimal Share)[]? shares = ValueReading.Shares(map);
        string? agency = map.TextOr("agency");
        if (agency is not null && shares is not null) map.Fault("agency", "stands beside 'shares'; use one of them.");
        if (kind != OptionCostKind.Volunteers && agency is null && shares is null) map.Fault("agency", "is missing; say on whose budget it falls, or give 'shares'.");
        if (kind != OptionCostKind.Volunteers && agency is not null && OptionBearer.People.Contains(agency)) map.Fault("agency", $"is '{agency}', who are no agency; what people give of their time is 'kind: volunteers'.");
        (double bias, string biasOf) = draft.Optimism(map);
        int amount = ways != 1 ? 0 : map.Has("pounds") ? pounds : map.Has("hours") ? hours : units;
        bool perPerson = map.Flag("per_person");
        string source = SourceOf(map, read, amount);
        bool isAgency = kind != OptionCostKind.Volunteers;
        return [.. (shares ?? [(agency ?? (isAgency ? "" : "others"), 1m)]).Select(share => new OptionCost(
            shares is null ? name : $"{name}, {share.Agency}", kind, draft.Bearer(share.Agency, isAgency), amount, each * (double)share.Share, perHour, perPerson, byYear, bias, biasOf, source,
            shares is null ? working : string.Create(CultureInfo.InvariantCulture, $"{working}, share {100 * share.Share:0.##}%")))];
    }

    private static string SourceOf(MapNode map, AssumptionReading read, int amount) => map.TextOr("source") ?? (amount >= 0 && amount < read.Inputs.Count ? read.Inputs[amount].Source : "");

    private static (double, string) Coded(MapNode map, string code, OptionDraft draft)
    {
        if (map.Has("price_year")) map.Fault("price_year", "is for stated pounds; the unit cost has its own.");
        UnitCosts costs = draft.Sources.Costs;
        if (costs.Deflator.Year(draft.PriceYear, "").IsRefused && !costs.Find(code).IsRefused) return (0, "");
        if (costs.Uprate(code, draft.PriceYear).Refused(out Refusal? why, out UpratedCost? cost))
        {
            map.Fault("unit_cost", $"cannot be used: {why.Says}");
            return (0, "");
        }
        if (cost.Amount(CostKind.Fiscal) is not { } fiscal)
        {
            map.Fault("unit_cost", $"'{code}' has no fiscal cost, so it is no cost to an agency.");
            return (0, "");
        }
        return ((double)fiscal.Cost.Pounds, string.Create(CultureInfo.InvariantCulture, $"{code} {fiscal.Original} ({fiscal.PriceYear}) × {fiscal.Factor:0.000000} = {fiscal.Cost} at {fiscal.Year} prices"));
    }
}
