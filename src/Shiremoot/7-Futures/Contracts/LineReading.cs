using System.Globalization;
using Shiremoot.Storage;

namespace Shiremoot.Futures.Contracts;

/// <summary>Reads what a contract counts: the list 'demand'.</summary>
internal static class LineReading
{
    private const decimal MostPrice = 10_000_000;
    private const double Normal95 = 1.959963984540054, MostUnits = 1e10;

    public static ContractLine[] Read(MapNode map, string[] years, PartyReading parties, Counterfactual against, int budgets)
    {
        List<ContractLine> lines = [];
        foreach (MapNode node in map.Maps("demand"))
        {
            ContractLine line = Line(node, years, parties, against, budgets);
            if (lines.Exists(l => l.Id == line.Id)) node.Fault("id", $"'{line.Id}' is there twice; rename one.");
            lines.Add(line);
        }
        return [.. lines];
    }

    private static ContractLine Line(MapNode node, string[] years, PartyReading parties, Counterfactual against, int budgets)
    {
        int provider = parties.Optional(node, "provider", node.TextOr("provider")), paidBy = parties.Optional(node, "paid_by", node.TextOr("paid_by")), chargedTo = parties.Optional(node, "charged_to", node.TextOr("charged_to"));
        int before = parties.Optional(node, "paid_before", node.TextOr("paid_before"));
        bool isPriced = node.Has("price");
        decimal[] prices = isPriced ? ContractYears.Amounts(node, "price", years, 0, "pounds a unit", MostPrice) : [];
        if (provider >= 0 && !node.Has("paid_by")) node.Fault("paid_by", "is missing; a line with a provider says who pays.");
        if ((provider >= 0 || chargedTo >= 0) && !isPriced) node.Fault("price", "is missing; what is paid for needs a price a unit, for all years or for each.");
        if (chargedTo >= 0 && provider < 0 && !node.Has("paid_by")) node.Fault("paid_by", "is missing; say whom the charge goes to.");
        if (provider >= 0 && provider < budgets && parties.All[provider].Kind != ContractPartyKind.Provider) node.Fault("provider", $"'{parties.All[provider].Id}' is not marked 'kind: provider'; mark it so.");
        decimal? marginal = node.DecimalOr("marginal"), share = node.DecimalOr("share");
        decimal? step = ContractYears.Above(node, "step", "the units of a wing or a contract that can close"), bought = ContractYears.Above(node, "bought", "the units bought ahead", orNought: true);
        decimal? baseline = ContractYears.Above(node, "baseline", "the units of a year without the contract"), cohort = node.DecimalOr("cohort");
        if (marginal is < 0 or > 1) node.Fault("marginal", "is the share of a price saved with each unit: between 0 and 1.");
        if (step is not null && marginal is null or 1) node.Fault("step", "does nothing unless 'marginal' says what share is saved without it; add 'marginal:' under 1.");
        if (share is <= 0 or > 1) node.Fault("share", "is the part of the series that is of this line: above 0, 1 at most.");
        if (cohort is { } people && (people <= 0 || people > 1_000_000 || people != decimal.Floor(people))) node.Fault("cohort", "is a whole number of people: from 1 to a million.");
        if (baseline is null && against.Kind is CounterfactualKind.Trend or CounterfactualKind.Index) node.Fault("baseline", "is missing; a trend or an index moves on a level of the year before, so give it.");
        DrawnDemand? drawn = node.MapOr("drawn") is { } own ? Drawn(own, years.Length, cohort) : null;
        string series = node.TextOr("series", "");
        return new ContractLine
        {
            Id = node.Text("id"),
            Title = node.TextOr("title", node.TextOr("id", "")),
            Unit = node.TextOr("unit", "nights"),
            Source = node.Text("source"),
            Series = series,
            Share = share ?? 1,
            IsRemand = node.Flag("remand"),
            Prices = prices,
            Provider = provider,
            PaidBy = paidBy,
            ChargedTo = chargedTo,
            PaidBefore = before >= 0 ? before : paidBy,
            Marginal = marginal ?? 1,
            Step = step ?? 0,
            Bought = bought,
            Baseline = baseline is { } level ? [.. Enumerable.Range(0, years.Length).Select(t => level * against.Level(t))] : null,
            Cohort = cohort ?? 0,
            Drawn = drawn,
        };
    }

