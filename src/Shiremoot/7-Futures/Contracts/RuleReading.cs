using System.Globalization;
using Shiremoot.Storage;

namespace Shiremoot.Futures.Contracts;

/// <summary>Reads the payment rules of a contract.</summary>
internal static class RuleReading
{
    public static PaymentRule[] Read(MapNode map, PartyReading parties, ContractLine[] lines, ContractLine[] all)
    {
        List<PaymentRule> rules = [];
        foreach (MapNode node in map.Maps("rules"))
        {
            PaymentRule rule = Rule(node, parties, lines, all);
            if (rules.Exists(r => r.Name == rule.Name)) node.Fault("name", $"'{rule.Name}' is there twice; rename one.");
            rules.Add(rule);
        }
        return [.. rules];
    }

    private static PaymentRule Rule(MapNode node, PartyReading parties, ContractLine[] lines, ContractLine[] all)
    {
        int[] looksAt = LinesOf(node, lines, all);
        bool isPriced = looksAt.Length > 0 && looksAt.All(l => lines[l].Prices.Count > 0);
        ReductionForm form = node.Choice("measured_in", ("share", ReductionForm.Share), ("points", ReductionForm.Points));
        bool byCost = node.Choice("by", ("cost", true), ("units", false)) && (node.Has("by") || isPriced);
        if (byCost && !isPriced) node.Fault("by", "is cost, and a line of the rule has no price; give it one, or write 'by: units'.");
        decimal threshold = Within(node, "threshold", 0, 1) ?? 0, rate = Within(node, "rate", 0, 1) ?? 0, share = Within(node, "share", 0, 1) ?? rate, cap = Within(node, "cap", 0, 1) ?? 1;
        decimal? pooled = Within(node, "pooled", 0, 1), cashable = Within(node, "cashable", 0, 1), each = ContractYears.Above(node, "each", "pounds for a unit"), amount = ContractYears.Above(node, "amount", "pounds"), most = ContractYears.Above(node, "most", "the most paid over the contract", orNought: true);
        if (threshold > cap) node.Fault("threshold", $"is {threshold.ToString(CultureInfo.InvariantCulture)}, above the cap of {cap.ToString(CultureInfo.InvariantCulture)}: it could never be met and paid. Lower it or raise the cap.");
        if (pooled > cap) node.Fault("pooled", $"is {pooled.Value.ToString(CultureInfo.InvariantCulture)}, above the cap; lower it or raise the cap.");
        if (each is not null && amount is not null) node.Fault("amount", "stands beside 'each'; give one or the other.");
        if (each is null && amount is null && !isPriced && !node.Has("each") && !node.Has("amount")) node.Fault("amount", "is missing; without a price on its lines a rule needs 'each:' (pounds a unit) or 'amount:' (pounds).");
        if (form == ReductionForm.Points && looksAt.Any(l => lines[l].Cohort == 0)) node.Fault("measured_in", "is points, which are of a cohort; add 'cohort:' to its lines.");
        int lag = node.WholeOr("lag") ?? 0;
        if (lag is < 0 or > 10) node.Fault("lag", $"is {lag}; it is whole years until the figures are known and paid on, 0 to 10.");
        PayBack? back = node.MapOr("payback") is { } owed ? Back(owed, threshold) : null;
        if (rate == 0 && share == 0 && back is null) node.Fault("rate", "is missing, and nothing is paid back: the rule does nothing. Add 'rate:', or 'payback:'.");
        return new PaymentRule
        {
            Name = node.Text("name"),
            From = parties.Shares(node, "from"),
            To = parties.Shares(node, "to"),
            Lines = looksAt,
            Form = form,
            ByCost = byCost,
            Window = node.Choice("window", ("year", PaymentWindow.Year), ("term", PaymentWindow.Term)),
            Lag = Math.Clamp(lag, 0, 10),
            Threshold = threshold,
            Share = share,
            Rate = rate,
            Cap = cap,
            Each = each,
            Amount = amount,
            Cashable = cashable ?? 1,
            Most = most,
            Pooled = pooled,
            Back = back,
            Source = node.Text("source"),
        };
    }

    private static PayBack Back(MapNode node, decimal threshold)
    {
        decimal? below = node.DecimalOr("below"), rate = ContractYears.Above(node, "rate", "the part of the sum that goes back for each part of shortfall", most: 1000), most = ContractYears.Above(node, "most", "the most that goes back", orNought: true);
        bool isFull = node.Choice("how", ("linear", false), ("full", true));
        if (below is > 1 or < -1) node.Fault("below", "is a reduction; write 5% as 0.05.");
        if (!isFull && rate is null && !node.Has("rate")) node.Fault("rate", "is missing; a linear pay-back needs the part of the sum for each part of shortfall, such as 1.");
        return new(below ?? threshold, isFull, rate ?? 0, node.Choice("of", ("worth", PayBackOf.Worth), ("upfront", PayBackOf.Upfront)), most);
    }

    private static decimal? Within(MapNode node, string key, decimal least, decimal most)
    {
        decimal? read = node.DecimalOr(key);
        if (read < least || read > most) node.Fault(key, string.Create(CultureInfo.InvariantCulture, $"is {read}; it lies between {least} and {most}: write 5% as 0.05."));
        return read;
    }

    // A rule that names a line of remand, where remand is out of the contract, looks at its other lines.
    private static int[] LinesOf(MapNode node, ContractLine[] lines, ContractLine[] all)
    {
        IReadOnlyList<string> named = node.Texts("lines");
        foreach (string id in named)
            if (!Array.Exists(all, l => l.Id == id)) node.Fault("lines", $"names '{id}', which is no line of 'demand'; its lines are {string.Join(", ", all.Select(l => l.Id))}.");
        return [.. Enumerable.Range(0, lines.Length).Where(l => named.Count == 0 || named.Contains(lines[l].Id))];
    }
}
