using Shiremoot.Spine;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot;

/// <summary>What the latest linking of all records of a place learned and found. It names nobody, and every count of people, records or pairs of records is protected.</summary>
/// <param name="Build">The build it is of.</param>
/// <param name="Origin">What the records are: real, or generated.</param>
/// <param name="Rules">How counts are protected.</param>
/// <param name="Model">The title of the linkage model.</param>
/// <param name="Prior">The probability that two records picked at random are of one person.</param>
/// <param name="Threshold">The bits from which a pair could join.</param>
/// <param name="IsThresholdGiven">True if a person wrote the threshold; false if it was chosen without labels.</param>
/// <param name="MostInBlock">Records of a block beyond which it is not taken pair by pair.</param>
public sealed record PlaceLinking(SpineBuild Build, Origin Origin, DisclosureRules Rules, string Model, double Prior, double Threshold, bool IsThresholdGiven, int MostInBlock)
{
    /// <summary>Records that were linked.</summary>
    public ProtectedCount Records { get; private init; }

    /// <summary>Pairs of records compared.</summary>
    public ProtectedCount Compared { get; private init; }

    /// <summary>Of joined pairs, the share thought to be of one person; and of compared pairs of one person, the share thought to be joined: after joining.</summary>
    public (double Precision, double Recall, double F1) Joined { get; private init; }

    /// <summary>Of the pairs of one person there are thought to be, the share that blocking brought together, at the most; null where it cannot be told.</summary>
    public double? FoundAtMost { get; private init; }

    public IReadOnlyList<ComparisonLinked> Comparisons { get; private init; } = [];

    public IReadOnlyList<KinLinked> Kin { get; private init; } = [];

    /// <summary>Empty where the model gave all numbers.</summary>
    public IReadOnlyList<RuleSettled> Learned { get; private init; } = [];

    public IReadOnlyList<ThresholdLinked> Thresholds { get; private init; } = [];

    /// <summary>People by how many records they have.</summary>
    public IReadOnlyList<PeopleBySize> Sizes { get; private init; } = [];

    /// <summary>All people of the table of sizes.</summary>
    public ProtectedCount People { get; private init; }

    public IReadOnlyList<RuleBlocked> Blocking { get; private init; } = [];

    /// <summary>Pairs that agree on no rule: records alike in every field out of blocks too large.</summary>
    public ProtectedCount Repeats { get; private init; }

    internal static Outcome<PlaceLinking> Of(Shire shire)
    {
        PersonSpine spine = shire.PersonSpine;
        if (spine.Latest() is null) return Spine.Refusals.NoSpine();
        if (spine.LatestReport() is not { } kept) return Spine.Refusals.NoReport();
        (SpineBuild build, LinkReport report) = kept;
        DisclosureRules rules = shire.Disclosure;
        ProtectedCount Shown(long count) => rules.Protect(new RawCount(count));
        // Pairs new with each rule, and repeats, make up all compared pairs: they are protected together.
        ProtectedTable added = ProtectedTable.Protect([.. report.Blocking.Select(b => new RawCount(b.NewPairs)), new RawCount(report.Repeats)], rules);
        IReadOnlyList<PeopleOfSize> groups = spine.BySize(build.Id);
        ProtectedTable sizes = ProtectedTable.Protect([.. groups.Select(g => g.People)], rules);
        return new PlaceLinking(build, shire.OriginOfPeople, rules, report.Model, report.Prior, report.Threshold, report.IsThresholdGiven, report.MostInBlock)
        {
            Records = rules.Protect(build.Records),
            Compared = added.Total,
            Joined = (report.Estimate.Precision, report.Estimate.Recall, report.Estimate.F1),
            FoundAtMost = report.FoundShare,
            Comparisons = [.. report.Comparisons.Select(c => ComparisonLinked.Of(c, rules))],
            Kin = [.. report.Kin.Select(k => new KinLinked(k.Name, k.When, k.Prior, Shown(k.Pairs)))],
            Learned = [.. report.Learned.Select(l => new RuleSettled(l.Rule, Shown(l.Pairs), l.Rounds))],
            Thresholds = [.. report.Thresholds.Select(t => new ThresholdLinked(t.Bits, Shown(t.Pairs), t.Precision, t.Recall, t.F1))],
            Sizes = [.. groups.Select((g, n) => new PeopleBySize(g.From, g.Until, sizes[0, n]))],
            People = sizes.Total,
            Blocking = [.. report.Blocking.Select((b, n) => RuleBlocked.Of(b, added[0, n], rules))],
            Repeats = added[0, report.Blocking.Count],
        };
    }
}

