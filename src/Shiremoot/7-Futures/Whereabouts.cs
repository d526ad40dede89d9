using Shiremoot.Futures.Identities;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>
/// Where things happen to generated people: the districts they live in, and where those of each district are held, the nearer site the likelier. Unchanging; draws allocate nothing.
/// </summary>
public sealed class Whereabouts
{
    private readonly IReadOnlyList<GeneratedDistrict> districts;
    private readonly SecureSites sites;
    private readonly AreaCentres centres;
    private readonly AliasTable byPeople;

    /// <param name="districts">The districts of the place.</param>
    /// <param name="sites">The sites of the country.</param>
    /// <param name="centres">Where areas lie.</param>
    public Whereabouts(IReadOnlyList<GeneratedDistrict> districts, SecureSites sites, AreaCentres centres)
    {
        (this.districts, this.sites, this.centres) = (districts, sites, centres);
        byPeople = new AliasTable([.. districts.Select(d => d.Adults + 1e-9)]);
    }

    internal IReadOnlyList<string> Districts => [.. districts.Select(d => d.Code)];

    internal IReadOnlyList<string> Sites => [.. sites.All.Select(s => s.Name)];

    /// <summary>A district of the place by its adults, whoever is asked about.</summary>
    internal int Somewhere(ref Chance chance) => byPeople.Draw(ref chance);

    /// <summary>For each district, year and kind of people a table of sites: the weight of a site falls to a third each so many kilometres from home.</summary>
    internal SiteTables Held(double scaleKilometres, int fromYear, int untilYear)
    {
        AliasTable?[] tables = new AliasTable?[districts.Count * (untilYear - fromYear + 1) * SiteTables.Classes];
        for (int i = 0; i < tables.Length; i++)
        {
            (int district, int year, int kind) = (i / SiteTables.Classes / (untilYear - fromYear + 1), fromYear + (i / SiteTables.Classes % (untilYear - fromYear + 1)), i % SiteTables.Classes);
            double[] weights = [.. sites.All.Select(s => Takes(s, kind, year) ? Weight(s, districts[district].Code, scaleKilometres) : 0)];
            tables[i] = weights.Sum() > 0 ? new AliasTable(weights) : null;
        }
        return new SiteTables(tables, fromYear, untilYear);
    }

    private double Weight(SecureSite site, string home, double scale)
    {
        double far = centres.Kilometres(home, site.Authority);
        return double.IsNaN(far) ? 0 : site.Weight * Math.Exp(-far / scale);
    }

    // A site takes people in the years it was open throughout.
    private static bool Takes(SecureSite site, int kind, int year) =>
        (site.Opened is null || site.Opened.Value.Year < year) && (site.Closed is null || site.Closed.Value.Year > year) && kind switch
        {
            SiteTables.Men => site.Holds == SiteHolds.Men,
            SiteTables.Women => site.Holds == SiteHolds.Women,
            SiteTables.OlderBoys => site.Holds is SiteHolds.Boys or SiteHolds.Children,
            _ => site.Holds == SiteHolds.Children,
        };
}

/// <summary>Tables of sites, to draw where someone is held.</summary>
internal sealed class SiteTables(AliasTable?[] tables, int fromYear, int untilYear)
{
    public const int Men = 0, Women = 1, OlderBoys = 2, YoungOrGirls = 3, Classes = 4;
    private const int AdultFrom = 18, OlderFrom = 15;

    /// <summary>The place of a site in <see cref="Whereabouts.Sites"/>, or -1 where none takes such people.</summary>
    public int Draw(int district, int year, int age, bool isFemale, ref Chance chance)
    {
        int kind = age >= AdultFrom ? (isFemale ? Women : Men) : isFemale || age < OlderFrom ? YoungOrGirls : OlderBoys;
        int at = (((district * (untilYear - fromYear + 1)) + Math.Clamp(year, fromYear, untilYear) - fromYear) * Classes) + kind;
        return tables[at]?.Draw(ref chance) ?? -1;
    }
}
