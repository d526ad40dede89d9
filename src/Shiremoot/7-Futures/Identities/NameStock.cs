using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Identities;

/// <summary>The names people may bear, by sex, year of birth and community, drawn by their weights. Read once; unchanging; draws allocate nothing.</summary>
sealed class NameStock
{
    private const int FirstYear = 1900, LastYear = 2030, Sexes = 2;

    private readonly Communities communities;
    private readonly AliasTable[] communityOf;
    private readonly int[][] communityAt;
    private readonly Stock[] forenames;
    private readonly Drawing[][] surnames;
    private readonly Dictionary<string, string[]> shorts;
    private readonly HashSet<string> ofOneSex;

    private NameStock(Communities communities, IReadOnlyList<string> ethnicities, Dictionary<string, Drawing[]> forenameStocks, Dictionary<string, Drawing[]> surnameStocks,
        Dictionary<string, string[]> shorts, HashSet<string> ofOneSex)
    {
        (this.communities, this.shorts, this.ofOneSex) = (communities, shorts, ofOneSex);
        communityOf = [.. ethnicities.Select(e => new AliasTable([.. communities.ByEthnicity[e].Select(s => s.Share)]))];
        communityAt = [.. ethnicities.Select(e => communities.ByEthnicity[e].Select(s => s.Community).ToArray())];
        surnames = [.. communities.All.Select(c => surnameStocks[c.Surnames])];
        forenames = [.. communities.All.Select(c => new Stock(new AliasTable([.. c.Forenames.Select(f => f.Share)]), [.. c.Forenames.Select(f => forenameStocks[f.Stock])]))];
    }

    public Community this[int community] => communities.All[community];

    /// <summary>Reads forenames.csv.gz, surnames.csv.gz, nicknames.csv and communities.yaml of a folder.</summary>
    /// <param name="folder">The folder names of the vocabulary.</param>
    /// <param name="ethnicities">The ids of the ethnicities in the population's order; each must have its communities.</param>
    public static Outcome<NameStock> Read(string folder, IReadOnlyList<string> ethnicities)
    {
        if (Communities.Read(Path.Combine(folder, "communities.yaml"), "names/communities.yaml").Refused(out Refusal? why, out Communities? communities)) return why;
        List<string> faults = [.. ethnicities.Where(e => !communities.ByEthnicity.ContainsKey(e)).Select(e => $"names/communities.yaml:1: 'ethnicities' says nothing of '{e}'.")];
        Dictionary<string, string> pool = new(StringComparer.Ordinal);
        HashSet<string> ofOneSex = new(StringComparer.Ordinal);
        Dictionary<string, Drawing[]> forenames = Stocks(NameRows.Forenames(folder, pool, faults), r => (r.Sex * Years) + r.From - FirstYear, r => r.To - r.From + 1);
        List<NameRow> bySurname = NameRows.Surnames(folder, pool, faults);
        foreach (NameRow row in bySurname)
            if (row.Sex >= 0) ofOneSex.Add(row.Name);
        Dictionary<string, Drawing[]> surnames = SurnameStocks(bySurname);
        Dictionary<string, string[]> shorts = NameRows.Shorts(folder, pool, faults);
        foreach (Community community in communities.All)
        {
            foreach (string missing in community.Forenames.Select(f => f.Stock).Where(s => !forenames.ContainsKey(s))) faults.Add($"names/forenames.csv.gz:1: there are no forenames of '{missing}', which '{community.Id}' draws from.");
            if (!surnames.ContainsKey(community.Surnames)) faults.Add($"names/surnames.csv.gz:1: there are no surnames of '{community.Surnames}', which '{community.Id}' draws from.");
        }

        if (faults.Count == 0) Check(forenames, surnames, faults);
        return faults.Count > 0 ? Refusals.Faults("The files of names", faults) : new NameStock(communities, ethnicities, forenames, surnames, shorts, ofOneSex);
    }

    /// <summary>The place of the community someone of this ethnicity belongs to.</summary>
    public int CommunityOf(int ethnicity, ref Chance chance) => communityAt[ethnicity][communityOf[ethnicity].Draw(ref chance)];

    public string Forename(int community, bool isFemale, int birthYear, ref Chance chance)
    {
        (AliasTable which, Drawing[][] stocks) = forenames[community];
        Drawing[] stock = stocks.Length == 1 ? stocks[0] : stocks[which.Draw(ref chance)];
        return stock[((isFemale ? 1 : 0) * Years) + Math.Clamp(birthYear, FirstYear, LastYear) - FirstYear].Draw(ref chance);
    }

    public string Surname(int community, bool isFemale, ref Chance chance) => surnames[community][isFemale ? 1 : 0].Draw(ref chance);

    /// <summary>A short form of a forename (Bill of William), or empty if none is known.</summary>
    public string ShortForm(string forename, ref Chance chance) => shorts.TryGetValue(forename, out string[]? known) ? known[chance.Below(known.Length)] : "";

    /// <summary>True if men alone or women alone bear the surname (Kaur, Begum): a brother and a sister do not share it.</summary>
    public bool IsOfOneSex(string surname) => ofOneSex.Contains(surname);

    /// <summary>The names of a stock and the table that draws them; shared by all the years they hold for.</summary>
    private sealed record Drawing(string[] Names, AliasTable Table)
    {
        public string Draw(ref Chance chance) => Names[Table.Draw(ref chance)];

        public static Drawing Of(IReadOnlyCollection<NameRow> rows) => new([.. rows.Select(r => r.Name)], new AliasTable([.. rows.Select(r => r.Weight)]));
    }

    /// <summary>The stocks a community's forenames come from, and the table of their shares.</summary>
    private sealed record Stock(AliasTable Which, Drawing[][] Stocks);

    private static int Years => LastYear - FirstYear + 1;

    private static Dictionary<string, Drawing[]> Stocks(List<NameRow> rows, Func<NameRow, int> start, Func<NameRow, int> length)
    {
        Dictionary<string, Drawing[]> stocks = new(StringComparer.Ordinal);
        foreach (IGrouping<(string, int, int), NameRow> band in rows.GroupBy(r => (r.Stock, start(r), length(r))))
        {
            (string stock, int at, int years) = band.Key;
            if (!stocks.TryGetValue(stock, out Drawing[]? all)) stocks[stock] = all = new Drawing[Sexes * Years];
            Array.Fill(all, Drawing.Of([.. band]), at, years);
        }

        return stocks;
    }

    private static Dictionary<string, Drawing[]> SurnameStocks(List<NameRow> rows) => rows.GroupBy(r => r.Stock).ToDictionary(
        g => g.Key, g => Enumerable.Range(0, Sexes).Select(sex => Drawing.Of([.. g.Where(r => r.Sex < 0 || r.Sex == sex)])).ToArray(), StringComparer.Ordinal);

    private static void Check(Dictionary<string, Drawing[]> forenames, Dictionary<string, Drawing[]> surnames, List<string> faults)
    {
        foreach ((string stock, Drawing[] all) in forenames)
            if (Array.Exists(all, d => d is null)) faults.Add($"names/forenames.csv.gz:1: the forenames of '{stock}' do not cover both sexes in every year from {FirstYear} to {LastYear}.");
        foreach ((string stock, Drawing[] all) in surnames)
            if (Array.Exists(all, d => d.Names.Length == 0)) faults.Add($"names/surnames.csv.gz:1: the surnames of '{stock}' do not serve both sexes.");
    }
}
