using Shiremoot.Spine.Blocking;
using Shiremoot.Spine.Parts;
using Shiremoot.Terms;

namespace Shiremoot.Spine;

/// <summary>A blocking key that could be used.</summary>
/// <param name="Rule">The fields and parts that must agree.</param>
/// <param name="Pairs">Pairs of records that agree on it.</param>
/// <param name="Recall">Of pairs that are likely of one person by other keys too, the share that agrees on it.</param>
/// <param name="IsChosen">It is among the rules suggested.</param>
public sealed record KeyCandidate(BlockRule Rule, long Pairs, double Recall, bool IsChosen);

/// <summary>A first model for files nobody has written one for: fields guessed from their names and values, comparisons to suit, and the blocking keys that find most for the pairs they cost.</summary>
/// <param name="Model">The model, not yet learned.</param>
/// <param name="Keys">The keys that were weighed, the best first.</param>
/// <param name="Notes">What was guessed from what, a line a column.</param>
public sealed record LinkSuggestion(LinkModel Model, IReadOnlyList<KeyCandidate> Keys, IReadOnlyList<string> Notes)
{
    private const int MostRules = 12, MostTried = 30, LikelyPairs = 20_000;
    private const double PairsARecord = 8, TriedPairsARecord = 3, EnoughMore = 0.0005;

    /// <summary>Suggests a model for files that share their columns.</summary>
    public static Outcome<LinkSuggestion> For(IReadOnlyList<string> files, LinkOptions options)
    {
        if (ColumnGuesses.Of(files).Refused(out Refusal? why, out ColumnGuesses? guesses)) return why;
        LinkModel model = guesses.Model(Path.GetFileNameWithoutExtension(files[0]));
        BlockRule[] candidates = [.. guesses.Candidates()];
        if (candidates.Length == 0) return Refusals.NothingToSuggest(Path.GetFileName(files[0]), guesses.Notes);
        if (RecordFile.Read(files, model with { Blocks = candidates }, null).Refused(out why, out RecordTable? table)) return why;
        if (model.IdColumn is { } ids && table.Repeated() is not null)
        {
            guesses.Notes.Add($"{ids}: not the record's own id after all, for further down it is not different in every row. Rows go by their number.");
            model = model with { IdColumn = null };
        }
        RuleParts[] parts = [.. candidates.Select((c, n) => new RuleParts(n, [.. c.Parts.Select(p => (new FieldCells(table.Rows, table[p.Field]), ValueParts.Column(table[p.Field].Table, p.Part)))]))];
        long[] costs = [.. parts.Select(p => PairsOf(p, table.Rows, model.MostInBlock))];
        List<int> first = First(candidates, costs, table.Count);
        if (first.Count == 0) first = [.. Enumerable.Range(0, candidates.Length).OrderBy(c => costs[c]).Take(4)];
        Outcome<Linked> tried = Linking.Link(table, model with { Blocks = [.. first.Select(c => candidates[c])] }, options);
        if (tried.Refused(out why, out Linked? linked)) return why;
        (int A, int B)[] likely = Likely(linked);
        bool[][] agrees = [.. parts.Select(p => Agreeing(p, table.Rows, likely))];
        List<int> chosen = Choose(costs, agrees, likely.Length, table.Count);
        KeyCandidate[] keys = [.. candidates.Select((c, n) => new KeyCandidate(c, costs[n], likely.Length == 0 ? 0 : (double)agrees[n].Count(a => a) / likely.Length, chosen.Contains(n)))
            .OrderByDescending(k => k.IsChosen).ThenByDescending(k => k.Recall).ThenBy(k => k.Pairs)];
        return new LinkSuggestion(model with { Blocks = [.. chosen.Select(c => candidates[c])] }, keys, guesses.Notes);
    }

    // Rules to find likely pairs by: of each two fields the coarsest that costs little, so that no rule is judged only by pairs that its own kind finds.
    private static List<int> First(BlockRule[] candidates, long[] costs, int records) =>
        [.. Enumerable.Range(0, candidates.Length).Where(c => costs[c] > 0 && costs[c] <= records * TriedPairsARecord)
            .GroupBy(c => string.Join(' ', candidates[c].Parts.Select(p => p.Field)))
            .Select(g => g.MaxBy(c => costs[c])).OrderBy(c => costs[c]).Take(MostTried)];

    // Pairs thought to be of one person, evenly taken from all.
    private static (int, int)[] Likely(Linked linked)
    {
        List<(int, int)> likely = [];
        foreach (PairPiece piece in linked.Pairs.Pieces)
            for (int p = 0; p < piece.Count; p++)
                if (LinkLikelihood.Of(linked.Bits[piece.Pattern[p]] + piece.TermBits[p]) >= 0.9) likely.Add((piece.A[p], piece.B[p]));
        int every = Math.Max(1, likely.Count / LikelyPairs);
        return [.. likely.Where((_, n) => n % every == 0)];
    }

    private static long PairsOf(RuleParts rule, RecordRows rows, int mostInBlock)
    {
        List<uint> keys = new(rows.Count);
        Span<uint> own = stackalloc uint[RuleParts.MostKeys], scratch = stackalloc uint[RuleParts.MostKeys];
        for (int r = 0; r < rows.Count; r++)
        {
            int count = rule.All(rows.Row(r), own, scratch);
            for (int n = 0; n < count; n++) keys.Add(own[n]);
        }
        keys.Sort();
        long pairs = 0, run = 1;
        for (int n = 1; n <= keys.Count; n++, run++)
        {
            if (n < keys.Count && keys[n] == keys[n - 1]) continue;
            pairs += run > mostInBlock ? run : run * (run - 1) / 2;
            run = 0;
        }
        return pairs;
    }

    private static bool[] Agreeing(RuleParts rule, RecordRows rows, (int A, int B)[] pairs)
    {
        bool[] agrees = new bool[pairs.Length];
        Span<uint> own = stackalloc uint[RuleParts.MostKeys], other = stackalloc uint[RuleParts.MostKeys], scratch = stackalloc uint[RuleParts.MostKeys];
        for (int p = 0; p < pairs.Length; p++)
        {
            int count = rule.All(rows.Row(pairs[p].A), own, scratch), otherCount = rule.All(rows.Row(pairs[p].B), other, scratch);
            agrees[p] = own[..count].ContainsAny(other[..otherCount]);
        }
        return agrees;
    }

    // One after another the key that finds most likely pairs not found yet, for the pairs it costs; until the next would find hardly any.
    private static List<int> Choose(long[] costs, bool[][] agrees, int likely, int records)
    {
        List<int> chosen = [];
        bool[] found = new bool[likely];
        while (chosen.Count < MostRules)
        {
            int best = -1;
            double bestWorth = 0;
            for (int c = 0; c < costs.Length; c++)
            {
                if (chosen.Contains(c) || costs[c] > records * PairsARecord) continue;
                int more = 0;
                for (int p = 0; p < likely; p++) more += agrees[c][p] && !found[p] ? 1 : 0;
                double worth = more / Math.Sqrt(costs[c] + records);
                if (more >= likely * EnoughMore && worth > bestWorth) (best, bestWorth) = (c, worth);
            }
            if (best < 0) break;
            chosen.Add(best);
            for (int p = 0; p < likely; p++) found[p] |= agrees[best][p];
        }
        return chosen.Count > 0 ? chosen : [Array.IndexOf(costs, costs.Min())];
    }
}
