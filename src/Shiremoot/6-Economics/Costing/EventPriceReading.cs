using Shiremoot.Records;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Economics.Costing;

/// <summary>Reads costs/events.yaml, every fault at its line.</summary>
static class EventPriceReading
{
    public static EventPrices Read(MapNode map, UnitCosts costs, Vocabulary words)
    {
        _ = map.TextOr("title");
        string source = map.Text("source");
        (MapNode Node, EventPrice Price)[] read = [.. map.Maps("prices").Select(m => (m, Price(m, costs, words)))];

        // A price for some events goes before one for all, so that a place can add to the country's list without touching it.
        read = [.. read.OrderBy(r => r.Price.IsForAll)];
        (MapNode Node, EventNotPriced Not)[] left = [.. map.Maps("not_priced").Select(m => (m, new EventNotPriced(m.Text("id"), Kinds(m, words), m.Text("why"))))];
        PriceChecks.Check(read, left, costs);
        return new EventPrices([.. read.Select(r => r.Price)], [.. left.Select(l => l.Not)], source);
    }

    private static EventPrice Price(MapNode map, UnitCosts costs, Vocabulary words)
    {
        IReadOnlyList<string> kinds = Kinds(map, words);
        string per = map.Text("per");
        EventPrice price = new(
            map.Text("id"), map.Text("title"), kinds, map.Text("unit_cost"),
            map.Choice("quantity", ("each", EventQuantity.Each), ("nights", EventQuantity.Nights), ("days", EventQuantity.Days)),
            LengthOf(per), map.DecimalOr("times") ?? 1, Stage(map, kinds, words), map.Text("fits"), map.Text("leaves_out"))
        {
            Where = Where(map),
            Offences = Known(map, "offence_groups", words.OffenceGroups.Has, "group of offences"),
            Disposals = Known(map, "disposals", words.Disposals.Has, "disposal"),
            FromAge = map.WholeOr("from_age"),
            UnderAge = map.WholeOr("under_age"),
            From = map.DayOr("from"),
            Until = map.DayOr("until"),
            Once = map.TextOr("once", ""),
            Holds = Known(map, "holds", words.EventKinds.Has, "kind of event"),
            Only = [.. Known(map, "only", k => Enum.TryParse<CostKind>(k, ignoreCase: true, out _), "kind of cost").Select(k => Enum.TryParse(k, ignoreCase: true, out CostKind kind) ? kind : default)],
            BorneBy = Parts(map, "borne_by"),
            Fall = map.MapOr("falls") is { } falls ? Fall(falls) : CostFall.Unknown,
        };
        if (price.Times <= 0) map.Fault("times", "must be above nought.");
        if (price.From is { } from && price.Until is { } until && until <= from) map.Fault("until", "must be after 'from'.");
        if (price.Quantity != EventQuantity.Each && price.Length == CostUnitLength.None)
            map.Fault("quantity", $"counts nights or days, but {price.UnitCost} is '{per}', which has no length; price it once an event with 'quantity: each', or take a unit cost per day, week, month or year.");
        CheckCost(map, price, per, costs);
        CheckFall(map, price, costs);
        return price;
    }

    private static void CheckCost(MapNode map, EventPrice price, string per, UnitCosts costs)
    {
        if (costs.Find(price.UnitCost).Refused(out Refusal? why, out UnitCost? unit)) map.Fault("unit_cost", $"names no unit cost: {why.Says}");
        else if (unit.Per != per) map.Fault("per", $"is '{per}', but {price.UnitCost} is '{unit.Per}'; write the unit as the unit cost has it.");
        else if (unit.Amounts.Count == 0) map.Fault("unit_cost", $"{price.UnitCost} has no amount; take another, or list the kind under not_priced.");
        else if (costs.Uprate(price.UnitCost, costs.Deflator.Years[^1].Period.Label).Refused(out why, out _)) map.Fault("unit_cost", $"cannot be brought to the prices of another year: {why.Says}");
    }

