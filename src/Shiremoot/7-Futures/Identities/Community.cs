using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Identities;

/// <summary>A community of name: whose surnames and forenames its people bear, and its habits.</summary>
/// <param name="Id">Its name in the files.</param>
/// <param name="Surnames">The stock of surnames.</param>
/// <param name="Forenames">The stocks of forenames with the share of each.</param>
/// <param name="MarriedNames">Of women who marry, the share who take the husband's name.</param>
/// <param name="MiddleNames">The share with a second forename.</param>
/// <param name="FaithName">The name of faith of men and of women, as a middle name for a share of people; or null.</param>
sealed record Community(string Id, string Surnames, IReadOnlyList<(string Stock, double Share)> Forenames, double MarriedNames, double MiddleNames, FaithName? FaithName);

/// <summary>Singh and Kaur: a middle name to those whose surname it is not.</summary>
sealed record FaithName(string Male, string Female, double AsMiddleName);

/// <summary>The communities, and which of them people of each ethnicity belong to.</summary>
sealed record Communities(IReadOnlyList<Community> All, IReadOnlyDictionary<string, (int Community, double Share)[]> ByEthnicity)
{
    public static Outcome<Communities> Read(string path, string shownAs) => PlaceFile.Read(path, shownAs, Read);

    private static Communities Read(MapNode map)
    {
        map.Text("title");
        map.Text("source");
        List<Community> all = [];
        foreach (MapNode node in map.Maps("communities"))
        {
            Community read = ReadOne(node);
            if (all.Exists(c => c.Id == read.Id)) node.Fault("id", $"is '{read.Id}', which stands above already.");
            all.Add(read);
        }

        if (all.Count == 0) map.Fault("communities", "must list at least one community.");
        Dictionary<string, (int, double)[]> byEthnicity = new(StringComparer.Ordinal);
        if (map.MapOr("ethnicities") is { } ethnicities)
            foreach (string ethnicity in ethnicities.Keys)
                byEthnicity[ethnicity] = [.. Shares(ethnicities, ethnicity).Select(s => (Known(ethnicities, ethnicity, s.Key, all), s.Share))];
        else map.Fault("ethnicities", "is missing; add it with the shares of communities under each ethnicity.");
        return new Communities(all, byEthnicity);
    }

    private static Community ReadOne(MapNode node)
    {
        MapNode? faith = node.MapOr("faith_name");
        return new Community(node.Text("id"), node.Text("surnames"), Shares(node, "forenames"), ShareSetting.Read(node, "married_names"), ShareSetting.Read(node, "middle_names"),
            faith is null ? null : new FaithName(faith.Text("male"), faith.Text("female"), ShareSetting.Read(faith, "as_middle_name")));
    }

    private static int Known(MapNode at, string ethnicity, string id, List<Community> all)
    {
        int found = all.FindIndex(c => c.Id == id);
        if (found < 0) at.Fault(ethnicity, $"names a community '{id}' that is not listed.");
        return Math.Max(found, 0);
    }

    private static (string Key, double Share)[] Shares(MapNode node, string key)
    {
        if (node.MapOr(key) is not { } map)
        {
            if (!node.Has(key)) node.Fault(key, "is missing; add shares that sum to 1.");
            return [];
        }

        (string, double Share)[] shares = [.. map.Keys.Select(k => (k, ShareSetting.Read(map, k)))];
        if (Math.Abs(shares.Sum(s => s.Share) - 1) > 1e-6) node.Fault(key, "must have shares that sum to 1.");
        return shares;
    }
}
