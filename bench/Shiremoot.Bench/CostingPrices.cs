using System.Globalization;
using System.Text;
using Shiremoot.Economics;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Bench;

/// <summary>The prices of the costing benchmark, one for every kind of made event, and the same as tables and a query of SQL.</summary>
static class CostingPrices
{
    private const string Text = """
        source: for a benchmark, so that every event has a price; no claim that each fits
        prices:
          - { id: stop, title: Stops, kinds: stop-and-search, unit_cost: CR9.0, per: Per hour, times: 0.5, borne_by: { Police: 1 }, fits: bench, leaves_out: bench }
          - { id: arrest, title: Arrests, kinds: arrest, unit_cost: CR7.0, per: Per incident, borne_by: { Police: 342, Legal aid: 245, Youth offending teams: 6 }, fits: bench, leaves_out: bench }
          - { id: charge, title: Charges, kinds: charge, unit_cost: CR9.1, per: Per hour, borne_by: { Prosecution: 1 }, fits: bench, leaves_out: bench }
          - { id: caution, title: Cautions, kinds: caution, unit_cost: CR7.1, per: Per incident, borne_by: { Police: 1 }, fits: bench, leaves_out: bench }
          - { id: hearing, title: Hearings, kinds: first-hearing, unit_cost: CR5.6, per: Per event, borne_by: { Courts: 1 }, fits: bench, leaves_out: bench }
          - { id: conviction, title: Convictions, kinds: conviction, unit_cost: CR5.9, per: Per event, borne_by: { Courts: 2, Legal aid: 1 }, fits: bench, leaves_out: bench }
          - { id: fine, title: Fines, kinds: sentence, disposals: [fine], unit_cost: CR5.10, per: Per event, borne_by: { Courts: 1 }, fits: bench, leaves_out: bench }
          - { id: sentence, title: Sentences, kinds: sentence, unit_cost: CR5.6, per: Per event, borne_by: { Courts: 1 }, fits: bench, leaves_out: bench }
          - { id: custody-child, title: Custody, kinds: custody-spell, under_age: 18, quantity: nights, once: custody, unit_cost: CR4.2, per: Per person per year, borne_by: { Prison: 1 }, fits: bench, leaves_out: bench }
          - { id: custody, title: Custody, kinds: custody-spell, quantity: nights, once: custody, unit_cost: CR3.0, per: Per person per year, borne_by: { Prison: 1 }, fits: bench, leaves_out: bench }
          - { id: release, title: Releases, kinds: release, unit_cost: CR9.0, per: Per hour, borne_by: { Prison: 1 }, fits: bench, leaves_out: bench }
          - { id: supervision, title: Supervision, kinds: probation-supervision, quantity: days, once: supervision, unit_cost: CR3.2, per: Per year, borne_by: { Probation: 1 }, fits: bench, leaves_out: bench }
          - { id: breach, title: Breaches, kinds: breach, unit_cost: CR5.10, per: Per event, borne_by: { Courts: 1 }, fits: bench, leaves_out: bench }
          - { id: mental-health, title: Mental health, kinds: mental-health-contact, unit_cost: HE16.0, per: Per attendance, borne_by: { NHS: 1 }, fits: bench, leaves_out: bench }
          - { id: homeless, title: Homelessness, kinds: homelessness-duty, unit_cost: HO3.0, per: Per application, borne_by: { Local authority: 1 }, fits: bench, leaves_out: bench }
        """;