    private static (string Agency, decimal Part)[] Parts(MapNode map, string key)
    {
        if (map.MapOr(key) is not { } parts) return [];
        (string Agency, decimal Part)[] read = [.. parts.Keys.Select(k => (k, parts.DecimalOr(k) ?? 0))];
        if (read.Length == 0 || read.Any(r => r.Part <= 0)) map.Fault(key, "gives each agency its part of the cost, above nought: { Police: 342, Legal aid: 245 }.");
        return read;
    }

    // Nobody can save more than they bear.
    private static void CheckFall(MapNode map, EventPrice price, UnitCosts costs)
    {
        if (price.Fall.AtOnceBy.Count == 0 || map.MapOr("falls") is not { } falls || costs.Payers(price.UnitCost).Refused(out _, out IReadOnlyList<(string Agency, decimal Share)>? payers)) return;
        Dictionary<string, decimal> bears = (price.BorneBy.Count > 0 ? PriceTable.Shares(price.BorneBy) : payers).ToDictionary(p => p.Item1, p => p.Item2, StringComparer.Ordinal);
        foreach ((string agency, decimal part) in PriceTable.Shares(price.Fall.AtOnceBy))
        {
            if (!bears.TryGetValue(agency, out decimal share)) falls.Fault("at_once_by", $"names '{agency}', which bears nothing of {price.UnitCost}; name one of {string.Join(", ", bears.Keys)}.");
            else if (price.Fall.AtOnce * part > share) falls.Fault("at_once_by", $"lets {agency} save {price.Fall.AtOnce * part:0.###} of the cost at once, of which it bears {share:0.###}; lower at_once.");
        }
    }

    private static CostFall Fall(MapNode map)
    {
        CostFall fall = new(map.DecimalOr("at_once") ?? 0, map.DecimalOr("by_step") ?? 0, map.WholeOr("step") ?? 0, map.Text("source"), map.Flag("checked")) { AtOnceBy = Parts(map, "at_once_by") };
        if (fall.AtOnce < 0 || fall.ByStep < 0 || fall.AtOnce + fall.ByStep > 1) map.Fault("at_once", "and by_step are shares of the average cost: each from 0, and together at most 1.");
        if (fall.ByStep > 0 != fall.Step > 0 || fall.Step < 0) map.Fault("step", "is the number of cases a year in a step: give it with by_step, above nought, or give neither.");
        return fall;
    }

    private static IReadOnlyList<string> Kinds(MapNode map, Vocabulary words)
    {
        IReadOnlyList<string> kinds = Known(map, "kinds", words.EventKinds.Has, "kind of event");
        if (kinds.Count == 0) map.Fault("kinds", "is missing; name at least one kind of event.");
        return kinds;
    }

    private static IReadOnlyList<string> Known(MapNode map, string key, Func<string, bool> has, string what)
    {
        IReadOnlyList<string> ids = map.Texts(key);
        foreach (string id in ids.Where(i => !has(i))) map.Fault(key, $"names '{id}', which is no {what} known here.");
        return ids;
    }

    private static string Stage(MapNode map, IReadOnlyList<string> kinds, Vocabulary words)
    {
        string? stage = map.TextOr("stage") ?? (kinds.Count > 0 && words.EventKinds.TryFind(kinds[0], out EventKind? kind) ? kind.Stage : null);
        if (stage is not null && words.Stages.Has(stage)) return stage;
        map.Fault("stage", $"is no stage of the vocabulary; name one of {string.Join(", ", words.Stages.All.Select(s => s.Term.Id))}.");
        return stage ?? "";
    }

    private static CohortText? Where(MapNode map)
    {
        if (map.TextOr("where") is not { } written) return null;
        if (!CohortText.Read(written).Refused(out Refusal? why, out CohortText? text)) return text;
        map.Fault("where", $"cannot be read: {why.Says}");
        return null;
    }

    private static CostUnitLength LengthOf(string per) =>
        per.EndsWith(" year", StringComparison.Ordinal) ? CostUnitLength.Year
        : per.EndsWith(" month", StringComparison.Ordinal) ? CostUnitLength.Month
        : per.EndsWith(" week", StringComparison.Ordinal) ? CostUnitLength.Week
        : per.EndsWith(" day", StringComparison.Ordinal) || per.EndsWith(" night", StringComparison.Ordinal) ? CostUnitLength.Day
        : CostUnitLength.None;
}
