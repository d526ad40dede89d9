using Shiremoot.Spine.Blocking;
using Shiremoot.Spine.Comparing;
using Shiremoot.Spine.Learning;

namespace Shiremoot.Spine;

/// <summary>
/// Learns a model's numbers from the records alone. u from random pairs, with what the few pairs of one person among them add taken off. m under each blocking rule by expectation and
/// maximisation over the comparisons of other fields, then averaged over rules by the pairs found. Kin contexts have m and u of their own.
/// </summary>
static class LinkLearning
{
    private const int RandomPairsWanted = 200_000, FewestPairs = 30, FewestInKin = 200, FewAtLevel = 20, Piece = 4096;
    private const double MostChange = 0.15, LeastChange = 0.1, UnseenFall = 0.25;
    private const double LeastU = 1e-10, LeastM = 1e-4;

    public static (LinkModel Model, LinkLearned Learned) Learn(RecordTable table, LinkModel model, BlockPlan plan, PairComparer comparer, ComparedPairs pairs)
    {
        int[] levels = [.. model.Comparisons.Select(c => c.Levels.Count)];
        LevelShares random = RandomShares(table, model, plan, comparer, levels);
        LevelShares u = random, m = LevelShares.Hopeful(levels);
        double possible = Possible(table, model), prior = 1e-6;
        List<RuleLearned> rules = [];
        for (int round = 0; round < 3; round++)
        {
            (m, rules) = FindM(model, plan, pairs.Patterns, levels, u);
            m = WithFixed(model, m, l => l.M);
            prior = FindPrior(pairs.Patterns, m, u, possible);
            u = WithFixed(model, WithoutMatches(random, m, prior), l => l.U);
        }
        LinkModel learned = Filled(model, m, u) with { Prior = model.Prior ?? prior };
        learned = learned with
        {
            Kin = [.. model.Kin.Select((k, n) => k.Given is { } field
                ? LearnGiven(k, table[field], table, model, comparer, m, u)
                : LearnKin(k, n + 1, pairs.Patterns, m, u, learned.Prior!.Value))],
        };
        return (learned, new LinkLearned(rules, prior * possible));
    }

    private static LevelShares RandomShares(RecordTable table, LinkModel model, BlockPlan plan, PairComparer comparer, int[] levels)
    {
        (double[][] counts, double[][] strangers) = Counted(table, plan, comparer, levels, Picked(table, model, RandomPairs.Pick(table.Count, RandomPairsWanted)));
        // A first level that no frequency tells of, such as a similarity, weighs as much as few random pairs at it can show: then more are picked.
        if (Enumerable.Range(0, levels.Length).Any(c => counts[c][0] < FewAtLevel && model.Comparisons[c].Levels[0].Conditions.All(k => k.Measure is not ("same" or "shares"))))
            (counts, strangers) = Counted(table, plan, comparer, levels, Picked(table, model, RandomPairs.Pick(table.Count, RandomPairsWanted * 5)));
        for (int c = 0; c < levels.Length; c++)
        {
            double told = counts[c].Sum(), unseen = 0.5;
            bool isLadder = model.Comparisons[c].IsLadder;
            // Where no random pair, or hardly one, is at a level, how often values meet by their frequency tells; or half a pair more than there are. Of levels of one likeness only pairs that
            // agree on no rule are counted, for the others may be of one person; and where there is none, each level is taken to be rarer than the one below it, as likeness by chance is.
            for (int l = counts[c].Length - 1; l >= 0; l--)
            {
                if (counts[c][l] >= FewAtLevel) continue;
                if (Chance(table, model.Comparisons[c].Levels[l]) is { } chance)
                {
                    counts[c][l] = Math.Max(chance * told, 1e-3);
                    continue;
                }
                double seen = isLadder ? strangers[c][l] : counts[c][l];
                counts[c][l] = seen > 0 ? seen + 0.5 : unseen;
                if (isLadder && seen == 0) unseen *= UnseenFall;
            }
        }
        return new LevelShares([.. counts.Select(LevelShares.Scaled)]);
    }

    // By comparison and level the pairs, and those of them that agree on no rule.
    private static (double[][] Pairs, double[][] Strangers) Counted(RecordTable table, BlockPlan plan, PairComparer comparer, int[] levels, (int A, int B)[] pairs)
    {
        double[][] counts = [.. levels.Select(count => new double[count])], strangers = [.. levels.Select(count => new double[count])];
        ulong[] patterns = Compared(comparer, pairs);
        for (int p = 0; p < patterns.Length; p++)
        {
            double stranger = plan.Agreed(pairs[p].A, pairs[p].B) == 0 ? 1 : 0;
            for (int c = 0; c < levels.Length; c++)
            {
                if (LevelShares.Level(patterns[p], c) is not (> 0 and int level)) continue;
                counts[c][level - 1]++;
                strangers[c][level - 1] += stranger;
            }
        }
        return (counts, strangers);
    }

