using Shiremoot.Spine.Blocking;

namespace Shiremoot.Spine;

/// <summary>Some living records, those they meet in the blocks of the rules, and how sure each pair of them is. Pairs between records that were only met are left out.</summary>
/// <param name="Records">The numbers of the records among the living: first those asked for, then those met.</param>
/// <param name="A">One record of each pair, by its place in the list.</param>
/// <param name="B">The other.</param>
/// <param name="Bits">How sure each pair is.</param>
/// <param name="Table">The records as a table, in the order of the list.</param>
/// <param name="Score">What scores them.</param>
sealed record NearPairs(IReadOnlyList<int> Records, int[] A, int[] B, float[] Bits, RecordTable Table, PairScore Score)
{
    public static NearPairs Of(LivingRecords living, IReadOnlyList<int> asked)
    {
        Dictionary<int, int> place = asked.Select((r, n) => (r, n)).ToDictionary(x => x.r, x => x.n);
        List<int> records = [.. asked];
        (List<int> a, List<int> b) = ([], []);
        Dictionary<RecordTable, RuleParts[]> rules = [];
        HashSet<int> met = [];
        for (int n = 0; n < asked.Count; n++)
        {
            (RecordTable table, int row) = living.At(asked[n]);
            if (!rules.TryGetValue(table, out RuleParts[]? own)) rules[table] = own = new TableParts(table).Rules(living.Model);
            met.Clear();
            living.Meet(table.Rows.Row(row), own, met);
            foreach (int record in met)
            {
                bool isPlaced = place.TryGetValue(record, out int at);
                if (isPlaced && at <= n) continue; // itself, or a pair of two that were asked for, which the first has made
                if ((!isPlaced && living.PersonOf(record) == 0) || !MayPair(living, asked[n], record)) continue;
                if (!isPlaced)
                {
                    place[record] = at = records.Count;
                    records.Add(record);
                }
                a.Add(n);
                b.Add(at);
            }
        }
        RecordTable subset = RecordSubset.Of([.. records.Select(living.At)], living.Table);
        PairScore score = living.ScoreOf(subset);
        (int[] one, int[] other) = ([.. a], [.. b]);
        return new NearPairs(records, one, other, LivingLinks.Scores(score, one, other), subset, score);
    }

    // As when all is linked, a source that holds nobody twice makes no pairs of its own.
    private static bool MayPair(LivingRecords living, int asked, int met)
    {
        (RecordTable one, int row) = living.At(asked);
        (RecordTable other, int otherRow) = living.At(met);
        string source = one.SourceNames[one.Sources[row]];
        return source != other.SourceNames[other.Sources[otherRow]] || !living.Model.HasNoDuplicates(source);
    }
}
