namespace Shiremoot.Tests.Futures.Realism;

/// <summary>How many people of the files have a relation of a kind to another person, and how many share a home with them as written.</summary>
/// <param name="Relation">twins, siblings, parents (parent or child) or partners, as in generate.yaml.</param>
/// <param name="People">People with the relation.</param>
/// <param name="Of">All people of the files.</param>
/// <param name="InFiles">Those whose kin has records too.</param>
/// <param name="WithPostcodes">Those of them both of whom have a postcode written.</param>
/// <param name="AtOneHome">Those of them with a postcode in common.</param>
readonly record struct KinFound(string Relation, int People, int Of, int InFiles, int WithPostcodes, int AtOneHome)
{
    public double Share => (double)People / Of;

    public static IEnumerable<KinFound> All(FiledPeople filed)
    {
        foreach (IGrouping<string, (string Person, string Kinship, string Other)> ties in filed.Kin.GroupBy(k => RelationOf(k.Kinship)).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var both = ties.Where(t => filed.People.ContainsKey(t.Other)).Select(t => (Own: Postcodes(filed, t.Person), Kins: Postcodes(filed, t.Other))).ToList();
            yield return new KinFound(ties.Key, ties.Count(), filed.People.Count, both.Count, both.Count(b => b.Own.Count > 0 && b.Kins.Count > 0), both.Count(b => b.Own.Overlaps(b.Kins)));
        }
    }

    private static string RelationOf(string kinship) => kinship is "parent" or "child" ? "parents" : kinship + "s";

    private static HashSet<string> Postcodes(FiledPeople filed, string person) => [.. filed.People[person].SelectMany(r => r.Postcodes)];
}
