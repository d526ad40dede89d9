using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Period = Shiremoot.Terms.Period;

namespace Shiremoot.Economics.Files;

/// <summary>Turns the rows of a table into unit costs by its format. All faults of the file are found in one pass.</summary>
internal static class CostRows
{
    public static Outcome<List<UnitCost>> Read(IReadOnlyList<TableRow> rows, CostFormat format, AgencyNames agencies, string file)
    {
        FileFaults faults = new(file);
        Dictionary<(string Code, Validity Valid), UnitCost> entries = [];
        List<(string Code, Validity Valid)> order = [];
        foreach (TableRow row in rows)
        {
            string Field(string name) => row[format.Columns.GetValueOrDefault(name)];
            string code = Field("code");
            if (code.Length == 0)
            {
                faults.Add(row.Line, "the row has no code; give it one.");
                continue;
            }
            string quality = Field("quality");
            UnitCost read = new(
                code, Field("what"), Field("per"), agencies.One(Field("agency")), agencies.One(Field("branch")), Amounts(row, format, code, faults),
                Field("source"), format.QualityWords.GetValueOrDefault(quality, quality), Field("note"), Field("theme"), file)
            {
                Valid = new(Day(Field("valid_from"), row.Line, faults), Day(Field("valid_until"), row.Line, faults)),
            };
            (string, Validity) key = (code, read.Valid);
            if (read.Valid.From >= read.Valid.Until) faults.Add(row.Line, $"'{code}' is valid until {read.Valid.Until:uuuu-MM-dd}, no later than from; correct one of the two.");
            if (order.Exists(o => o.Code == code && o.Valid != read.Valid && o.Valid.Overlaps(read.Valid))) faults.Add(row.Line, $"'{code}' has two figures for one day; end the earlier with valid_until where the later begins.");
            if (!entries.TryGetValue(key, out UnitCost? before)) order.Add(key);
            else read = Joined(before, read, row.Line, faults);
            entries[key] = read;
        }
        if (faults.Refusal(Refusals.FileFaults) is { } why) return why;
        return order.Select(o => o.Code).Distinct().Select(code => LatestOf([.. order.Where(o => o.Code == code).OrderBy(o => o.Valid.From ?? LocalDate.MinIsoValue).Select(o => entries[o])])).ToList();
    }

    private static UnitCost LatestOf(UnitCost[] inTime) => inTime.Length == 1 ? inTime[0] : inTime[^1] with { Earlier = inTime[..^1] };

    private static LocalDate? Day(string written, long line, FileFaults faults)
    {
        if (written.Length == 0) return null;
        if (LocalDatePattern.Iso.Parse(written).TryGetValue(default, out LocalDate day)) return day;
        faults.Add(line, $"'{written}' is not a date; write it as 2024-04-01.");
        return null;
    }

    // Our own format has a row for each amount: rows of one code are one entry, and must say the same of it.
    private static UnitCost Joined(UnitCost before, UnitCost next, long line, FileFaults faults)
    {
        if ((before.What, before.Per, before.Agency) != (next.What, next.Per, next.Agency))
            faults.Add(line, $"'{next.Code}' is there before as another thing or in another unit; give it a code of its own.");
        foreach (CostAmount amount in next.Amounts.Where(a => before.Amount(a.Kind) is not null))
            faults.Add(line, $"'{next.Code}' has a {UnitCosts.Name(amount.Kind)} cost already; leave one of the two out.");
        return before with { Amounts = [.. before.Amounts, .. next.Amounts] };
    }

    private static CostAmount[] Amounts(TableRow row, CostFormat format, string code, FileFaults faults)
    {
        List<CostAmount> amounts = [];
        foreach (AmountColumns columns in format.Amounts)
        {
            string pounds = row[columns.Pounds], year = row[columns.PriceYear];
            if (pounds.Length == 0) continue;
            if (Kind(row, columns, faults) is not { } kind) continue;
            string whose = $"the {UnitCosts.Name(kind)} cost of {code}";
            if (!decimal.TryParse(pounds.TrimStart('£'), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out decimal cost))
                faults.Add(row.Line, $"'{pounds}' is not an amount in pounds ({whose}); write it as 1234.56.");
            else if (year.Length == 0) faults.Add(row.Line, $"no price year is given for {whose}; give the year whose prices it is in, such as 2013/14.");
            else if (!Period.TryRead(year, out _)) faults.Add(row.Line, $"the price year '{year}' of {whose} cannot be read as a year; write it as 2013/14.");
            else amounts.Add(new(kind, new(cost), year));
        }
        return [.. amounts];
    }

    private static CostKind? Kind(TableRow row, AmountColumns columns, FileFaults faults)
    {
        if (columns.Kind is { } kind) return kind;
        string written = row[columns.KindColumn];
        foreach ((string name, CostKind value) in CostFormat.Kinds)
            if (string.Equals(name, written, StringComparison.OrdinalIgnoreCase)) return value;
        faults.Add(row.Line, $"'{written}' is not a kind of cost; write one of {string.Join(", ", CostFormat.Kinds.Select(k => k.Name))}.");
        return null;
    }
}
