using System.Globalization;
using Shiremoot.Storage;

namespace Shiremoot.Futures.Identities;

/// <summary>The section `homes` of generate.yaml.</summary>
/// <param name="DecileOdds">The odds of living in an area of each decile of deprivation, the most deprived first, relative to its population.</param>
/// <param name="YearsBetweenMoves">The mean years between moves from each age on, in order of age.</param>
/// <param name="HomelessTimes">How many times as often those with the need of a home move.</param>
/// <param name="SameOutcode">The share of moves within the outcode.</param>
/// <param name="SameDistrict">The share of moves within the district, those within the outcode among them.</param>
/// <param name="PostcodesPerArea">How many postcodes a small area has.</param>
/// <param name="AddressesPerPostcode">How many addresses a postcode has.</param>
sealed record HomeSettings(double[] DecileOdds, (int FromAge, double Years)[] YearsBetweenMoves, double HomelessTimes, double SameOutcode, double SameDistrict,
    int PostcodesPerArea, int AddressesPerPostcode)
{
    private const int Deciles = 10;

    public static HomeSettings Read(MapNode node)
    {
        HomeSettings read = new(Odds(node), Moves(node), ShareSetting.Within(node, "homeless_times", 1, 100), ShareSetting.Read(node, "same_outcode"), ShareSetting.Read(node, "same_district"),
            (int)ShareSetting.Within(node, "postcodes_per_area", 1, 200), (int)ShareSetting.Within(node, "addresses_per_postcode", 1, 100));
        if (read.SameOutcode > read.SameDistrict) node.Fault("same_outcode", "must not be above 'same_district': an outcode is taken to lie in its district.");
        return read;
    }

    private static double[] Odds(MapNode node)
    {
        double[] odds = [.. node.Texts("decile_odds").Select(t => double.TryParse(t, NumberStyles.Float, CultureInfo.InvariantCulture, out double v) && double.IsFinite(v) ? v : -1)];
        if (odds.Length == Deciles && Array.TrueForAll(odds, o => o >= 0) && odds.Sum() > 0) return odds;
        node.Fault("decile_odds", "must be a list of 10 numbers of zero or more, the most deprived decile first, not all of them zero.");
        return [1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    }

    private static (int, double)[] Moves(MapNode node)
    {
        if (node.MapOr("years_between_moves") is not { } map)
        {
            if (!node.Has("years_between_moves")) node.Fault("years_between_moves", "is missing; add it with the mean years from each age on, such as { 0: 8, 18: 3 }.");
            return [(0, 1)];
        }

        List<(int Age, double Years)> read = [];
        foreach (string key in map.Keys)
        {
            double years = ShareSetting.Within(map, key, 0.05, 1000);
            bool isAge = int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out int age);
            if (!isAge || (read.Count == 0 ? age != 0 : age <= read[^1].Age)) map.Fault(key, "must be an age in years; the first is 0 and each is above the one before.");
            read.Add((age, years));
        }

        if (read.Count > 0) return [.. read];
        node.Fault("years_between_moves", "must have the mean years from age 0 on at least.");
        return [(0, 1)];
    }
}
