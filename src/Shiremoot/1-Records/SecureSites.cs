using NodaTime;
using NodaTime.Text;
using Shiremoot.Terms;

namespace Shiremoot.Records;

/// <summary>Whom a site holds.</summary>
public enum SiteHolds
{
    /// <summary>Men of 18 and over.</summary>
    Men,

    /// <summary>Women of 18 and over.</summary>
    Women,

    /// <summary>Boys of 15 to 17.</summary>
    Boys,

    /// <summary>Children of either sex, 10 to 17.</summary>
    Children,
}

/// <summary>A prison or another place where people are held.</summary>
/// <param name="Name">As records write it; letters' case does not matter.</param>
/// <param name="Kind">Its kind: an id of the vocabulary's list of establishments.</param>
/// <param name="Authority">The local authority it stands in, by code.</param>
/// <param name="Holds">Whom it holds.</param>
/// <param name="Weight">A rough relative size: where generated people are held. Never a capacity.</param>
/// <param name="Opened">Its first day, if later than the records begin.</param>
/// <param name="Closed">Its last day, if it has closed.</param>
public sealed record SecureSite(string Name, string Kind, string Authority, SiteHolds Holds, double Weight, LocalDate? Opened, LocalDate? Closed);

/// <summary>The places of England and Wales where people are held.</summary>
public sealed class SecureSites
{
    private const string File = "secure-sites/sites.csv";
    private static readonly string[] Columns = ["name", "kind", "authority", "holds", "weight", "opened", "closed"];
    private readonly Dictionary<string, SecureSite> byName = new(StringComparer.OrdinalIgnoreCase);

    private SecureSites(List<SecureSite> all)
    {
        All = all;
        foreach (SecureSite site in all) byName.TryAdd(site.Name, site);
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<SecureSite> All { get; }

    /// <summary>The site of this name; null if there is none.</summary>
    public SecureSite? Find(string name) => byName.GetValueOrDefault(name.Trim());

    /// <summary>Reads secure-sites/sites.csv of a vocabulary.</summary>
    public static Outcome<SecureSites> Read(string vocabularyFolder, Vocabulary vocabulary, Geography geography)
    {
        List<string> faults = [];
        List<SecureSite> all = [];
        if (CsvTable.Read(Path.Combine(vocabularyFolder, "secure-sites", "sites.csv"), File, faults) is { } table)
        {
            int[] columns = [.. Columns.Select(table.Column)];
            for (int row = 0; row < table.Rows; row++) all.Add(One(table, row, columns, vocabulary, geography));
            for (int row = 0; row < all.Count; row++)
                if (all.FindIndex(s => string.Equals(s.Name, all[row].Name, StringComparison.OrdinalIgnoreCase)) < row) table.Fault(row, $"'{all[row].Name}' stands here twice.");
        }
        return faults.Count > 0 ? Refusals.Faults("The secure sites", faults) : new SecureSites(all);
    }

    // A row with a fault makes the table be refused: what is made of it is never used.
    private static SecureSite One(CsvTable table, int row, int[] columns, Vocabulary vocabulary, Geography geography)
    {
        string[] cells = Array.ConvertAll(columns, c => table[row, c].Trim());
        LocalDate? Day(string cell, string column)
        {
            if (cell.Length == 0) return null;
            if (LocalDatePattern.Iso.Parse(cell).TryGetValue(default, out LocalDate day)) return day;
            table.Fault(row, $"'{column}' must be a day such as 2020-03-31, or empty.");
            return null;
        }
        if (cells[0].Length == 0) table.Fault(row, "a site must have a name.");
        if (!vocabulary.Establishments.Has(cells[1])) table.Fault(row, $"'{cells[1]}' is not a kind of establishment of the vocabulary.");
        if (!geography.TryFind(cells[2], out Area? area) || area.Kind != AreaKind.LocalAuthority) table.Fault(row, $"'{cells[2]}' is not the code of a local authority.");
        if (!Enum.TryParse(cells[3], true, out SiteHolds holds)) table.Fault(row, "'holds' must be men, women, boys or children.");
        double weight = table.Number(row, columns[4]);
        if (!(weight >= 0)) table.Fault(row, "'weight' must be a number from 0.");
        return new SecureSite(cells[0], cells[1], area?.Code ?? "", holds, weight, Day(cells[5], Columns[5]), Day(cells[6], Columns[6]));
    }
}
