using System.Collections.Concurrent;
using System.Globalization;
using YamlDotNet.Serialization;

namespace Shiremoot.Tests.Economics;

/// <summary>
/// An option appraised again from its YAML by the longest way: dictionaries, decimals and loops, sharing no code with the library. It knows
/// nothing of bad files.
/// </summary>
sealed class PlainAppraisal
{
    private static readonly ConcurrentDictionary<string, Dictionary<object, object>> Files = [];

    private static readonly IDeserializer Yaml = new DeserializerBuilder().Build();

    private readonly Dictionary<string, decimal> shared = [];
    private readonly Dictionary<string, decimal> totals = [];
    private readonly int years;
    private readonly string priceYear;
    private readonly decimal[] discount, health;

    public PlainAppraisal(string yaml)
    {
        Dictionary<object, object> file = Load(yaml);
        foreach (Dictionary<object, object> a in Maps(file, "assumptions")) shared[(string)a["name"]] = Dec(a["value"]);
        years = (int)Dec(file["years"]);
        priceYear = (string)file["price_year"];
        discount = Discounts(file.TryGetValue("discounting", out object? id) ? (string)id : "green-book");
        health = Discounts("green-book-health");
        decimal taken = Number(file, "people", 0) * Number(file, "take_up", 1), kept = taken * Number(file, "retention", 1);
        decimal[] intake = ByYear(file, "people_by_year", 1, false);
        foreach (Dictionary<object, object> outcome in Maps(file, "outcomes"))
        {
            decimal[] cases = Cases(outcome, kept, intake);
            foreach (Dictionary<object, object> value in Maps(outcome, "values")) Worth(outcome, value, cases);
        }
        foreach (Dictionary<object, object> cost in Maps(file, "costs")) Cost(cost, taken, intake);
    }

    /// <summary>A sum by its name: "fiscal", "cost", "cashable", "agency Police" and so on; nought where there is none.</summary>
    public double this[string name] => (double)totals.GetValueOrDefault(name);

    private decimal[] Cases(Dictionary<object, object> outcome, decimal kept, decimal[] intake)
    {
        decimal baseline = Number(outcome, "baseline", 0), each;
        if (outcome["effect"] is string text && text.StartsWith("evidence:"))
        {
            // Only entries given as an odds ratio or a risk ratio, in whose files effect, lower and upper stand as published.
            Dictionary<object, object> entry = Vocabulary("evidence", text[9..] + ".yaml");
            double published = (double)Dec(entry["effect"]), ratio = entry.TryGetValue("higher_is", out object? better) && (string)better == "better" ? 1 / published : published;
            if ((string)entry["measure"] == "odds ratio")
            {
                double p = (double)Number(outcome, "chance", 0), odds = p / (1 - p) * ratio;
                ratio = odds / (1 + odds) / p;
            }
            each = baseline * (1 - (decimal)ratio);
        }
        else if (outcome.TryGetValue("effect_is", out object? form) && (string)form == "units avoided")
        {
            each = Number(outcome, "effect", 0);
        }
        else
        {
            each = baseline * Number(outcome, "effect", 0);
        }
        foreach (string less in (string[])["deadweight", "displacement", "substitution", "leakage"]) each *= 1 - Number(outcome, less, 0);
        each *= Number(outcome, "need", 1) * Number(outcome, "attribution", 1);
        int lag = (int)Number(outcome, "lag", 0), lasts = (int)Number(outcome, "lasts", 1);
        decimal[] ramp = ByYear(outcome, "ramp", 1, true), cases = new decimal[years];
        for (int t = 0; t < years; t++)
            for (int s = 0; s <= t - lag; s++)
            {
                int age = t - lag - s;
                if (age >= lasts) continue;
                decimal left = kept * intake[s] * each * ramp[s];
                for (int i = 0; i < s; i++) left *= 1 - Number(outcome, "fade", 0);
                for (int i = 0; i < age; i++) left *= 1 - Number(outcome, "drop_off", 0);
                cases[t] += left;
            }
        for (int t = 0; t < years; t++) Add("avoided " + outcome["id"], cases[t]);
        return cases;
    }

    private void Worth(Dictionary<object, object> outcome, Dictionary<object, object> value, decimal[] cases)
    {
        decimal hopeful = 1 - Optimism((string)outcome["optimism"], value: 0, "upper");
        foreach ((string kind, decimal pounds) in Pounds(value))
            for (int t = 0; t < years; t++)
            {
                decimal units = cases[t] * Number(value, "units", 1), each = pounds * Number(value, "factor", 1) * hopeful, factor = kind == "social" && outcome.TryGetValue("discounted", out object? how) && (string)how == "health" ? health[t] : discount[t], worth = units * each * factor;
                Add(kind, worth);
                Add("total " + kind, units * each);
                if (kind != "fiscal")
                {
                    Add("people " + (value.TryGetValue("for", out object? who) ? who : "victims"), worth);
                    continue;
                }
                decimal whole = units;
                if (value.TryGetValue("step", out object? step)) whole = decimal.Truncate(units / Dec(step)) * Dec(step);
                decimal cash = whole * each * Number(value, "cashable", 0) * discount[t];
                Add("cashable", cash);
                Add("marginal", worth * Number(value, "marginal", 1));
                Add("stepped", value.ContainsKey("step") ? ((whole * each) + ((units - whole) * each * Number(value, "marginal", 1))) * discount[t] : worth * Number(value, "marginal", 1));
                foreach ((string agency, decimal share) in Shares(value)) Add("agency " + agency, worth * share);
            }
    }