/// <summary>A comparison with the numbers of its levels.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="Only">The pairs it is limited to, as written; null for all.</param>
/// <param name="Levels">Its levels, from full agreement down.</param>
/// <param name="Untold">Compared pairs of which it could not be told.</param>
public sealed record ComparisonLinked(string Name, string? Only, IReadOnlyList<LevelLinked> Levels, ProtectedCount Untold)
{
    internal static ComparisonLinked Of(ComparisonReport report, DisclosureRules rules)
    {
        ProtectedTable pairs = ProtectedTable.Protect([.. report.Levels.Select(l => new RawCount(l.Pairs)), new RawCount(report.Untold)], rules);
        return new(report.Name, report.Only, [.. report.Levels.Select((l, n) => new LevelLinked(l.When, l.Says, l.M, l.U, double.IsFinite(l.Bits) ? l.Bits : null, l.RareTells, l.IsGiven, pairs[0, n]))], pairs[0, report.Levels.Count]);
    }
}

/// <summary>A level of agreement.</summary>
/// <param name="When">As written in the model.</param>
/// <param name="Says">The same in words.</param>
/// <param name="M">The share of pairs of one person at it.</param>
/// <param name="U">The share of pairs of two people at it.</param>
/// <param name="Bits">The match weight: log2(m/u); null if m or u is nought.</param>
/// <param name="RareTells">Fields on whose shared value's rarity the weight of a pair depends too.</param>
/// <param name="IsGiven">M and u were written by a person and not learned.</param>
/// <param name="Pairs">Compared pairs at it.</param>
public sealed record LevelLinked(string When, string Says, double M, double U, double? Bits, IReadOnlyList<string> RareTells, bool IsGiven, ProtectedCount Pairs);

/// <summary>Pairs alike for another reason than being one person; no prior where they taught nothing and the general numbers stand.</summary>
public sealed record KinLinked(string Name, string When, double? Prior, ProtectedCount Pairs);

/// <summary>How learning settled under a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Pairs">Pairs that agree on it.</param>
/// <param name="Shares">The share of them of one person after each round.</param>
public sealed record RuleSettled(string Rule, ProtectedCount Pairs, IReadOnlyList<double> Shares)
{
    /// <summary>Learning stops after so many rounds, settled or not.</summary>
    public const int MostRounds = 100;

    /// <summary>True if the numbers had hardly moved at the end.</summary>
    public bool IsSettled => Shares.Count < MostRounds;
}

/// <summary>What a threshold would give if pairs were taken each by itself, without labels.</summary>
public sealed record ThresholdLinked(double Bits, ProtectedCount Pairs, double Precision, double Recall, double F1);

/// <summary>People with so many records: from one number until another, both counted; no end for the last.</summary>
public sealed record PeopleBySize(int From, int? Until, ProtectedCount People);

/// <summary>What a blocking rule brought together. Shares are of all compared pairs expected to be of one person.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Pairs">Compared pairs that agree on it.</param>
/// <param name="NewPairs">Of those, pairs that agree on no rule before it.</param>
/// <param name="Share">The share that agrees on it.</param>
/// <param name="NewShare">The share that agrees on it and on no rule before it.</param>
/// <param name="OnlyShare">The share that agrees on it and on no other.</param>
/// <param name="LargestBlock">Records in the largest block taken pair by pair.</param>
/// <param name="KeysCut">Keys cut short, because too many records share them.</param>
/// <param name="LargestCut">Records that share the commonest of those keys; null if none was cut short.</param>
public sealed record RuleBlocked(string Rule, ProtectedCount Pairs, ProtectedCount NewPairs, Protected<double> Share, Protected<double> NewShare, Protected<double> OnlyShare, ProtectedCount LargestBlock, int KeysCut, ProtectedCount? LargestCut)
{
    internal static RuleBlocked Of(RuleReport report, ProtectedCount added, DisclosureRules rules)
    {
        ProtectedCount pairs = rules.Protect(new RawCount(report.Pairs));
        return new(report.Rule, pairs, added, pairs.Then(_ => report.Share), pairs.Then(_ => report.NewShare), pairs.Then(_ => report.OnlyShare),
            rules.Protect(new RawCount(report.LargestBlock)), report.KeysCut, report.KeysCut == 0 ? null : rules.Protect(new RawCount(report.LargestCut)));
    }
}
