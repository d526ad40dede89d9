using Shiremoot.Records;

namespace Shiremoot.Futures.Identities;

/// <summary>A row of a file of names.</summary>
/// <param name="Name">The name.</param>
/// <param name="Stock">The community whose stock it belongs to.</param>
/// <param name="Sex">0 male, 1 female, -1 either.</param>
/// <param name="From">The first year of birth it is for.</param>
/// <param name="To">The last.</param>
/// <param name="Weight">How often it is borne, relative to others of its stock.</param>
readonly record struct NameRow(string Name, string Stock, int Sex, int From, int To, double Weight);

/// <summary>Reads the files of names; each fault is gathered with file and line.</summary>
static class NameRows
{
    private const int FirstYear = 1900, LastYear = 2030;

    public static List<NameRow> Forenames(string folder, Dictionary<string, string> pool, List<string> faults)
    {
        List<NameRow> rows = [];
        if (CsvTable.Read(Path.Combine(folder, "forenames.csv.gz"), "names/forenames.csv.gz", faults) is not { } table) return rows;
        (int name, int sex, int stock, int from, int to, int weight) = (table.Column("name"), table.Column("sex"), table.Column("community"), table.Column("from"), table.Column("to"), table.Column("weight"));
        for (int row = 0; row < table.Rows; row++)
        {
            (double first, double last) = (table.Number(row, from), table.Number(row, to));
            if (!(first >= FirstYear && last <= LastYear && first <= last)) table.Fault(row, $"the years must run from {FirstYear} to {LastYear} at most.");
            else if (Sex(table, row, sex, needed: true) is { } which && Weight(table, row, weight) is { } weighs && Name(table, row, name, pool) is { } text)
                rows.Add(new NameRow(text, Shared(pool, table[row, stock]), which, (int)first, (int)last, weighs));
        }

        return rows;
    }

    public static List<NameRow> Surnames(string folder, Dictionary<string, string> pool, List<string> faults)
    {
        List<NameRow> rows = [];
        if (CsvTable.Read(Path.Combine(folder, "surnames.csv.gz"), "names/surnames.csv.gz", faults) is not { } table) return rows;
        (int name, int stock, int sex, int weight) = (table.Column("name"), table.Column("community"), table.Column("sex"), table.Column("weight"));
        for (int row = 0; row < table.Rows; row++)
            if (Sex(table, row, sex, needed: false) is { } which && Weight(table, row, weight) is { } weighs && Name(table, row, name, pool) is { } text)
                rows.Add(new NameRow(text, Shared(pool, table[row, stock]), which, 0, 0, weighs));
        return rows;
    }

    public static Dictionary<string, string[]> Shorts(string folder, Dictionary<string, string> pool, List<string> faults)
    {
        Dictionary<string, string[]> shorts = new(StringComparer.Ordinal);
        if (CsvTable.Read(Path.Combine(folder, "nicknames.csv"), "names/nicknames.csv", faults) is not { } table) return shorts;
        (int formal, int brief) = (table.Column("formal"), table.Column("short"));
        for (int row = 0; row < table.Rows; row++)
            if (Name(table, row, formal, pool) is { } whole && Name(table, row, brief, pool) is { } part)
                shorts[whole] = shorts.TryGetValue(whole, out string[]? known) ? [.. known, part] : [part];
        return shorts;
    }

    private static string? Name(CsvTable table, int row, int column, Dictionary<string, string> pool)
    {
        string name = table[row, column];
        if (name.Length is >= 1 and <= 60) return Shared(pool, name);
        table.Fault(row, "a name must have 1 to 60 letters.");
        return null;
    }

    private static int? Sex(CsvTable table, int row, int column, bool needed)
    {
        int sex = table[row, column] switch { "M" => 0, "F" => 1, "" when !needed => -1, _ => -2 };
        if (sex > -2) return sex;
        table.Fault(row, needed ? "the sex must be M or F." : "the sex must be M or F, or nothing for a name of both.");
        return null;
    }

    private static double? Weight(CsvTable table, int row, int column)
    {
        double weight = table.Number(row, column);
        if (weight > 0) return weight;
        table.Fault(row, "the weight must be above zero.");
        return null;
    }

    private static string Shared(Dictionary<string, string> pool, string text)
    {
        if (pool.TryGetValue(text, out string? known)) return known;
        pool[text] = text;
        return text;
    }
}
