using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Shiremoot.Economics;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shouldly;
using Xunit;
using static Shiremoot.Tests.Economics.Costing.PricedStories;

namespace Shiremoot.Tests.Economics.Costing;

/// <summary>Made people costed by the engine and, from the same events and the same file of prices, by SQL: every cell the same to the penny, on any number of threads.</summary>
public sealed class BesideSqlTests
{
    private static readonly CostQuestion Question = new("2013/14", CostBy.What, CostBy.Year);
    private static readonly (Stories Stories, string[] Texts) Made = MadePeople.Make(3_000);

    // Convictions of one day and nights of spells that overlap are counted once, as the file says.
    private const string Sql = """
        WITH spells AS (
          SELECT person, kind, day, end, child, max(end) OVER (PARTITION BY person, kind ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
          FROM event WHERE kind IN ('custody-spell', 'looked-after') AND end >= day),
        nights AS (
          SELECT CASE WHEN s.kind = 'looked-after' THEN 'looked-after' WHEN child THEN 'custody-child' ELSE 'custody' END AS what, y.label,
            max(0, min(s.end, y.until, :records) - max(s.day, y.begin, coalesce(before, 0))) * 1.0 / (y.until - y.begin) AS units
          FROM spells s JOIN year y ON s.day < y.until AND s.end > y.begin),
        cases AS (SELECT DISTINCT person, day FROM event WHERE kind = 'conviction'),
        each AS (
          SELECT 'arrest' AS what, y.label, 1.0 AS units FROM event e JOIN year y ON day >= y.begin AND day < y.until WHERE kind = 'arrest'
          UNION ALL SELECT (SELECT p.what FROM event c JOIN price p ON p.what = 'court-' || c.grouped || CASE WHEN c.child THEN '-child' ELSE '-adult' END
            WHERE c.person = s.person AND c.day = s.day AND c.kind = 'conviction' ORDER BY p.pounds DESC LIMIT 1), y.label, 1.0
          FROM cases s JOIN year y ON s.day >= y.begin AND s.day < y.until)
        SELECT what, label, sum(units * pounds) FROM (SELECT * FROM nights UNION ALL SELECT * FROM each) JOIN price USING (what) GROUP BY what, label HAVING sum(units) > 0
        """;

    [Fact]
    public void Every_cell_is_that_of_sql_to_the_penny()
    {
        StoryCosts costs = StoryCosts.Of(Setting(Made.Stories), Question).Value;
        Dictionary<(string, string), decimal> own = Cells(costs).ToDictionary(c => c.Key, c => Penny(c.Value)), sql = BySql(costs.Tables[0].Columns);
        own.Count.ShouldBeGreaterThan(40);
        own.ShouldBe(sql, ignoreOrder: true);
        Penny(costs.Tables[0].Cells.Total.Amount.Shown!.Value).ShouldBe(Penny(Cells(costs).Values.Sum()));
    }

    [Fact]
    public void One_thread_and_two_give_the_same()
    {
        StoryCosts one = StoryCosts.Of(Setting(Made.Stories), Question with { Threads = 1 }).Value, two = StoryCosts.Of(Setting(Made.Stories), Question with { Threads = 2 }).Value;
        Cells(two).ShouldBe(Cells(one));
        two.Notes.ShouldBe(one.Notes);
    }

    private static Dictionary<(string, string), decimal> BySql(IReadOnlyList<string> years)
    {
        using SqliteConnection connection = new("Data Source=:memory:");
        connection.Open();
        void Run(string sql)
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
        StringBuilder rows = new("CREATE TABLE event (n INTEGER PRIMARY KEY, person INTEGER, kind TEXT, day INTEGER, end INTEGER, child INTEGER, grouped TEXT); CREATE TABLE year (label TEXT, begin INTEGER, until INTEGER); CREATE TABLE price (what TEXT, pounds REAL);");
        foreach (string row in Made.Texts) rows.Append("INSERT INTO event (person, kind, day, end, child, grouped) VALUES (").Append(row).Append(");");
        foreach (int year in years.Select(y => int.Parse(y[..4], CultureInfo.InvariantCulture)))
            rows.Append(CultureInfo.InvariantCulture, $"INSERT INTO year VALUES ('{Period.FinancialYear(year).Label}', {Days.Number(new(year, 4, 1))}, {Days.Number(new(year + 1, 4, 1))});");
        foreach (EventPrice price in Read(Shipped).Value.Priced)
            if (price.Only.Count == 0) rows.Append(CultureInfo.InvariantCulture, $"INSERT INTO price VALUES ('{price.Id}', {Costs.Uprate(price.UnitCost, "2013/14").Value.Amount(CostKind.Fiscal)!.Cost.Pounds});");
        Run(rows.ToString());
        using SqliteCommand ask = connection.CreateCommand();
        ask.CommandText = Sql.Replace(":records", string.Create(CultureInfo.InvariantCulture, $"{Days.Number(Made.Stories.Dated!.Value.Last) + 1}"));
        using SqliteDataReader read = ask.ExecuteReader();
        Dictionary<(string, string), decimal> cells = [];
        while (read.Read()) cells[(read.GetString(0), read.GetString(1))] = Penny((decimal)read.GetDouble(2));
        return cells;
    }
}
