using Shiremoot.Storage;

namespace Shiremoot.Futures.Contracts;

/// <summary>Turns the top map of a contract file into a contract.</summary>
internal static class ContractReading
{
    private static readonly (string, CounterfactualKind)[] Kinds = [("baseline", CounterfactualKind.Baseline), ("trend", CounterfactualKind.Trend), ("index", CounterfactualKind.Index), ("control", CounterfactualKind.Control)];

    public static Contract Read(MapNode map)
    {
        string[] years = ContractYears.Read(map);
        PartyReading parties = PartyReading.Read(map);
        bool isRemandIn = map.Choice("remand", ("included", true), ("excluded", false));
        string holder = map.TextOr("holder", parties.All[Math.Min(1, parties.All.Count - 1)].Id);
        int judged = parties.Find(map, "holder", holder);
        if (judged >= 0 && parties.All[judged].Kind == ContractPartyKind.Provider) map.Fault("holder", "is a provider; the holder is the party whose budget the contract is.");
        int isPot = parties.All.Count;
        SpikeReserve? reserve = Reserve(map, parties);
        BudgetPool? pool = Pool(map, parties);
        Counterfactual counterfactual = Against(map, years);
        ContractLine[] all = LineReading.Read(map, years, parties, counterfactual, isPot), lines = [.. all.Where(l => isRemandIn || !l.IsRemand)];
        if (!map.Has("demand")) map.Fault("demand", "is missing; add 'demand:' with a list of what is counted: nights, events, people.");
        else if (lines.Length == 0) map.Fault("remand", "is excluded and every line of 'demand' is of remand, so nothing is left to measure.");
        PaymentRule[] rules = RuleReading.Read(map, parties, lines, all);
        int lag = rules.Length == 0 ? 0 : rules.Max(r => r.Lag);
        return new Contract
        {
            Id = map.Text("id"),
            Title = map.Text("title"),
            Source = map.Text("source"),
            Note = map.TextOr("note", ""),
            Years = years,
            CashYears = ContractYears.Followed(years, lag),
            Parties = parties.All,
            Holder = Math.Max(0, judged),
            Lines = lines,
            Counterfactual = counterfactual,
            Sums = SumReading.Read(map, years, parties),
            Rules = rules,
            Break = Break(map, years.Length, parties, judged, rules),
            Reserve = reserve,
            Pool = pool,
            Elsewhere = Outside(map, years),
            Examples = ExampleReading.Read(map, years.Length, parties, lines),
        };
    }

    private static Counterfactual Against(MapNode map, string[] years)
    {
        if (map.MapOr("counterfactual") is not { } node) return new(CounterfactualKind.Baseline, 0, [], 0, "");
        CounterfactualKind kind = node.Choice("kind", Kinds);
        decimal? trend = node.DecimalOr("trend");
        IReadOnlyList<decimal> index = kind == CounterfactualKind.Index || node.Has("index") ? ContractYears.Amounts(node, "index", years, 0, "times the baseline", 1000) : [];
        int? times = node.WholeOr("times");
        if (kind == CounterfactualKind.Trend && trend is null) node.Fault("trend", "is missing; add 'trend:' with the change a year, such as -0.05 for 5% less each year.");
        if (kind != CounterfactualKind.Trend && trend is not null) node.Fault("trend", "is only for 'kind: trend'; change the kind or leave it out.");
        if (kind != CounterfactualKind.Index && index.Count > 0) node.Fault("index", "is only for 'kind: index'; change the kind or leave it out.");
        if (kind != CounterfactualKind.Control && times is not null) node.Fault("times", "is only for 'kind: control'; change the kind or leave it out.");
        if (trend is <= -1 or > 0.5m) node.Fault("trend", $"is {trend}; it lies above -1, and is 0.5 at most. Write 5% less a year as -0.05.");
        if (times is < 1 or > 50) node.Fault("times", $"is {times}; a control group is 1 to 50 times as large.");
        return new(kind, kind == CounterfactualKind.Trend ? trend ?? 0 : 0, kind == CounterfactualKind.Index ? index : [], kind == CounterfactualKind.Control ? Math.Clamp(times ?? 1, 1, 50) : 0, node.Text("source"));
    }

    private static BreakClause? Break(MapNode map, int years, PartyReading parties, int holder, PaymentRule[] rules)
    {
        if (map.MapOr("break") is not { } node) return null;
        int by = node.Has("by") ? parties.Need(node, "by") : holder, after = node.Whole("after");
        decimal? below = node.DecimalOr("leave_below"), owes = node.DecimalOr("owes");
        if (after >= years) node.Fault("after", $"is {after}, and the contract ends after year {years}: leaving at the end or later is no choice. Name an earlier year.");
        else if (after < 1) node.Fault("after", $"is {after}; count the years of the contract from 1.");
        if (below is null && !node.Has("leave_below")) node.Fault("leave_below", "is missing; say under what reduction so far the party is taken to leave, such as 0.1.");
        if (owes is < 0 or > 1) node.Fault("owes", $"is {owes}; it is the share of what was paid up front that goes back, between 0 and 1.");
        if (rules.Length == 0) node.Fault("after", "stands in a contract without a rule, so there is no reduction to leave by; add 'rules:'.");
        return new(Math.Max(0, by), after, below ?? 0, owes ?? 0, node.Text("source"));
    }

    private static SpikeReserve? Reserve(MapNode map, PartyReading parties)
    {
        if (map.MapOr("reserve") is not { } node) return null;
        decimal? amount = ContractYears.Above(node, "amount", "pounds put by"), over = node.DecimalOr("over");
        if (!node.Has("amount")) node.Fault("amount", "is missing; add 'amount:' with pounds put by.");
        if (over is not (>= 1 and <= 100)) node.Fault("over", "must be there and 1 or more: times the cost of the baseline, such as 1.2.");
        IReadOnlyList<PartyShare> from = parties.Shares(node, "from");
        return new(parties.AddPot("reserve", "Reserve for a spike"), amount ?? 0, from, over ?? 1, node.Text("source"));
    }

    private static BudgetPool? Pool(MapNode map, PartyReading parties)
    {
        if (map.MapOr("pool") is not { } node) return null;
        int members = node.Whole("members");
        if (members is < 2 or > 50) node.Fault("members", $"is {members}; a pool has 2 to 50 members, the holder among them.");
        return new(parties.AddPot("pool", node.TextOr("title", "Other members of the pool")), Math.Clamp(members, 2, 50), node.Text("source"));
    }

    private static Elsewhere? Outside(MapNode map, string[] years)
    {
        if (map.MapOr("elsewhere") is not { } node) return null;
        decimal?[] change = new decimal?[years.Length];
        if (node.MapOr("change") is { } byYear)
            foreach (string year in byYear.Keys)
            {
                decimal? read = byYear.DecimalOr(year);
                int at = Array.IndexOf(years, year);
                if (at < 0) byYear.Fault(year, $"is no year of the contract; its years are {string.Join(", ", years)}.");
                else change[at] = read;
            }
        else node.Fault("change", "is missing; add the change since the baseline by year, such as { 2012/13: -0.33 }.");
        return new(node.Text("title"), change, node.Text("source"));
    }
}
