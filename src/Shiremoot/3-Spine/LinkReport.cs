namespace Shiremoot.Spine;

/// <summary>
/// What a linking of all records learned and found, in figures of pairs that name nobody: match weights, how learning settled, what other thresholds would give, what blocking brought together.
/// Method: docs/methods/record-linkage.md.
/// </summary>
public sealed record LinkReport
{
    /// <summary>The model's title, or its id.</summary>
    public string Model { get; init; } = "";

    /// <summary>The probability that two records picked at random are of one person.</summary>
    public double Prior { get; init; }

    /// <summary>The bits from which a pair could join.</summary>
    public double Threshold { get; init; }

    /// <summary>True if the threshold was written by a person; false if it was chosen without labels.</summary>
    public bool IsThresholdGiven { get; init; }

    /// <summary>Pairs of records compared.</summary>
    public long Compared { get; init; }

    /// <summary>How many of them are expected to be of one person: the sum of their probabilities.</summary>
    public double Likely { get; init; }

    /// <summary>Records of a block beyond which it is not taken pair by pair.</summary>
    public int MostInBlock { get; init; }

    public IReadOnlyList<ComparisonReport> Comparisons { get; init; } = [];

    public IReadOnlyList<KinReport> Kin { get; init; } = [];

    /// <summary>How learning settled under each rule; empty where all numbers were given.</summary>
    public IReadOnlyList<RuleLearned> Learned { get; init; } = [];

    /// <summary>What other thresholds would give, the lowest first; the one that was used is among them.</summary>
    public IReadOnlyList<ThresholdPoint> Thresholds { get; init; } = [];

    /// <summary>How good the clusters are thought to be, after joining at the threshold that was used.</summary>
    public LinkEstimate Estimate { get; init; } = new(0, 0, 0);

    /// <summary>The rules in the order in which they were tried.</summary>
    public IReadOnlyList<RuleReport> Blocking { get; init; } = [];

    /// <summary>Pairs that agree on no rule: records alike in every field out of blocks too large to be taken pair by pair.</summary>
    public long Repeats { get; init; }

    /// <summary>Pairs of one person that blocking is estimated to have lost, at the least; null where too few rules say anything. See <see cref="LostPairs"/>.</summary>
    public double? Lost { get; init; }

    /// <summary>Of the pairs of one person there are thought to be, the share that blocking brought together, at the most; null where it cannot be told.</summary>
    public double? FoundShare => Lost is not { } lost || Likely <= 0 ? null : Likely / (Likely + lost);

    /// <summary>Draws up the report of a linking.</summary>
    public static LinkReport Of(Linked linked)
    {
        PairTotals totals = PairTotals.Of(linked);
        double likely = totals.LikelyOfPattern.Sum();
        LinkModel model = linked.Model;
        return new LinkReport
        {
            Model = model.Title.Length > 0 ? model.Title : model.Id,
            Prior = model.Prior ?? 0,
            Threshold = linked.Threshold,
            IsThresholdGiven = model.Threshold is not null,
            Compared = linked.ComparedPairs,
            Likely = likely,
            MostInBlock = model.MostInBlock,
            Comparisons = ComparisonReport.Of(linked),
            Kin = KinReport.Of(linked),
            Learned = linked.Learned?.Rules ?? [],
            Thresholds = ThresholdPoint.Of(totals, linked.Threshold),
            Estimate = linked.Estimate,
            Blocking = RuleReport.Of(linked, totals, likely),
            Repeats = Enumerable.Range(0, linked.Pairs.Patterns.Count).Where(p => linked.Pairs.Patterns.Rules[p] == 0).Sum(p => linked.Pairs.Patterns.Pairs[p]),
            Lost = LostPairs.Of(linked, totals),
        };
    }
}

/// <summary>A comparison with its levels.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="Only">The pairs it is limited to, as written; null for all.</param>
/// <param name="Levels">Its levels, from full agreement down.</param>
/// <param name="Untold">Compared pairs of which it could not be told.</param>
public sealed record ComparisonReport(string Name, string? Only, IReadOnlyList<LevelReport> Levels, long Untold)
{
    internal static IReadOnlyList<ComparisonReport> Of(Linked linked)
    {
        PatternTable patterns = linked.Pairs.Patterns;
        LinkModel model = linked.Model;
        return [.. model.Comparisons.Select((comparison, c) =>
        {
            long[] pairs = new long[comparison.Levels.Count + 1];
            for (int p = 0; p < patterns.Count; p++) pairs[(int)((patterns.Patterns[p] >> (4 * c)) & 15)] += patterns.Pairs[p];
            return new ComparisonReport(comparison.Name, comparison.OnlyText, [.. comparison.Levels.Select((l, n) => new LevelReport(
                l.When, LevelWords.Of(l), l.M ?? 0, l.U ?? 0, l.Weight ?? 0, [.. l.TermFrequency.Select(f => f.ToString())], l.IsFixed, pairs[n + 1]))], pairs[0]);
        })];
    }
}

/// <summary>A level of agreement.</summary>
/// <param name="When">As written in the model.</param>
/// <param name="Says">The same in words.</param>
/// <param name="M">The share of pairs of one person at it.</param>
/// <param name="U">The share of pairs of two people at it.</param>
/// <param name="Bits">The match weight: log2(m/u).</param>
/// <param name="RareTells">Fields on whose shared value's rarity the weight of a pair depends too.</param>
/// <param name="IsGiven">M and u were written by a person and not learned.</param>
/// <param name="Pairs">Compared pairs at it.</param>
public sealed record LevelReport(string When, string Says, double M, double U, double Bits, IReadOnlyList<string> RareTells, bool IsGiven, long Pairs);

/// <summary>Pairs alike for another reason than being one person.</summary>
/// <param name="Name">family, namesakes.</param>
/// <param name="When">As written in the model.</param>
/// <param name="Prior">Of them, the share of one person; null where they taught nothing and the general numbers stand.</param>
/// <param name="Pairs">Compared pairs of the kind.</param>
public sealed record KinReport(string Name, string When, double? Prior, long Pairs)
{
    internal static IReadOnlyList<KinReport> Of(Linked linked)
    {
        PatternTable patterns = linked.Pairs.Patterns;
        long[] pairs = new long[linked.Model.Kin.Count + 1];
        for (int p = 0; p < patterns.Count; p++) pairs[(int)(patterns.Patterns[p] >> Comparing.PairComparer.KinShift)] += patterns.Pairs[p];
        return [.. linked.Model.Kin.Select((k, n) => new KinReport(k.Name, k.When, k.Prior, pairs[n + 1]))];
    }
}
