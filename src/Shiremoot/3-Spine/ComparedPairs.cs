using Shiremoot.Spine.Blocking;
using Shiremoot.Spine.Comparing;

namespace Shiremoot.Spine;

/// <summary>All pairs that blocking brings together, compared. Made in pieces of a fixed size, so that the result does not depend on the number of threads.</summary>
sealed class ComparedPairs
{
    private const int Batch = 512;
    private const long PairsAPiece = 200_000;

    private ComparedPairs(PairPiece[] pieces, PatternTable patterns, long[] pairsOfRule) => (Pieces, Patterns, PairsOfRule) = (pieces, patterns, pairsOfRule);

    public PairPiece[] Pieces { get; }

    public PatternTable Patterns { get; }

    /// <summary>Pairs that were made by each rule and by none before it, in the order of the plan's bits.</summary>
    public long[] PairsOfRule { get; }

    public long Count => Pieces.Sum(p => (long)p.Count);

    public static ComparedPairs Make(RecordTable table, LinkModel model, BlockPlan plan, PairComparer comparer, int threads, Action<long, long>? progress)
    {
        bool[] isUnique = [.. table.SourceNames.Select(model.HasNoDuplicates)];
        (int Bit, int From, int Until)[] ranges = [.. Ranges(plan)];
        PairPiece[] pieces = new PairPiece[ranges.Length + 1];
        PatternTable[] tables = new PatternTable[ranges.Length + 1];
        long done = 0;
        Parallel.For(0, ranges.Length + 1, new ParallelOptions { MaxDegreeOfParallelism = threads }, n =>
        {
            Making making = new(table, plan, comparer, isUnique);
            if (n < ranges.Length) making.Blocks(ranges[n].Bit, ranges[n].From, ranges[n].Until);
            else making.Repeats(OverlargePairs.Of(table, plan));
            (pieces[n], tables[n]) = making.Finish();
            progress?.Invoke(Interlocked.Increment(ref done), ranges.Length + 1);
        });

        PatternTable all = new();
        long[] pairsOfRule = new long[plan.Blocks.Length];
        for (int n = 0; n < pieces.Length; n++)
        {
            int[] number = new int[tables[n].Count];
            for (int p = 0; p < number.Length; p++) number[p] = all.Add(tables[n].Patterns[p], tables[n].Rules[p], tables[n].Pairs[p]);
            Span<int> patterns = pieces[n].Pattern.AsSpan(0, pieces[n].Count);
            for (int p = 0; p < patterns.Length; p++) patterns[p] = number[patterns[p]];
            if (n < ranges.Length) pairsOfRule[ranges[n].Bit] += pieces[n].Count;
        }
        return new ComparedPairs(pieces, all, pairsOfRule);
    }

    // Stretches of blocks with about as many pairs each.
    private static IEnumerable<(int, int, int)> Ranges(BlockPlan plan)
    {
        for (int bit = 0; bit < plan.Blocks.Length; bit++)
        {
            int from = 0;
            long pairs = 0;
            for (int block = 0; block < plan.Blocks[bit].Count; block++)
            {
                pairs += plan.Blocks[bit].PairsOf(block);
                if (pairs < PairsAPiece && block + 1 < plan.Blocks[bit].Count) continue;
                yield return (bit, from, block + 1);
                (from, pairs) = (block + 1, 0);
            }
        }
    }

    private sealed class Making(RecordTable table, BlockPlan plan, PairComparer comparer, bool[] isUnique)
    {
        private readonly PairPiece piece = new();
        private readonly PatternTable patterns = new();
        private readonly int[] a = new int[Batch], b = new int[Batch];
        private readonly uint[] rules = new uint[Batch];
        private readonly ulong[] found = new ulong[Batch];
        private readonly float[] bits = new float[Batch];
        private int waiting;

        public void Blocks(int bit, int from, int until)
        {
            RuleBlocks blocks = plan.Blocks[bit];
            for (int block = from; block < until; block++)
            {
                ReadOnlySpan<int> members = blocks.Members.AsSpan(blocks.Starts[block], blocks.Starts[block + 1] - blocks.Starts[block]);
                for (int i = 0; i < members.Length; i++)
                    for (int j = i + 1; j < members.Length; j++)
                    {
                        if (MayNotMeet(members[i], members[j])) continue;
                        uint agreed = plan.Agreed(members[i], members[j]);
                        if (plan.IsMadeHere(bit, blocks.Keys[block], members[i], members[j], agreed)) Add(members[i], members[j], agreed);
                    }
            }
        }

        public void Repeats(IEnumerable<(int A, int B)> pairs)
        {
            foreach ((int one, int other) in pairs)
                if (!MayNotMeet(one, other) && plan.Agreed(one, other) == 0) Add(one, other, 0);
        }

        public (PairPiece, PatternTable) Finish()
        {
            Compare();
            return (piece, patterns);
        }

        private bool MayNotMeet(int one, int other) => table.Sources[one] == table.Sources[other] && isUnique[table.Sources[one]];

        private void Add(int one, int other, uint agreed)
        {
            (a[waiting], b[waiting], rules[waiting]) = (one, other, agreed);
            if (++waiting == Batch) Compare();
        }

        private void Compare()
        {
            comparer.Compare(a.AsSpan(0, waiting), b.AsSpan(0, waiting), found, bits);
            for (int p = 0; p < waiting; p++) piece.Add(a[p], b[p], patterns.Add(found[p], rules[p]), bits[p]);
            waiting = 0;
        }
    }
}
