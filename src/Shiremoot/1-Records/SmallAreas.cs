using System.Diagnostics.CodeAnalysis;
using Shiremoot.Terms;

namespace Shiremoot.Records;

/// <summary>An LSOA of 2021 with the ward and local authority of 2024 it lies in (best fit).</summary>
public readonly record struct SmallArea(string Code, string Name, string WardCode, string WardName, string LocalAuthorityCode);

/// <summary>What became of an LSOA of 2011 in 2021.</summary>
public enum LsoaChange
{
    /// <summary>The same area under the same code.</summary>
    Unchanged,

    /// <summary>Cut into several.</summary>
    Split,

    /// <summary>One of several joined.</summary>
    Merged,

    /// <summary>Neither: parts went to several. Figures cannot be carried over.</summary>
    Irregular,
}

/// <summary>LSOAs and wards, held as columns sorted by code.</summary>
public sealed class SmallAreas
{
    private readonly int[] lsoas;
    private readonly string[] names;
    private readonly int[] wardOf;
    private readonly int[] authorityOf;
    private readonly string[] wardCodes;
    private readonly string[] wardNames;
    private readonly string[] authorities;
    private readonly int[] from2011;
    private readonly int[] to2021;
    private readonly LsoaChange[] change;

    private SmallAreas(
        int[] lsoas, string[] names, int[] wardOf, int[] authorityOf, string[] wardCodes, string[] wardNames, string[] authorities, (int[] From, int[] To, LsoaChange[] How) changes)
    {
        (this.lsoas, this.names, this.wardOf, this.authorityOf) = (lsoas, names, wardOf, authorityOf);
        (this.wardCodes, this.wardNames, this.authorities) = (wardCodes, wardNames, authorities);
        (from2011, to2021, change) = changes;
    }

    /// <summary>How many LSOAs of 2021 there are.</summary>
    public int Count => lsoas.Length;

    /// <summary>How many wards of 2024 some LSOA lies in.</summary>
    public int WardCount => wardCodes.Length;

    /// <summary>Finds an LSOA of 2021.</summary>
    public bool TryFind(ReadOnlySpan<char> lsoa2021, out SmallArea area)
    {
        int row = TryKey(lsoa2021, out int key) ? Array.BinarySearch(lsoas, key) : -1;
        area = row < 0 ? default : At(row);
        return row >= 0;
    }

    /// <summary>The name of a ward of 2024.</summary>
    public bool TryFindWard(string code, [NotNullWhen(true)] out string? name)
    {
        int at = Array.BinarySearch(wardCodes, code, StringComparer.Ordinal);
        name = at >= 0 ? wardNames[at] : null;
        return at >= 0;
    }

    /// <summary>The LSOAs of 2021 in a local authority, in order of code.</summary>
    public IReadOnlyList<SmallArea> In(string localAuthority)
    {
        int at = Array.BinarySearch(authorities, localAuthority, StringComparer.Ordinal);
        return at < 0 ? [] : [.. Enumerable.Range(0, lsoas.Length).Where(row => authorityOf[row] == at).Select(At)];
    }

    /// <summary>The LSOAs of 2021 that an LSOA of 2011 became, and how. False for a code that is not of 2011.</summary>
    public bool TryChange(ReadOnlySpan<char> lsoa2011, out LsoaChange how, out IReadOnlyList<string> became)
    {
        (how, became) = (default, []);
        int row = TryKey(lsoa2011, out int key) ? Array.BinarySearch(from2011, key) : -1;
        if (row < 0) return false;
        while (row > 0 && from2011[row - 1] == key) row--;
        List<string> found = [];
        how = change[row];
        for (; row < from2011.Length && from2011[row] == key; row++) found.Add(Code(to2021[row]));
        became = found;
        return true;
    }

