namespace Shiremoot.Futures.Identities;

/// <summary>
/// Generated postcodes of small areas: right in form, fixed for an area however many others are drawn from, and true of no place. Small areas that are neighbours in the order of
/// their codes, which runs roughly from place to place, share an outcode of about twenty thousand people.
/// </summary>
static class PostcodeGrid
{
    // The letters that stand in the second half of a postcode.
    private const string InwardLetters = "ABDEFGHJLNPQRSTUWXYZ";
    private const int AreasPerOutcode = 12, MostOutcodes = 99, InwardCodes = 4000;

    /// <summary>The place of each area's outcode, and the outcodes.</summary>
    /// <param name="areas">The small areas in the order of districts and codes. An outcode lies in one district.</param>
    public static (int[] OutcodeOf, string[] Outcodes) Outcodes(IReadOnlyList<SmallAreaRow> areas)
    {
        int[] outcodeOf = new int[areas.Count];
        List<string> outcodes = [];
        foreach (IGrouping<string, int> lettered in Enumerable.Range(0, areas.Count).GroupBy(i => areas[i].Letters))
        {
            int[] within = [.. lettered];
            int size = Math.Max(AreasPerOutcode, within.Length / MostOutcodes * 2), number = 0, inIt = size;
            for (int i = 0; i < within.Length; i++)
            {
                if (inIt >= size || areas[within[i]].District != areas[within[i - 1]].District)
                {
                    outcodes.Add($"{lettered.Key}{++number}");
                    inIt = 0;
                }

                outcodeOf[within[i]] = outcodes.Count - 1;
                inIt++;
            }
        }

        return (outcodeOf, [.. outcodes]);
    }

    /// <summary>The postcode of this place within its outcode: a digit and two letters follow, in an order that looks like none.</summary>
    public static string Postcode(string outcode, int place)
    {
        uint shift = 17;
        foreach (char c in outcode) shift = unchecked((shift * 31) + c);
        int code = (int)(((place * 1237L) + (shift % InwardCodes)) % InwardCodes); // 1237 and 4000 share no factor: places never meet
        return $"{outcode} {code / 400}{InwardLetters[code / 20 % 20]}{InwardLetters[code % 20]}";
    }
}
