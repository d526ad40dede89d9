using System.Diagnostics;
using Shiremoot.Spine.Blocking;
using Shiremoot.Spine.Clustering;
using Shiremoot.Spine.Comparing;
using Shiremoot.Terms;

namespace Shiremoot.Spine;

/// <summary>What a linking is asked to do.</summary>
public sealed record LinkOptions
{
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Forenames and their short forms; none if empty.</summary>
    public IReadOnlyList<(string Formal, string Short)> Nicknames { get; init; } = [];

    /// <summary>Pairs of records that someone decided are of one person.</summary>
    public IReadOnlyList<(int A, int B)> Forced { get; init; } = [];

    /// <summary>Pairs of records that someone decided are not.</summary>
    public IReadOnlyList<(int A, int B)> Forbidden { get; init; } = [];

    /// <summary>Told what is being done, how much of it is done, and of how much.</summary>
    public Action<string, long, long>? Progress { get; init; }
}

/// <summary>Links records: blocks, compares, learns what is not learned yet, and joins.</summary>
public static class Linking
{
    private const long EveryPairUpTo = 1_000_000;
    private const float Cap = 10, LeastMean = 0;

    public static Outcome<Linked> Link(RecordTable table, LinkModel model, LinkOptions options)
    {
        List<(string, double)> times = [];
        Stopwatch watch = Stopwatch.StartNew();
        void Took(string what)
        {
            times.Add((what, watch.Elapsed.TotalSeconds));
            watch.Restart();
        }

        if (EncodedAlike.Refuse(table) is { } unalike) return unalike;
        if (table.SourceNames is [var only] && model.HasNoDuplicates(only)) return Refusals.OneSourceOneToOne(only);
        TableParts parts = new(table);
        // So few records that every pair can be compared: then blocking loses none.
        if ((long)table.Count * (table.Count - 1) / 2 <= EveryPairUpTo) model = model with { Blocks = [.. model.Blocks, new BlockRule([])] };
        model = NarrowerRules.Narrowed(model, rule => PairCount.ARecord(table.Rows, parts.Rule(model, rule)));
        BlockPlan plan = new(table.Rows, parts.Rules(model), model.MostInBlock, options.Threads);
        Took("block");
        PairComparer comparer = PairComparer.Of(model, table, new Nicknames(options.Nicknames), parts.Of);
        Took("prepare");
        ComparedPairs pairs = ComparedPairs.Make(table, model, plan, comparer, options.Threads, (done, of) => options.Progress?.Invoke("comparing", done, of));
        Took("compare");
        if (pairs.Count == 0) return Refusals.NothingToCompare();
        LinkLearned? learned = null;
        if (!model.IsLearned) (model, learned) = LinkLearning.Learn(table, model, plan, comparer, pairs);
        Took("learn");

        PairScore score = new(model, comparer);
        float[] bits = new float[pairs.Patterns.Count];
        for (int p = 0; p < bits.Length; p++) bits[p] = score.OfPattern(pairs.Patterns.Patterns[p]);
        float threshold = (float)(model.Threshold ?? 0);
        (float[] sure, bool[] isRepeat) = pairs.Patterns.Sure(bits, model.Comparisons.Count);
        List<KeptApart> apart = [];
        int[] clusters = Join(table, model, pairs.Pieces, sure, score, options, apart, out double expectedFalse, isRepeat);
        Took("join");
        LinkEstimate estimate = LinkEstimate.Of(clusters, expectedFalse, pairs, bits);
        Took("estimate");
        return new Linked(table, model, clusters) { Learned = learned, Times = times, Pairs = pairs, Plan = plan, Score = score, KeptApart = apart, Estimate = estimate, Bits = bits, Threshold = threshold };
    }

    /// <summary>The clusters there would be at another threshold, in bits.</summary>
    internal static int[] JoinAt(Linked linked, double threshold, int threads)
    {
        (float[] sure, bool[] isRepeat) = linked.Pairs.Patterns.Sure(linked.Bits, linked.Model.Comparisons.Count);
        return Join(linked.Table, linked.Model with { Threshold = threshold }, linked.Pairs.Pieces, sure, linked.Score, new LinkOptions { Threads = threads }, [], out _, isRepeat);
    }

    /// <summary>Joins the records of a table into people by the pairs that were compared, and by what was decided.</summary>
    internal static int[] Join(RecordTable table, LinkModel model, IReadOnlyList<PairPiece> pairs, float[] bits, PairScore score, LinkOptions options, List<KeptApart> apart, out double expectedFalse, bool[]? isRepeat = null)
    {
        PairPiece forced = new();
        foreach ((int a, int b) in options.Forced) forced.Add(Math.Min(a, b), Math.Max(a, b), bits.Length, Joining.Forced);
        Components linked = Components.Of(table.Count, [.. pairs, forced], [.. bits, 0], (float)(model.Threshold ?? 0));
        Joining joining = new(table.Count, score.Of, Cap, LeastMean, Unique(table, model), [.. model.OnePerPerson.Select(f => One(table, table[f]))], options.Forbidden);
        if (isRepeat is not null) joining.JoinRepeats(pairs[^1], isRepeat);
        int[] clusters = joining.Join(linked, options.Threads, apart);
        expectedFalse = joining.ExpectedFalse;
        return clusters;
    }

    private static IReadOnlyList<ulong[]> Unique(RecordTable table, LinkModel model)
    {
        const int Bits = 64;
        int[] unique = [.. Enumerable.Range(0, table.SourceNames.Count).Where(s => model.HasNoDuplicates(table.SourceNames[s]))];
        return [.. unique.Chunk(Bits).Select(some =>
        {
            ulong[] bits = [.. Enumerable.Range(0, table.SourceNames.Count).Select(s => Array.IndexOf(some, s) is >= 0 and int bit ? 1UL << bit : 0)];
            return Array.ConvertAll(table.Sources, s => bits[s]);
        })];
    }

    // The only value of a record, or none.
    private static int[] One(RecordTable table, RecordColumn column)
    {
        int[] one = new int[table.Count];
        for (int r = 0; r < one.Length; r++) one[r] = column.Of(r) is [var value] ? value : 0;
        return one;
    }
}
