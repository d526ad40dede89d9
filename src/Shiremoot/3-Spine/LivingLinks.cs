using Shiremoot.Spine.Blocking;

namespace Shiremoot.Spine;

/// <summary>Finds, scores and explains records among the living ones, and joins anew those that a change touches.</summary>
public static class LivingLinks
{
    /// <summary>Records that may be of the same person as a record of another table, the surest first.</summary>
    /// <param name="living">All records.</param>
    /// <param name="fresh">The table the record stands in, with the fields of the model.</param>
    /// <param name="record">The record.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<FoundRecord> Find(LivingRecords living, RecordTable fresh, int record, int most = 20)
    {
        HashSet<int> met = [];
        living.Meet(fresh.Rows.Row(record), new TableParts(fresh).Rules(living.Model), met);
        if (met.Count == 0) return [];
        int[] numbers = [.. met.Order()];
        PairScore score = living.ScoreOf(RecordSubset.Of([(fresh, record), .. numbers.Select(living.At)], living.Table));
        (ulong[] patterns, float[] terms) = (new ulong[numbers.Length], new float[numbers.Length]);
        score.Comparer.Compare(new int[numbers.Length], [.. Enumerable.Range(1, numbers.Length)], patterns, terms);
        return [.. Enumerable.Range(0, numbers.Length).OrderByDescending(n => score.OfPattern(patterns[n]) + terms[n]).ThenBy(n => numbers[n]).Take(most)
            .Select(n => new FoundRecord(numbers[n], living.PersonOf(numbers[n]), Explain(living.Model, score, patterns[n], terms[n])))];
    }

    /// <summary>Why two living records are as sure as they are.</summary>
    public static PairReasons Explain(LivingRecords living, int a, int b)
    {
        PairScore score = living.ScoreOf(RecordSubset.Of([living.At(a), living.At(b)], living.Table));
        (ulong[] pattern, float[] terms) = (new ulong[1], new float[1]);
        score.Comparer.Compare([0], [1], pattern, terms);
        return Explain(living.Model, score, pattern[0], terms[0]);
    }

    /// <summary>The people whom new records may be of, or one another's.</summary>
    /// <param name="living">All records, the new ones among them.</param>
    /// <param name="fresh">The new records, and those that changed.</param>
    public static HashSet<long> Touched(LivingRecords living, IReadOnlyList<int> fresh)
    {
        NearPairs near = NearPairs.Of(living, fresh);
        HashSet<long> people = [];
        for (int p = 0; p < near.Bits.Length; p++)
        {
            if (near.Bits[p] < (living.Model.Threshold ?? 0)) continue;
            people.Add(living.PersonOf(near.Records[near.A[p]]));
            people.Add(living.PersonOf(near.Records[near.B[p]]));
        }
        people.Remove(0);
        return people;
    }

    /// <summary>Joins records anew, and no others: for each the number of its cluster.</summary>
    /// <param name="living">All records.</param>
    /// <param name="records">Those to join: all records of the people a change touches.</param>
    /// <param name="forced">Pairs that someone decided are of one person.</param>
    /// <param name="forbidden">Pairs that someone decided are not.</param>
    /// <param name="apart">Told of pairs sure enough that were kept apart; their records are places in the list.</param>
    public static int[] Join(LivingRecords living, IReadOnlyList<int> records, IReadOnlyList<(int A, int B)> forced, IReadOnlyList<(int A, int B)> forbidden, List<KeptApart> apart)
    {
        RecordTable table = RecordSubset.Of([.. records.Select(living.At)], living.Table);
        Dictionary<int, int> place = records.Select((r, n) => (r, n)).ToDictionary(x => x.r, x => x.n);
        IReadOnlyList<(int, int)> Here(IReadOnlyList<(int A, int B)> pairs) => [.. pairs.Where(p => place.ContainsKey(p.A) && place.ContainsKey(p.B)).Select(p => (place[p.A], place[p.B]))];
        PairScore score = living.ScoreOf(table);
        (int[] a, int[] b) = Pairs(living, table);
        float[] bits = Scores(score, a, b);
        PairPiece piece = new();
        for (int p = 0; p < bits.Length; p++) piece.Add(a[p], b[p], 0, bits[p]);
        LinkOptions options = new() { Threads = 1, Forced = Here(forced), Forbidden = Here(forbidden) };
        return Linking.Join(table, living.Model, [piece], [0], score, options, apart, out _);
    }

    // The pairs that blocking would bring together among all records.
    private static (int[] A, int[] B) Pairs(LivingRecords living, RecordTable table)
    {
        RuleParts[] rules = new TableParts(table).Rules(living.Model);
        bool[] isUnique = [.. table.SourceNames.Select(living.Model.HasNoDuplicates)];
        HashSet<(int, int)> pairs = [];
        Dictionary<(int, uint), List<int>> blocks = [];
        Span<uint> keys = stackalloc uint[RuleParts.MostKeys], scratch = stackalloc uint[RuleParts.MostKeys];
        for (int r = 0; r < table.Count; r++)
            for (int rule = 0; rule < rules.Length; rule++)
                foreach (uint key in keys[..rules[rule].All(table.Rows.Row(r), keys, scratch)])
                {
                    if (!blocks.TryGetValue((rule, key), out List<int>? block)) blocks[(rule, key)] = block = [];
                    block.Add(r);
                }
        foreach (((int rule, uint key), List<int> block) in blocks)
        {
            if (block.Count == 1 || living.IsOverlarge(rule, key)) continue;
            for (int i = 0; i < block.Count; i++)
                for (int j = i + 1; j < block.Count; j++)
                    if (table.Sources[block[i]] != table.Sources[block[j]] || !isUnique[table.Sources[block[i]]]) pairs.Add((block[i], block[j]));
        }
        (int A, int B)[] ordered = [.. pairs];
        Array.Sort(ordered);
        return (Array.ConvertAll(ordered, p => p.A), Array.ConvertAll(ordered, p => p.B));
    }

    internal static float[] Scores(PairScore score, int[] a, int[] b)
    {
        (ulong[] patterns, float[] terms) = (new ulong[a.Length], new float[a.Length]);
        score.Comparer.Compare(a, b, patterns, terms);
        for (int p = 0; p < terms.Length; p++) terms[p] += score.OfPattern(patterns[p]);
        return terms;
    }

    private static PairReasons Explain(LinkModel model, PairScore score, ulong pattern, float terms)
    {
        List<ReasonStep> steps = [new("any two records", "how likely two records are of one person before anything is compared", score.Prior(pattern), [])];
        for (int c = 0; c < model.Comparisons.Count; c++)
        {
            LinkComparison comparison = model.Comparisons[c];
            int level = (int)((pattern >> (4 * c)) & 15);
            if (level > 0) steps.Add(new(comparison.Name, comparison.Levels[level - 1].When, score.OfLevel(pattern, c), comparison.Fields));
        }
        if (terms != 0) steps.Add(new("how common", "how common the shared values are", terms, []));
        int kin = (int)(pattern >> Comparing.PairComparer.KinShift);
        return new PairReasons(score.OfPattern(pattern) + terms, kin == 0 ? null : model.Kin[kin - 1].Name, steps);
    }
}
