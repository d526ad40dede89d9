using System.Diagnostics;
using Shiremoot.Spine.Blocking;
using Shiremoot.Spine.Clustering;
using Shiremoot.Spine.Comparing;
using Shiremoot.Spine.Parts;
using Shiremoot.Terms;

namespace Shiremoot.Spine;

/// <summary>What a linking is asked to do.</summary>
public sealed record LinkOptions
{
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Forenames and their short forms; none if empty.</summary>
    public IReadOnlyList<(string Formal, string Short)> Nicknames { get; init; } = [];

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

        Dictionary<(string, string?), PartColumn> parts = [];
        PartColumn Part(RecordColumn column, string? name)
        {
            if (!parts.TryGetValue((column.Name, name), out PartColumn? part)) parts[(column.Name, name)] = part = ValueParts.Column(column.Table, name);
            return part;
        }

        // So few records that every pair can be compared: then blocking loses none.
        if ((long)table.Count * (table.Count - 1) / 2 <= EveryPairUpTo) model = model with { Blocks = [.. model.Blocks, new BlockRule([])], MostInBlock = int.MaxValue };
        RuleParts[] rules = [.. model.Blocks.Select((b, n) => new RuleParts(n, [.. b.Parts.Select(p => (new FieldCells(table.Rows, table[p.Field]), Part(table[p.Field], p.Part)))]))];
        BlockPlan plan = new(table.Rows, rules, model.MostInBlock, options.Threads);
        Took("block");
        PairComparer comparer = PairComparer.Of(model, table, new Nicknames(options.Nicknames), Part);
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
        Components linked = Components.Of(table.Count, pairs.Pieces, sure, threshold);
        Took("group");
        Joining joining = new(table.Count, score.Of, Cap, LeastMean, Unique(table, model), [.. model.OnePerPerson.Select(f => One(table, table[f]))]);
        List<KeptApart> apart = [];
        joining.JoinRepeats(pairs.Pieces[^1], isRepeat);
        int[] clusters = joining.Join(linked, options.Threads, apart);
        Took("join");
        return new Linked(table, model, clusters) { Learned = learned, Times = times, Pairs = pairs, Plan = plan, Score = score, KeptApart = apart, Bits = bits, Threshold = threshold };
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
