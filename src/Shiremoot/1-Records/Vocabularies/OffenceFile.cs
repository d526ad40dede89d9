namespace Shiremoot.Records.Vocabularies;

/// <summary>Reads offences.csv, and a place's own rows over it, into columns.</summary>
internal static class OffenceFile
{
    private sealed record Row(CsvTable Table, Columns Columns, int At);

    public static OffenceTable Read(IReadOnlyList<CsvTable> tables, TermList<OffenceKind> categories, TermList<OffenceKind> groups, List<string> faults)
    {
        SortedDictionary<int, Row> rows = [];
        foreach (CsvTable table in tables) Collect(table, rows);
        Row[] inOrder = [.. rows.Values];
        int n = inOrder.Length;
        OffenceTable read = new()
        {
            Codes = [.. rows.Keys],
            ClassTitles = new string[n],
            Titles = new string[n],
            Categories = new string[n],
            Groups = new string[n],
            ViolentSanction = new bool[n],
            ViolentOrSexual = new bool[n],
            Ogrs3 = new double[n],
            SeverityLow = new double[n],
            SeverityHigh = new double[n],
            SeverityBasis = new WeightBasis[n],
            HarmLow = new double[n],
            HarmHigh = new double[n],
        };
        Dictionary<string, string> shared = new(StringComparer.Ordinal); // class titles and ids repeat: one string each
        for (int i = 0; i < n; i++)
        {
            (CsvTable table, Columns c, int at) = inOrder[i];
            read.ClassTitles[i] = Share(shared, table[at, c.ClassTitle]);
            read.Titles[i] = table[at, c.Title];
            read.Categories[i] = Share(shared, Known(table, at, c.Category, categories));
            read.Groups[i] = Share(shared, Known(table, at, c.Group, groups));
            read.ViolentSanction[i] = table[at, c.Violent] == "y";
            read.ViolentOrSexual[i] = table[at, c.Opd] == "y";
            read.Ogrs3[i] = table.Number(at, c.Ogrs3);
            read.SeverityBasis[i] = table[at, c.SeverityBy] switch { "code" => WeightBasis.Code, "class" => WeightBasis.Class, _ => WeightBasis.None };
            (read.SeverityLow[i], read.SeverityHigh[i]) = Range(table, at, c.SeverityLow, c.SeverityHigh);
            (read.HarmLow[i], read.HarmHigh[i]) = Range(table, at, c.HarmLow, c.HarmHigh);
        }

        return read;
    }

    private static void Collect(CsvTable table, SortedDictionary<int, Row> rows)
    {
        int code = table.Column("code");
        Columns columns = new(table);
        HashSet<int> seen = [];
        for (int row = 0; row < table.Rows; row++)
        {
            if (!OffenceCode.TryRead(table[row, code], out OffenceCode read)) table.Fault(row, $"'{table[row, code]}' is not an offence code; write class and subcode as 00101.");
            else if (!seen.Add(read.Number)) table.Fault(row, $"the code {read} is already in this file.");
            else rows[read.Number] = new Row(table, columns, row);
        }
    }

    private static string Known(CsvTable table, int row, int column, TermList<OffenceKind> kinds)
    {
        string id = table[row, column];
        if (!kinds.Has(id)) table.Fault(row, $"'{id}' is not a category or group known; see offence-categories.yaml and offence-groups.yaml.");
        return id;
    }

    private static (double Low, double High) Range(CsvTable table, int row, int lowColumn, int highColumn)
    {
        (double low, double high) = (table.Number(row, lowColumn), table.Number(row, highColumn));
        if (double.IsNaN(low) != double.IsNaN(high) || low > high || low < 0) table.Fault(row, "a range needs a low and a high value, neither below zero and the low one not above the high.");
        return (low, high);
    }

    private static string Share(Dictionary<string, string> shared, string text)
    {
        if (shared.TryGetValue(text, out string? same)) return same;
        shared.Add(text, text);
        return text;
    }

    private sealed class Columns(CsvTable table)
    {
        public int ClassTitle { get; } = table.Column("class_title");

        public int Title { get; } = table.Column("title");

        public int Category { get; } = table.Column("category");

        public int Group { get; } = table.Column("group");

        public int Violent { get; } = table.Column("violent_sanction");

        public int Opd { get; } = table.Column("opd_violence_sex");

        public int Ogrs3 { get; } = table.Column("ogrs3");

        public int SeverityLow { get; } = table.Column("severity_low");

        public int SeverityHigh { get; } = table.Column("severity_high");

        public int SeverityBy { get; } = table.Column("severity_by");

        public int HarmLow { get; } = table.Column("harm_low");

        public int HarmHigh { get; } = table.Column("harm_high");
    }
}