    // Without those of one source that holds nobody twice.
    private static (int A, int B)[] Picked(RecordTable table, LinkModel model, IEnumerable<(int A, int B)> pairs)
    {
        bool[] isUnique = [.. table.SourceNames.Select(model.HasNoDuplicates)];
        return [.. pairs.Where(p => table.Sources[p.A] != table.Sources[p.B] || !isUnique[table.Sources[p.A]])];
    }

    private static ulong[] Compared(PairComparer comparer, (int A, int B)[] pairs)
    {
        int[] a = Array.ConvertAll(pairs, p => p.A), b = Array.ConvertAll(pairs, p => p.B);
        ulong[] found = new ulong[pairs.Length];
        Parallel.For(0, (pairs.Length + Piece - 1) / Piece, n =>
        {
            int from = n * Piece, count = Math.Min(Piece, pairs.Length - from);
            comparer.Compare(a.AsSpan(from, count), b.AsSpan(from, count), found.AsSpan(from, count), new float[count]);
        });
        return found;
    }

    // Of a level that asks only that values be the same: the chance that two records' are, were fields independent.
    private static double? Chance(RecordTable table, LinkLevel level)
    {
        if (level.Conditions.Count == 0 || level.Conditions.Any(c => c.Measure != "same" || c.Parts[0].Part is not null || table[c.Parts[0].Field].IsList)) return null;
        double chance = 1;
        foreach (LinkCondition condition in level.Conditions)
        {
            RecordColumn column = table[condition.Parts[0].Field];
            double same = 0;
            foreach (long count in column.Counts) same += (double)count * (count - 1);
            chance *= same / Math.Max(1, (double)column.Known * (column.Known - 1));
        }
        return chance;
    }

    private static double Possible(RecordTable table, LinkModel model)
    {
        double all = (double)table.Count * (table.Count - 1) / 2;
        foreach ((int source, int count) in table.Sources.CountBy(s => (int)s))
            if (model.HasNoDuplicates(table.SourceNames[source])) all -= (double)count * (count - 1) / 2;
        return Math.Max(1, all);
    }

    private static (LevelShares M, List<RuleLearned> Rules) FindM(LinkModel model, BlockPlan plan, PatternTable table, int[] levels, LevelShares u)
    {
        double[][] sums = [.. levels.Select(l => new double[l])];
        double[] weights = new double[levels.Length];
        List<RuleLearned> rules = [];
        for (int bit = 0; bit < plan.Order.Length; bit++)
        {
            BlockRule rule = model.Blocks[plan.Order[bit]];
            int[] free = [.. Enumerable.Range(0, levels.Length).Where(c => !model.Comparisons[c].Fields.Intersect(Fields(model, rule)).Any())];
            if (free.Length == 0) continue;
            Mixture mixture = Of(table, free, p => (table.Rules[p] & (1u << bit)) != 0);
            if (mixture.Pairs < FewestPairs) continue;
            (LevelShares m, _) = mixture.Find(LevelShares.Hopeful(levels), u, 0.3);
            double matches = mixture.Share * mixture.Pairs;
            rules.Add(new RuleLearned(rule.ToString(), (long)mixture.Pairs, mixture.Share, mixture.Shares));
            foreach (int c in free)
            {
                for (int l = 0; l < levels[c]; l++) sums[c][l] += matches * m.Of[c][l];
                weights[c] += matches;
            }
        }
        LevelShares hopeful = LevelShares.Hopeful(levels);
        double[][] found = [.. sums.Select((s, c) => weights[c] > 0 ? LevelShares.Scaled([.. s.Select(x => Math.Max(x / weights[c], LeastM))]) : hopeful.Of[c])];
        return (new LevelShares(found), rules);
    }

    // A field that is joined of others stands or falls with them.
    private static IEnumerable<string> Fields(LinkModel model, BlockRule rule)
    {
        string[] named = [.. rule.Parts.Select(p => p.Field)];
        string[] parts = [.. model.Fields.Where(f => named.Contains(f.Name)).SelectMany(f => f.Join)];
        string[] wholes = [.. model.Fields.Where(f => f.Join.Intersect(named).Any()).Select(f => f.Name)];
        return [.. named, .. parts, .. wholes];
    }

    private static Mixture Of(PatternTable table, int[] free, Func<int, bool> counts)
    {
        ulong mask = 0;
        foreach (int c in free) mask |= 15UL << (4 * c);
        Dictionary<ulong, double> pairs = [];
        for (int p = 0; p < table.Count; p++)
            if (counts(p)) pairs[table.Patterns[p] & mask] = pairs.GetValueOrDefault(table.Patterns[p] & mask) + table.Pairs[p];
        return new Mixture([.. pairs.Keys], [.. pairs.Values], free);
    }

