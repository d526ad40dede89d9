using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Identities;

/// <summary>
/// Where people may live: the small areas of the place's districts, drawn by population (by children for those first met as children) and odds of deprivation,
/// each with its postcodes and addresses. Read once; unchanging; draws allocate nothing.
/// </summary>
sealed class HomeStock
{
    private readonly HomeSettings settings;
    private readonly string[] codes, postcodes, addresses;
    private readonly int[] outcodeOf, districtOf, streetOf;
    private readonly Within[] districts, outcodes;
    private readonly AliasTable adultDistricts, childDistricts;

    private HomeStock(HomeSettings settings, List<SmallAreaRow> areas, IReadOnlyList<GeneratedDistrict> districts, string[] streets)
    {
        this.settings = settings;
        codes = [.. areas.Select(a => a.Code)];
        districtOf = [.. areas.Select(a => a.District)];
        (outcodeOf, string[] outcodeNames) = PostcodeGrid.Outcodes(areas);
        int[] places = new int[outcodeNames.Length];
        postcodes = new string[codes.Length * settings.PostcodesPerArea];
        streetOf = new int[postcodes.Length];
        for (int i = 0; i < postcodes.Length; i++)
        {
            int outcode = outcodeOf[i / settings.PostcodesPerArea];
            postcodes[i] = PostcodeGrid.Postcode(outcodeNames[outcode], places[outcode]++);
            streetOf[i] = new Scatter((ulong)outcode, 11, streets.Length).Of(i % streets.Length);
        }

        addresses = [.. streets.SelectMany(_ => Enumerable.Range(1, settings.AddressesPerPostcode), (street, number) => $"{number} {street}")];
        this.districts = Within.Each(areas, districtOf, districts.Count);
        outcodes = Within.Each(areas, outcodeOf, outcodeNames.Length);
        adultDistricts = new AliasTable([.. districts.Select(d => d.Adults)]);
        childDistricts = districts.Any(d => d.Children > 0) ? new AliasTable([.. districts.Select(d => d.Children)]) : adultDistricts;
    }

    /// <summary>Reads the small areas of the districts, with the streets of the vocabulary.</summary>
    /// <param name="areasPath">The table lsoa21, ltla24, population, children, imd_decile.</param>
    /// <param name="namesFolder">The folder names of the vocabulary, for streets.csv.</param>
    /// <param name="settings">The place's settings of homes.</param>
    /// <param name="districts">
    /// The districts in the population's order. A move that leaves a district is drawn by the weights by which a life's district is: so their shares hold over time.
    /// </param>
    public static Outcome<HomeStock> Read(string areasPath, string namesFolder, HomeSettings settings, IReadOnlyList<GeneratedDistrict> districts)
    {
        List<string> faults = [.. districts.Where(d => !AreLetters(d.Postcodes)).Select(d => $"generate.yaml: the 'postcodes' of the district {d.Code} must be a list of postcode areas of one or two capital letters.")];
        List<SmallAreaRow> areas = faults.Count > 0 ? [] : SmallAreaRow.Read(areasPath, settings, districts, faults);
        string[] streets = Streets(namesFolder, faults);
        return faults.Count > 0 ? Refusals.Faults("The files of homes", faults) : new HomeStock(settings, areas, districts, streets);
    }

    /// <summary>Fills the homes of a life: the first from birth, and moves from a day on until another.</summary>
    /// <param name="life">Whose homes.</param>
    /// <param name="isChild">Whether they were a child when first met.</param>
    /// <param name="isHomeless">Whether they have the need of a home.</param>
    /// <param name="movesFrom">The first day a move may happen, besides birth.</param>
    /// <param name="until">The day after the last.</param>
    /// <param name="chance">The person's stream for homes.</param>
    /// <param name="homes">The list to fill; it is cleared first.</param>
    public void Fill(Life life, bool isChild, bool isHomeless, int movesFrom, int until, ref Chance chance, IList<GeneratedHome> homes)
    {
        homes.Clear();
        int area = districts[life.District].Draw(isChild, ref chance);
        int day = life.BirthDay;
        homes.Add(Home(area, day, ref chance));
        day = Math.Max(day, movesFrom);
        while (true)
        {
            double years = YearsBetweenMoves((day - life.BirthDay) / 365.25) / (isHomeless ? settings.HomelessTimes : 1);
            day += 1 + (int)Math.Min(chance.Exponential() * years * 365.25, 400_000);
            if (day >= until) return;
            area = Move(area, isChild, ref chance);
            homes.Add(Home(area, day, ref chance));
        }
    }

    private int Move(int area, bool isChild, ref Chance chance)
    {
        double far = chance.Share();
        if (far < settings.SameOutcode) return outcodes[outcodeOf[area]].Draw(isChild, ref chance);
        int district = far < settings.SameDistrict ? districtOf[area] : (isChild ? childDistricts : adultDistricts).Draw(ref chance);
        return districts[district].Draw(isChild, ref chance);
    }

    private GeneratedHome Home(int area, int from, ref Chance chance)
    {
        int postcode = (area * settings.PostcodesPerArea) + chance.Below(settings.PostcodesPerArea);
        int address = (streetOf[postcode] * settings.AddressesPerPostcode) + chance.Below(settings.AddressesPerPostcode);
        return new GeneratedHome(from, districtOf[area], codes[area], postcodes[postcode], addresses[address]);
    }

    private double YearsBetweenMoves(double age)
    {
        int i = settings.YearsBetweenMoves.Length - 1;
        while (i > 0 && settings.YearsBetweenMoves[i].FromAge > age) i--;
        return settings.YearsBetweenMoves[i].Years;
    }

    private static bool AreLetters(IReadOnlyList<string> areas) => areas.Count > 0 && areas.All(a => a.Length is 1 or 2 && a.All(char.IsAsciiLetterUpper));

    private static string[] Streets(string folder, List<string> faults)
    {
        if (CsvTable.Read(Path.Combine(folder, "streets.csv"), "names/streets.csv", faults) is not { } table) return [];
        int name = table.Column("name");
        if (table.Rows == 0) faults.Add("names/streets.csv:1: there is no street.");
        return [.. Enumerable.Range(0, table.Rows).Select(row => table[row, name])];
    }

    /// <summary>The areas of a district or an outcode, with tables for adults and for children.</summary>
    private sealed record Within(int[] Areas, AliasTable Adults, AliasTable Children)
    {
        public int Draw(bool isChild, ref Chance chance) => Areas[(isChild ? Children : Adults).Draw(ref chance)];

        public static Within[] Each(List<SmallAreaRow> areas, int[] groupOf, int groups)
        {
            List<int>[] members = [.. Enumerable.Range(0, groups).Select(_ => new List<int>())];
            for (int i = 0; i < areas.Count; i++) members[groupOf[i]].Add(i);
            return [.. members.Select(m => new Within([.. m], new AliasTable([.. m.Select(i => areas[i].Adults)]), new AliasTable([.. m.Select(i => areas[i].Children)])))];
        }
    }
}