    private static DrawnDemand Drawn(MapNode node, int years, decimal? cohort)
    {
        double? events = node.NumberOr("events"), chance = node.NumberOr("chance"), dispersion = node.NumberOr("dispersion"), trend = node.NumberOr("trend");
        if (events is null == chance is null) node.Fault("events", "or 'chance' must be there, and not both: events a year, or each person's chance in a cohort.");
        if (events is <= 0 or > 1e7) node.Fault("events", "is the events of a year on average: above nought, ten million at most.");
        if (chance is <= 0 or >= 1) node.Fault("chance", "lies between 0 and 1.");
        if (chance is not null && cohort is null) node.Fault("chance", "is of the people of a cohort; add 'cohort:' to the line.");
        if (chance is not null && dispersion is not null) node.Fault("dispersion", "is for events; each person of a cohort either has one or not.");
        if (dispersion is < 1 or > 1000) node.Fault("dispersion", "is the variance of a year's events over their mean: 1 (Poisson) or more, 1,000 at most.");
        if (trend is <= -1 or > 0.5) node.Fault("trend", "is a change a year as a share, 0.5 at most; write 5% less as -0.05.");
        (double length, double lengthDeviation) = Pair(node, "each", 1);
        if (length <= 0) node.Fault("each", "needs a value above nought: units of one event.");
        if (length * (events ?? (double)(cohort ?? 0)) > MostUnits) node.Fault("each", "makes more units a year than can be held to the penny; count in larger units.");
        if (lengthDeviation > 100 * length) node.Fault("each", "has a deviation of more than a hundred times its value; correct one of the two.");
        (double reduction, double sure) = Pair(node, "reduction", 0);
        if (reduction is > 1 or < -1 || sure > 1) node.Fault("reduction", "and its spread are shares of the events; write 20% as 0.2.");
        double[] ramp = [.. node.Texts("ramp").Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double part) && part is >= 0 and <= 1 ? part : double.NaN)];
        if (ramp.Any(double.IsNaN)) node.Fault("ramp", "is a list of shares of the full reduction by year, each between 0 and 1; the last one lasts.");
        return new(events ?? 0, dispersion ?? 1, chance ?? 0, length, lengthDeviation, trend ?? 0, reduction, sure,
            [.. Enumerable.Range(0, years).Select(t => ramp.Length == 0 ? 1 : Math.Clamp(ramp[Math.Min(t, ramp.Length - 1)], 0, 1))], node.Text("source"));
    }

    // A number with its spread: { value, deviation }, or { value, low, high } as a 95% interval.
    private static (double Value, double Deviation) Pair(MapNode map, string key, double otherwise)
    {
        if (!map.Has(key)) return (otherwise, 0);
        if (!map.IsMap(key)) return (map.Number(key), 0);
        MapNode node = map.MapOr(key)!;
        double value = node.Number("value");
        double? deviation = node.NumberOr("deviation"), low = node.NumberOr("low"), high = node.NumberOr("high");
        if (low is null != high is null) node.Fault("low", "and 'high' go together: the ends of a 95% interval.");
        if (low > high || low > value || high < value) node.Fault("low", "and 'high' must hold the value between them.");
        if (deviation is < 0) node.Fault("deviation", "is a standard deviation: nought or more.");
        if (deviation is not null && low is not null) node.Fault("deviation", "stands beside 'low' and 'high'; give one or the other.");
        return (value, Math.Max(0, deviation ?? ((high ?? 0) - (low ?? 0)) / (2 * Normal95)));
    }
}
