using Shiremoot.Records;

namespace Shiremoot.Futures.Identities;

/// <summary>A small area of the place, with the weights by which people live there.</summary>
/// <param name="Code">Its code.</param>
/// <param name="District">Place in the population's list of districts.</param>
/// <param name="Letters">The letters of its postcode area.</param>
/// <param name="Adults">Its weight for those first met as adults.</param>
/// <param name="Children">Its weight for those first met as children.</param>
readonly record struct SmallAreaRow(string Code, int District, string Letters, double Adults, double Children)
{
    /// <summary>The areas in the order of districts and codes.</summary>
    public static List<SmallAreaRow> Read(string path, HomeSettings settings, IReadOnlyList<GeneratedDistrict> districts, List<string> faults)
    {
        string shownAs = $"areas/{Path.GetFileName(path)}";
        if (CsvTable.Read(path, shownAs, faults) is not { } table) return [];
        (int code, int ltla, int people, int young, int decile) = (table.Column("lsoa21"), table.Column("ltla24"), table.Column("population"), table.Column("children"), table.Column("imd_decile"));
        List<(string Code, int District, double Adults, double Children)> read = [];
        for (int row = 0; row < table.Rows; row++)
        {
            int district = -1;
            for (int d = 0; d < districts.Count && district < 0; d++)
                if (districts[d].Code == table[row, ltla]) district = d;
            if (district < 0) continue;
            (double population, double children, double ofTen) = (table.Number(row, people), table.Number(row, young), table.Number(row, decile));
            // An area outside England has no decile of the English index: it is taken as of no odds either way.
            double odds = double.IsNaN(ofTen) ? settings.DecileOdds.Average() : ofTen is >= 1 and <= 10 ? settings.DecileOdds[(int)ofTen - 1] : -1;
            if (odds < 0) table.Fault(row, "the decile must be from 1 to 10, or nothing.");
            else if (!(population > 0 && children >= 0)) table.Fault(row, "the population must be above zero and the children zero or more.");
            else read.Add((table[row, code], district, population * odds, Math.Max(children, 1) * odds));
        }

        for (int d = 0; d < districts.Count; d++)
            if (!read.Exists(a => a.District == d && a.Adults > 0)) faults.Add($"{shownAs}:1: there is no small area of the district {districts[d].Code} that anyone may live in.");
        return faults.Count > 0 ? [] : Lettered(read, districts);
    }

    // A district of several postcode areas is divided among them in equal parts.
    private static List<SmallAreaRow> Lettered(List<(string Code, int District, double Adults, double Children)> read, IReadOnlyList<GeneratedDistrict> districts)
    {
        List<SmallAreaRow> areas = [];
        foreach (IGrouping<int, (string Code, int District, double Adults, double Children)> district in read.GroupBy(a => a.District).OrderBy(g => g.Key))
        {
            IReadOnlyList<string> letters = districts[district.Key].Postcodes;
            (string Code, int District, double Adults, double Children)[] ordered = [.. district.Where(a => a.Adults > 0).OrderBy(a => a.Code, StringComparer.Ordinal)];
            for (int i = 0; i < ordered.Length; i++)
                areas.Add(new SmallAreaRow(ordered[i].Code, district.Key, letters[i * letters.Count / ordered.Length], ordered[i].Adults, ordered[i].Children));
        }

        return areas;
    }
}
