namespace Shiremoot.Spine;

/// <summary>
/// A table of some records, taken from one table or several: small enough to be made for a single question, and compared by the same engine. How common a value is, is asked of the table of all.
/// </summary>
static class RecordSubset
{
    /// <summary>The table: its records stand in the order given, so that pairs as sure as one another are taken in the order they are taken in when all is linked.</summary>
    public static RecordTable Of(IReadOnlyList<(RecordTable Table, int Record)> records, RecordTable whole)
    {
        ByteList ids = new();
        byte[] sources = new byte[records.Count];
        List<string> names = [.. whole.SourceNames];
        Dictionary<RecordTable, byte[]> sourcesOf = [];
        for (int n = 0; n < records.Count; n++)
        {
            (RecordTable table, int record) = records[n];
            if (!sourcesOf.TryGetValue(table, out byte[]? numbers)) sourcesOf[table] = numbers = [.. table.SourceNames.Select(name => Number(names, name))];
            sources[n] = numbers[table.Sources[record]];
            ids.Add(table.IdBytes(record));
        }
        GatheredColumn[] gathered = new GatheredColumn[whole.Columns.Count];
        for (int f = 0; f < gathered.Length; f++) gathered[f] = Gathered(records, whole, f);
        return new RecordTable(ids, sources, names, gathered, [], whole);
    }

    private static GatheredColumn Gathered(IReadOnlyList<(RecordTable Table, int Record)> records, RecordTable whole, int field)
    {
        ValueTable values = new();
        RecordColumn like = whole.Columns[field];
        if (!like.IsList)
        {
            int[] column = new int[records.Count];
            for (int n = 0; n < column.Length; n++)
            {
                RecordColumn own = records[n].Table.Columns[field];
                if (own.Of(records[n].Record) is [var value, ..]) column[n] = values.Number(own.Table[value]);
            }
            return new GatheredColumn(like.Name, like.Kind, values, column, null);
        }
        List<int> all = [];
        int[] first = new int[records.Count + 1];
        for (int n = 0; n < records.Count; n++)
        {
            RecordColumn own = records[n].Table.Columns[field];
            foreach (int value in own.Of(records[n].Record)) all.Add(values.Number(own.Table[value]));
            first[n + 1] = all.Count;
        }
        return new GatheredColumn(like.Name, like.Kind, values, [.. all], first);
    }

    private static byte Number(List<string> names, string name)
    {
        int at = names.IndexOf(name);
        if (at >= 0) return (byte)at;
        if (names.Count == byte.MaxValue) return byte.MaxValue - 1;
        names.Add(name);
        return (byte)(names.Count - 1);
    }
}