    // The share of all pairs at which the pairs expected to be of one person come to that share again.
    private static double FindPrior(PatternTable table, LevelShares m, LevelShares u, double possible)
    {
        double[] bits = new double[table.Count];
        for (int p = 0; p < bits.Length; p++) bits[p] = Bits(table.Patterns[p], m, u);
        double prior = Math.Min(0.5, 1 / Math.Sqrt(possible));
        for (int round = 0; round < 60; round++)
        {
            double odds = Math.Log2(prior / (1 - prior)), matches = 0;
            for (int p = 0; p < bits.Length; p++) matches += table.Pairs[p] / (1 + Math.Pow(2, -(bits[p] + odds)));
            double next = Math.Clamp(matches / possible, 1e-14, 0.5);
            if (Math.Abs(next - prior) < 1e-6 * prior) break;
            prior = next;
        }
        return prior;
    }

    public static double Bits(ulong pattern, LevelShares m, LevelShares u)
    {
        double bits = 0;
        for (int c = 0; c < m.Of.Length; c++)
            if (LevelShares.Level(pattern, c) is > 0 and int level) bits += Math.Log2(m.Of[c][level - 1] / u.Of[c][level - 1]);
        return bits;
    }

    private static LevelShares WithoutMatches(LevelShares random, LevelShares m, double prior) =>
        new([.. random.Of.Select((shares, c) => LevelShares.Scaled([.. shares.Select((share, l) => Math.Max((share - (prior * m.Of[c][l])) / (1 - prior), Math.Max(LeastU, share * 0.02)))]))]);

    private static LevelShares WithFixed(LinkModel model, LevelShares shares, Func<LinkLevel, double?> fixedTo) =>
        new([.. shares.Of.Select((own, c) => own.Select((share, l) => model.Comparisons[c].Levels[l] is { IsFixed: true } level && fixedTo(level) is { } given ? given : share).ToArray())]);

    private static LinkModel Filled(LinkModel model, LevelShares m, LevelShares u) =>
        model with { Comparisons = [.. model.Comparisons.Select((c, n) => c with { Levels = [.. c.Levels.Select((l, k) => l with { M = m.Of[n][k], U = u.Of[n][k] })] })] };

    // Among records that share a field's value, pairs picked at random: few are of one person, and those stand out, so that the mixture tells how often others agree.
    private static KinContext LearnGiven(KinContext kin, RecordColumn field, RecordTable table, LinkModel model, PairComparer comparer, LevelShares m, LevelShares u)
    {
        int[] first = new int[table.Count];
        for (int r = 0; r < first.Length; r++) first[r] = field.Of(r) is [var value, ..] ? value : 0;
        Dictionary<ulong, double> patterns = [];
        foreach (ulong pattern in Compared(comparer, Picked(table, model, RandomPairs.PickSharing(first, field.Table.Count, RandomPairsWanted / 2))))
            patterns[pattern] = patterns.GetValueOrDefault(pattern) + 1;
        int[] free = [.. Enumerable.Range(0, m.Of.Length).Where(c => !model.Comparisons[c].Fields.Contains(field.Name))];
        Mixture mixture = new([.. patterns.Keys], [.. patterns.Values], free);
        if (mixture.Pairs < FewestInKin || free.Length == 0) return kin with { Prior = null, Levels = [] };
        (_, LevelShares others) = mixture.Find(m, u, 0.05, alsoU: true, held: 20);
        // What they share tells no more. m stays that of all pairs: few of those picked are of one person. Some of those the mixture leaves among the others, which makes its u too
        // high: it is drawn half way, on the scale of logs, towards the u of any pairs.
        return kin with { Prior = mixture.Share, Levels = [.. m.Of.Select((own, c) => (IReadOnlyList<(double, double)>)[.. own.Zip(free.Contains(c) ? others.Of[c].Zip(u.Of[c], (found, usual) => Math.Sqrt(Math.Max(found, usual * LeastChange) * usual)) : own)])] };
    }

    private static KinContext LearnKin(KinContext kin, int number, PatternTable table, LevelShares m, LevelShares u, double prior)
    {
        int[] all = [.. Enumerable.Range(0, m.Of.Length)];
        Mixture mixture = Of(table, all, p => (int)(table.Patterns[p] >> PairComparer.KinShift) == number);
        if (mixture.Pairs < FewestInKin) return kin with { Prior = null, Levels = [] };
        (LevelShares own, LevelShares others) = mixture.Find(m, u, 0.5, alsoU: true, held: 20);
        // A mixture left to itself may settle on two kinds that are not "of one person" and "of two". Where it tells a very different story from all other pairs, theirs is kept.
        if (mixture.MeanDifference((m, u, prior), (own, others, mixture.Share)) > MostChange) return kin with { Prior = null, Levels = [] };
        return kin with { Prior = mixture.Share, Levels = [.. all.Select(c => (IReadOnlyList<(double, double)>)[.. own.Of[c].Zip(others.Of[c])])] };
    }
}
