using Shiremoot.Economics;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Cli.Verbs;

/// <summary>Prints what people of a place cost.</summary>
static class PeopleCostRun
{
    public static int Run(Shire shire, PeopleCostLine line, bool json)
    {
        PeopleCostQuestion asked = line.Asked;
        if (line.Cohort is not null || line.Where is not null)
        {
            if (shire.CohortOf(line.Cohort, line.Where).Refused(out Refusal? unknown, out Cohort? cohort)) return Door.Refuse(unknown, json);
            asked = asked with { Cohort = cohort };
        }
        return line switch
        {
            { Fall: { } fall } => SavingsRun.Savings(shire, asked, fall, json, line.Csv),
            { Spells: true } => SavingsRun.Spells(shire, asked, json, line.Csv),
            { Heaviest: true } => Heaviest(shire, asked, json, line.Csv),
            _ => Costs(shire, asked, json, line.Csv),
        };
    }

    private static int Costs(Shire shire, PeopleCostQuestion asked, bool json, bool csv)
    {
        if (shire.CostPeople(asked).Refused(out Refusal? why, out StoryCosts? costs) || shire.EventPrices.Refused(out why, out EventPrices? prices)) return Door.Refuse(why, json);
        if (!json)
        {
            Print(StoryCostTables.Of(costs, shire), csv);
            if (!csv) foreach (EventNotPriced not in prices.NotPriced) Console.Out.WriteLine($"Not priced: {string.Join(", ", not.Kinds)}. {not.Why}");
            return Door.Done;
        }
        CostTable table = costs.Tables[0];
        Door.Print(new
        {
            place = shire.Place.Id,
            cohort = table.Cohort,
            priceYear = costs.Question.PriceYear,
            costs.Question.Kind,
            costs.Question.Basis,
            costs.Period,
            costs.Question.Rows,
            costs.Question.Columns,
            cells = Enumerable.Range(0, table.Rows.Count).SelectMany(r => Enumerable.Range(0, table.Columns.Count).Where(c => table.Possible[r, c]).Select(c => Cell(table.Rows[r], table.Columns[c], table.Cells[r, c]))),
            totals = costs.HasRowTotals ? Enumerable.Range(0, table.Rows.Count).Select(r => Cell(table.Rows[r], "", table.Cells.RowTotal(r))) : [],
            columnTotals = costs.HasColumnTotals ? Enumerable.Range(0, table.Columns.Count).Select(c => Cell("", table.Columns[c], table.Cells.ColumnTotal(c))) : [],
            total = costs.HasRowTotals && costs.HasColumnTotals ? Cell("", "", table.Cells.Total) : null,
            costs.Notes,
            origin = $"{costs.Origin}".ToLowerInvariant(),
            originSays = costs.Origin.Says(),
            disclosure = costs.Rules.Name,
            notPriced = prices.NotPriced.Select(n => new { n.Kinds, n.Why }),
        });
        return Door.Done;
    }

    private static int Heaviest(Shire shire, PeopleCostQuestion asked, bool json, bool csv)
    {
        if (shire.HeaviestUsers(asked).Refused(out Refusal? why, out HeaviestUsers? users)) return Door.Refuse(why, json);
        if (!json)
        {
            Print(StoryCostTables.Of(users, shire), csv);
            return Door.Done;
        }
        Door.Print(new
        {
            place = shire.Place.Id,
            cohort = users.Cohort,
            priceYear = users.Question.PriceYear,
            users.Period,
            total = Cell("", "", users.Total),
            mean = users.Total.Mean.Shown,
            median = users.Median.Shown,
            top = users.Top.Select(t => new { t.PerCent, people = t.Top.People.Shown, pounds = t.Top.Amount.Shown, share = t.Share.Shown, harmShare = t.HarmShare?.Shown }),
            users.Gini,
            curve = users.Curve.Select(p => new { p.People, p.Cost }),
            users.Notes,
            origin = $"{users.Origin}".ToLowerInvariant(),
            originSays = users.Origin.Says(),
            disclosure = users.Rules.Name,
        });
        return Door.Done;
    }

    private static object Cell(string row, string column, ProtectedAmount amount) => new { row, column, amount = amount.Amount.Shown, people = amount.People.Shown, mean = amount.Mean.Shown };

    public static void Print(ReleaseTable table, bool csv)
    {
        if (csv) ReleaseFiles.WriteCsv(table, Console.OpenStandardOutput());
        else TableText.Print(table);
    }
}