    /// <summary>Agency, stage, year, sex, under 30, pounds. Nights of spells that overlap are counted once; what lies beyond the last dated event is not counted.</summary>
    public const string Sql = """
        WITH last AS (SELECT max(day) + 1 AS day FROM event),
        who AS (SELECT id, sex, birth_day, CAST(strftime('%Y.%m%d', '2018-01-01') - strftime('%Y.%m%d', birth_day * 86400, 'unixepoch') AS INTEGER) < 30 AS young FROM person),
        points AS (
          SELECT CASE kind WHEN 'stop-and-search' THEN 'stop' WHEN 'first-hearing' THEN 'hearing' WHEN 'homelessness-duty' THEN 'homeless' WHEN 'mental-health-contact' THEN 'mental-health'
              WHEN 'sentence' THEN CASE WHEN disposal = 'fine' THEN 'fine' ELSE 'sentence' END ELSE kind END AS what, y.label, w.sex, w.young, count(*) AS units
          FROM event e JOIN who w ON w.id = e.person JOIN year y ON e.day >= y.begin AND e.day < y.until
          WHERE kind NOT IN ('custody-spell', 'probation-supervision') GROUP BY 1, 2, 3, 4),
        spells AS (
          SELECT person, kind, day, end_day + (kind = 'probation-supervision') AS end,
            max(end_day + (kind = 'probation-supervision')) OVER (PARTITION BY person, kind ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
          FROM event WHERE kind IN ('custody-spell', 'probation-supervision')),
        nights AS (
          SELECT CASE WHEN kind = 'probation-supervision' THEN 'supervision'
              WHEN CAST(strftime('%Y.%m%d', s.day * 86400, 'unixepoch') - strftime('%Y.%m%d', w.birth_day * 86400, 'unixepoch') AS INTEGER) < 18 THEN 'custody-child' ELSE 'custody' END AS what,
            y.label, w.sex, w.young, sum(max(0, min(s.end, y.until, (SELECT day FROM last)) - max(s.day, y.begin, coalesce(before, 0)))) AS units
          FROM spells s JOIN who w ON w.id = s.person JOIN year y ON s.day < y.until AND s.end > y.begin GROUP BY 1, 2, 3, 4)
        SELECT p.agency, p.stage, q.label, q.sex, q.young, sum(q.units * p.pounds) FROM (SELECT * FROM points UNION ALL SELECT * FROM nights) q JOIN price p USING (what, label) GROUP BY 1, 2, 3, 4, 5
        """;

    public static (UnitCosts Costs, EventPrices Prices) Read()
    {
        string vocabulary = Path.Combine(Root(), "vocabulary");
        UnitCosts costs = UnitCosts.Read(Path.Combine(vocabulary, "costs")).Value;
        return (costs, EventPrices.Read(Text, null, "costs/events.yaml", costs, Vocabulary.Read(vocabulary).Value).Value);
    }

    /// <summary>Temporary tables of years and of prices by agency, stage and year, worked out from the unit costs and not by the engine.</summary>
    public static string Tables(string priceYear)
    {
        (UnitCosts costs, EventPrices prices) = Read();
        StringBuilder sql = new("CREATE TEMP TABLE year (label TEXT, begin INTEGER, until INTEGER); CREATE TEMP TABLE price (what TEXT, agency TEXT, stage TEXT, label TEXT, pounds REAL);");
        foreach (Period year in Enumerable.Range(2014, 8).Select(Period.FinancialYear))
        {
            sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO year VALUES ('{year.Label}', {Days.Number(year.From)}, {Days.Number(year.Until)});");
            foreach (EventPrice price in prices.Priced)
            {
                decimal each = costs.Uprate(price.UnitCost, priceYear).Value.Amount(CostKind.Fiscal)!.Cost.Pounds * price.Times / (price.Quantity == EventQuantity.Each ? 1 : year.Days);
                foreach ((string agency, decimal part) in price.BorneBy)
                    sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO price VALUES ('{price.Id}', '{agency}', '{price.Stage}', '{year.Label}', {(double)(each * part / price.BorneBy.Sum(b => b.Part)):R});");
            }
        }
        return sql.ToString();
    }

    private static string Root()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !Directory.Exists(Path.Combine(at.FullName, "vocabulary"))) at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("The vocabulary is not above the program.");
    }
}