    private void Cost(Dictionary<object, object> cost, decimal taken, decimal[] intake)
    {
        string kind = cost.TryGetValue("kind", out object? k) ? (string)k : "revenue";
        decimal bias = 1 + Optimism((string)cost["optimism"], Number(cost, "mitigated", 0), cost.TryGetValue("bound", out object? b) ? (string)b : "upper");
        decimal[] profile = kind == "capital" && !cost.ContainsKey("by_year") ? [1, .. new decimal[years - 1]] : ByYear(cost, "by_year", 1, false);
        decimal amount = cost.ContainsKey("pounds") ? Number(cost, "pounds", 0) * Uprated(1, cost)
            : cost.ContainsKey("hours") ? Number(cost, "hours", 0) * Number(cost, "per_hour", 0) * Uprated(1, cost)
            : Number(cost, "units", 0) * Coded((string)cost["unit_cost"]).First(c => c.Kind == "fiscal").Pounds;
        for (int t = 0; t < years; t++)
        {
            decimal pounds = amount * bias * profile[t] * (cost.TryGetValue("per_person", out object? per) && (string)per == "true" ? taken * intake[t] : 1);
            Add("cost", pounds * discount[t]);
            Add("total cost", pounds);
            if (kind == "volunteers") Add("people others", -pounds * discount[t]);
            else
            {
                Add("public cost", pounds * discount[t]);
                foreach ((string agency, decimal share) in Shares(cost)) Add("agency " + agency, -pounds * share * discount[t]);
            }
        }
    }

    private IEnumerable<(string Agency, decimal Share)> Shares(Dictionary<object, object> map) => map.TryGetValue("shares", out object? shares)
        ? ((Dictionary<object, object>)shares).Select(s => ((string)s.Key, Dec(s.Value)))
        : [(map.TryGetValue("agency", out object? agency) ? (string)agency : "", 1m)];

    private IEnumerable<(string Kind, decimal Pounds)> Pounds(Dictionary<object, object> value)
    {
        if (!value.TryGetValue("unit_cost", out object? code)) return [(value.TryGetValue("kind", out object? k) ? (string)k : "fiscal", Uprated(Dec(value["pounds"]), value))];
        return Coded((string)code).Where(c => !value.TryGetValue("kinds", out object? kinds) || ((List<object>)kinds).Contains(c.Kind));
    }

    private decimal Uprated(decimal pounds, Dictionary<object, object> map) => pounds * Index(priceYear) / Index(map.TryGetValue("price_year", out object? own) ? (string)own : priceYear);

    private List<(string Kind, decimal Pounds)> Coded(string code)
    {
        string[] row = PlainTable.Rows("gmca-unit-costs.csv").First(r => r[3] == code);
        List<(string, decimal)> found = [];
        foreach ((string kind, int at) in (ReadOnlySpan<(string, int)>)[("fiscal", 8), ("economic", 11), ("social", 14)])
            if (row[at].Length > 0) found.Add((kind, Dec(row[at]) * Index(priceYear) / Index(row[at + 1])));
        return found;
    }

    private static decimal Index(string year) => Dec(PlainTable.Rows("gdp-deflator.csv").First(r => r[0] == year)[2]);

    private static decimal Optimism(string id, decimal value, string bound)
    {
        Dictionary<object, object> table = Vocabulary("costs", "optimism.yaml");
        foreach (Dictionary<object, object> grade in Maps(table, "grades")) if ((string)grade["id"] == id) return Dec(grade["share"]);
        Dictionary<object, object> line = Maps(table, "capital").First(c => (string)c["id"] == id);
        return bound == "lower" ? Dec(line["lower"]) : Math.Max(Dec(line["lower"]), Dec(line["upper"]) * (1 - value));
    }

    private decimal[] Discounts(string id)
    {
        Dictionary<object, object> table = Vocabulary("costs", "discounting.yaml");
        Dictionary<object, object>[] rates = [.. Maps(Maps(table, "schedules").First(s => (string)s["id"] == id), "rates")];
        decimal[] factors = new decimal[years];
        for (int t = 0; t < years; t++)
        {
            factors[t] = 1;
            for (int k = 1; k <= t; k++) factors[t] /= 1 + Dec(rates.Last(r => Dec(r["from_year"]) <= k)["rate"]);
        }
        return factors;
    }

    private decimal Number(Dictionary<object, object> map, string key, decimal otherwise)
    {
        if (!map.TryGetValue(key, out object? value)) return otherwise;
        return value is Dictionary<object, object> own ? Dec(own["value"]) : shared.TryGetValue((string)value, out decimal named) ? named : Dec(value);
    }

    private decimal[] ByYear(Dictionary<object, object> map, string key, decimal otherwise, bool lastGoesOn)
    {
        decimal[] filled = [.. Enumerable.Repeat(otherwise, years)];
        if (!map.TryGetValue(key, out object? value)) return filled;
        decimal[] given = [.. ((List<object>)value).Select(Dec)];
        for (int t = 0; t < years; t++) filled[t] = t < given.Length ? given[t] : lastGoesOn ? given[^1] : 0;
        return filled;
    }

    private void Add(string name, decimal pounds) => totals[name] = totals.GetValueOrDefault(name) + pounds;

    private static IEnumerable<Dictionary<object, object>> Maps(Dictionary<object, object> map, string key) => map.TryGetValue(key, out object? list) ? ((List<object>)list).Cast<Dictionary<object, object>>() : [];

    private static Dictionary<object, object> Load(string yaml) => Yaml.Deserialize<Dictionary<object, object>>(yaml);

    private static Dictionary<object, object> Vocabulary(string folder, string file) => Files.GetOrAdd(file, name => Load(File.ReadAllText(Path.Combine(TestData.Root, "vocabulary", folder, name))));

    private static decimal Dec(object value) => decimal.Parse((string)value, NumberStyles.Float, CultureInfo.InvariantCulture);
}
