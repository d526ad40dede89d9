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
            for (int row = 0; row < table.Rows; row++)
                if (One(table, row, vocabulary, geography) is { } site)
                {
                    if (all.Exists(s => string.Equals(s.Name, site.Name, StringComparison.OrdinalIgnoreCase))) table.Fault(row, $"'{site.Name}' stands here twice.");
                    all.Add(site);
                }
        return faults.Count > 0 ? Refusals.Faults("The secure sites", faults) : new SecureSites(all);
    }

    private static SecureSite? One(CsvTable table, int row, Vocabulary vocabulary, Geography geography)
    {
        string Cell(string column) => table[row, table.Column(column)].Trim();
        bool isRight = true;
        void Wrong(string says) => (isRight, _) = (false, Said(says));
        bool Said(string says)
        {
            table.Fault(row, says);
            return true;
        }
        LocalDate? Day(string column)
        {
            if (Cell(column).Length == 0) return null;
            if (LocalDatePattern.Iso.Parse(Cell(column)).TryGetValue(default, out LocalDate day)) return day;
            Wrong($"'{column}' must be a day such as 2020-03-31, or empty.");
            return null;
        }
        if (Cell("name").Length == 0) Wrong("a site must have a name.");
        if (!vocabulary.Establishments.Has(Cell("kind"))) Wrong($"'{Cell("kind")}' is not a kind of establishment of the vocabulary.");
        if (!geography.TryFind(Cell("authority"), out Area? area) || area.Kind != AreaKind.LocalAuthority) Wrong($"'{Cell("authority")}' is not the code of a local authority.");
        if (!Enum.TryParse(Cell("holds"), true, out SiteHolds holds)) Wrong("'holds' must be men, women, boys or children.");
        double weight = table.Number(row, table.Column("weight"));
        if (!(weight >= 0)) Wrong("'weight' must be a number from 0.");
        (LocalDate? opened, LocalDate? closed) = (Day("opened"), Day("closed"));
        return isRight ? new SecureSite(Cell("name"), Cell("kind"), area!.Code, holds, weight, opened, closed) : null;
    }
}
