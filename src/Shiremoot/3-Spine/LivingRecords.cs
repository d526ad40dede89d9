using Shiremoot.Spine.Blocking;
using Shiremoot.Spine.Comparing;

namespace Shiremoot.Spine;

/// <summary>
/// All records in memory with the person of each, ready to be asked about new ones: the blocking keys are kept sorted, how common values are and what the model learned is kept as it was.
/// Records are numbered as they came; those of the first table keep their numbers there.
/// </summary>
public sealed class LivingRecords
{
    private readonly List<(RecordTable Table, int First)> tables = [];
    private readonly RecordTable whole;
    private readonly KeyIndex index;
    private readonly Nicknames nicknames;
    private readonly List<long> people;
    private readonly List<int> next; // the next record of the same person, round the ring
    private readonly Dictionary<long, int> someOf = [];
    private readonly HashSet<int> gone = [];

    /// <param name="table">The records.</param>
    /// <param name="model">The model with all that was learned.</param>
    /// <param name="people">The person of each record; 0 for a record that is of nobody yet.</param>
    /// <param name="forms">Forenames and their short forms.</param>
    public LivingRecords(RecordTable table, LinkModel model, ReadOnlySpan<long> people, IReadOnlyList<(string Formal, string Short)> forms)
    {
        (whole, Model, nicknames, this.people, next) = (table, model, new Nicknames(forms), [.. people], [.. Enumerable.Range(0, table.Count)]);
        tables.Add((table, 0));
        index = new KeyIndex(table.Rows, new TableParts(table).Rules(model));
        for (int r = 0; r < people.Length; r++)
            if (people[r] != 0) Hang(r, people[r]);
        foreach (RecordColumn column in table.Columns) _ = column.Counts;
    }

    public LinkModel Model { get; }

    public int Count => people.Count;

    /// <summary>The first table: how common values are is asked of it.</summary>
    public RecordTable Table => whole;

    /// <summary>The person a record is of; 0 for nobody.</summary>
    public long PersonOf(int record) => people[record];

    /// <summary>The table and row a record stands in.</summary>
    public (RecordTable Table, int Record) At(int record)
    {
        for (int t = tables.Count - 1; ; t--)
            if (record >= tables[t].First) return (tables[t].Table, record - tables[t].First);
    }

    /// <summary>Its agency and reference.</summary>
    public RecordName NameOf(int record)
    {
        (RecordTable table, int row) = At(record);
        return new RecordName(table.SourceNames[table.Sources[row]], table.Id(row));
    }

    /// <summary>The number of a record; -1 if there is none of the name.</summary>
    public int Find(RecordName name)
    {
        for (int t = tables.Count - 1; t >= 0; t--)
        {
            int source = tables[t].Table.SourceNames.ToList().IndexOf(name.Agency);
            if (source >= 0 && tables[t].Table.Find(name.Reference, source) is >= 0 and int row && !gone.Contains(tables[t].First + row)) return tables[t].First + row;
        }
        return -1;
    }

    /// <summary>The records of a person.</summary>
    public IReadOnlyList<int> RecordsOf(long person)
    {
        if (!someOf.TryGetValue(person, out int some)) return [];
        List<int> records = [some];
        for (int r = next[some]; r != some; r = next[r]) records.Add(r);
        return records;
    }

    /// <summary>Adds the records of a table, which are of nobody yet; gives the number of the first.</summary>
    public int Add(RecordTable fresh)
    {
        int first = Count;
        tables.Add((fresh, first));
        for (int r = 0; r < fresh.Count; r++)
        {
            people.Add(0);
            next.Add(first + r);
        }
        RuleParts[] rules = new TableParts(fresh).Rules(Model);
        Span<uint> keys = stackalloc uint[RuleParts.MostKeys], scratch = stackalloc uint[RuleParts.MostKeys];
        for (int r = 0; r < fresh.Count; r++)
            for (int rule = 0; rule < rules.Length; rule++)
                foreach (uint key in keys[..rules[rule].All(fresh.Rows.Row(r), keys, scratch)]) index.Add(rule, key, first + r);
        return first;
    }

    /// <summary>Takes a record out: it is no longer there, or another version of it is.</summary>
    public void Remove(int record)
    {
        Assign(record, 0);
        gone.Add(record);
    }

    /// <summary>Says whose a record is.</summary>
    public void Assign(int record, long person)
    {
        if (people[record] is not 0 and long before) Unhang(record, before);
        people[record] = person;
        if (person != 0) Hang(record, person);
    }

    /// <summary>The records that a row of a table would meet in the blocks of the rules. Blocks beyond the most are passed over, as they are when all is linked.</summary>
    internal void Meet(ReadOnlySpan<int> row, RuleParts[] rules, HashSet<int> met)
    {
        Span<uint> keys = stackalloc uint[RuleParts.MostKeys], scratch = stackalloc uint[RuleParts.MostKeys];
        for (int rule = 0; rule < rules.Length; rule++)
            foreach (uint key in keys[..rules[rule].All(row, keys, scratch)])
            {
                ReadOnlySpan<int> there = index.Of(rule, key);
                IReadOnlyList<int> later = index.Later(rule, key);
                if (there.Length + later.Count > Model.MostInBlock) continue;
                foreach (int record in there)
                    if (!gone.Contains(record)) met.Add(record);
                foreach (int record in later)
                    if (!gone.Contains(record)) met.Add(record);
            }
    }

    /// <summary>True if a key is shared by so many that its block is passed over.</summary>
    internal bool IsOverlarge(int rule, uint key) => index.Of(rule, key).Length + index.Later(rule, key).Count > Model.MostInBlock;

    /// <summary>A comparer of the records of a small table, with all that was learned.</summary>
    internal PairScore ScoreOf(RecordTable subset) => new(Model, PairComparer.Of(Model, subset, nicknames, new TableParts(subset).Of));

    private void Hang(int record, long person)
    {
        if (someOf.TryGetValue(person, out int some)) (next[record], next[some]) = (next[some], record);
        else (someOf[person], next[record]) = (record, record);
    }

    private void Unhang(int record, long person)
    {
        int before = record;
        while (next[before] != record) before = next[before];
        if (before == record) someOf.Remove(person);
        else (next[before], someOf[person]) = (next[record], before);
        next[record] = record;
    }
}