    internal static Outcome<SmallAreas> Read(string wardsPath, string changesPath)
    {
        List<string> wardFaults = [], changeFaults = [];
        CsvTable? wards = null, changes = null;
        Parallel.Invoke(
            () => wards = CsvTable.Read(wardsPath, $"geography/{Path.GetFileName(wardsPath)}", wardFaults),
            () => changes = CsvTable.Read(changesPath, $"geography/{Path.GetFileName(changesPath)}", changeFaults));
        SmallAreas? read = wards is null || changes is null ? null : Build(wards, Changes(changes));
        return read is null || wardFaults.Count + changeFaults.Count > 0 ? Refusals.Faults("The geography of small areas", [.. wardFaults, .. changeFaults]) : read;
    }

    private static SmallAreas Build(CsvTable table, (int[] From, int[] To, LsoaChange[] How) changes)
    {
        (int lsoa, int name, int ward, int wardName, int authority) =
            (table.Column("lsoa21_code"), table.Column("lsoa21_name"), table.Column("ward24_code"), table.Column("ward24_name"), table.Column("ltla24_code"));
        (int[] keys, int[] order) = Sorted(table, lsoa);
        (string[] codes, int[] wardAt) = Distinct(table, ward);
        (string[] councils, int[] councilAt) = Distinct(table, authority);
        string[] titles = new string[codes.Length];
        for (int row = 0; row < table.Rows; row++) titles[wardAt[row]] = table[row, wardName];
        return new SmallAreas(
            keys, [.. order.Select(row => table[row, name])], [.. order.Select(row => wardAt[row])], [.. order.Select(row => councilAt[row])], codes, titles, councils, changes);
    }

    // The different values of a column in order, and which of them each row holds.
    private static (string[] Values, int[] At) Distinct(CsvTable table, int column)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        for (int row = 0; row < table.Rows; row++) found.Add(table[row, column]);
        string[] values = [.. found.Order(StringComparer.Ordinal)];
        Dictionary<string, int> place = new(values.Length, StringComparer.Ordinal);
        for (int i = 0; i < values.Length; i++) place.Add(values[i], i);
        int[] at = new int[table.Rows];
        for (int row = 0; row < at.Length; row++) at[row] = place[table[row, column]];
        return (values, at);
    }

    private static (int[] From, int[] To, LsoaChange[] How) Changes(CsvTable table)
    {
        (int old, int now, int how) = (table.Column("lsoa11_code"), table.Column("lsoa21_code"), table.Column("change_code"));
        (int[] keys, int[] order) = Sorted(table, old);
        int[] became = new int[order.Length];
        LsoaChange[] changes = new LsoaChange[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            if (!TryKey(table[order[i], now], out became[i])) table.Fault(order[i], $"'{table[order[i], now]}' is not the code of an LSOA.");
            changes[i] = table[order[i], how] switch { "S" => LsoaChange.Split, "M" => LsoaChange.Merged, "X" => LsoaChange.Irregular, _ => LsoaChange.Unchanged };
        }

        return (keys, became, changes);
    }

    private static (int[] Keys, int[] Order) Sorted(CsvTable table, int column)
    {
        int[] keys = new int[table.Rows], order = new int[table.Rows];
        for (int row = 0; row < table.Rows; row++)
        {
            order[row] = row;
            if (!TryKey(table[row, column], out keys[row])) table.Fault(row, $"'{table[row, column]}' is not the code of an LSOA, such as E01008881.");
        }

        Array.Sort(keys, order);
        return (keys, order);
    }

    private SmallArea At(int row) => new(Code(lsoas[row]), names[row], wardCodes[wardOf[row]], wardNames[wardOf[row]], authorities[authorityOf[row]]);

    // E01008881 is 8,881 and W01001898 is 1,001,898: one whole number a code.
    private static bool TryKey(ReadOnlySpan<char> code, out int key)
    {
        key = 0;
        if (!GssCode.TryRead(code, out GssCode read) || read.Kind != AreaKind.Lsoa || read.Country is not ('E' or 'W')) return false;
        key = (read.Number % 1_000_000) + (read.Country == 'W' ? 1_000_000 : 0);
        return true;
    }

    private static string Code(int key) => $"{(key >= 1_000_000 ? 'W' : 'E')}01{key % 1_000_000:000000}";
}
