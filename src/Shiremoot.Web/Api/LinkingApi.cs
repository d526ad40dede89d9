using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Web.Api;

/// <summary>What the latest linking of all records learned and found. Counts are protected, null where withheld; shares lie between 0 and 1.</summary>
internal sealed record LinkingAnswer(
    long Build, string LinkedAt, string Origin, string OriginSays, string Disclosure, string Model, long? Records, long? People, long? PairsCompared, double Prior, double ThresholdBits, bool IsThresholdGiven,
    EstimateAnswer Estimate, double? FoundByBlockingAtMost, IReadOnlyList<ComparisonAnswer> Comparisons, IReadOnlyList<KinAnswer> Kin, IReadOnlyList<LearnedAnswer> Learned, IReadOnlyList<ThresholdAnswer> Thresholds,
    IReadOnlyList<SizeAnswer> RecordsPerPerson, IReadOnlyList<RuleAnswer> Blocking, long? PairsOfNoRule);

/// <summary>How good the clusters are thought to be, without labels, after joining.</summary>
internal sealed record EstimateAnswer(double Precision, double Recall, double F1);

/// <summary>A comparison; Untold: compared pairs of which it could not be told.</summary>
internal sealed record ComparisonAnswer(string Name, string? Only, IReadOnlyList<LevelAnswer> Levels, long? Untold);

/// <summary>A level: its share m of pairs of one person, u of pairs of two, bits = log2(m/u), and the compared pairs at it.</summary>
internal sealed record LevelAnswer(string When, string Says, double M, double U, double? Bits, IReadOnlyList<string> RarityCounts, bool IsGiven, long? Pairs);

/// <summary>Pairs alike for another reason than being one person.</summary>
internal sealed record KinAnswer(string Name, string When, double? Prior, long? Pairs);

/// <summary>The share of a rule's pairs of one person after each round of learning.</summary>
internal sealed record LearnedAnswer(string Rule, long? Pairs, IReadOnlyList<double> Shares, bool IsSettled);

/// <summary>What a threshold would give, estimated without labels, each pair by itself.</summary>
internal sealed record ThresholdAnswer(double Bits, long? Pairs, double Precision, double Recall, double F1);

/// <summary>People with so many records; no Until for the last group.</summary>
internal sealed record SizeAnswer(int From, int? Until, long? People);

/// <summary>What a blocking rule brought together.</summary>
internal sealed record RuleAnswer(string Rule, long? Pairs, long? NewPairs, double? Share, double? NewShare, double? OnlyShare, long? LargestBlock, int KeysCut, long? LargestCut);

internal static class LinkingApi
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapGet("/linking", (Shire shire) => shire.LatestLinking().Then<LinkingAnswer>(linking => Of(linking)).Answer()).Produces<LinkingAnswer>().ProducesProblem(409)
            .WithName("linking").WithSummary("What the latest linking of all records learned and found: match weights, learning, thresholds, records a person, blocking.");
        foreach ((string name, string title, Func<PlaceLinking, Shire, ReleaseTable> table) in LinkingTables.All)
            foreach (string format in (string[])["csv", "xlsx"])
                v1.MapGet($"/linking/{name}.{format}", (Shire shire) => shire.LatestLinking().Refused(out Refusal? why, out PlaceLinking? linking) ? why.Answer() : TableFile.Of(table(linking, shire), $"linking-{name}", format))
                    .Produces(StatusCodes.Status200OK, contentType: format == "csv" ? "text/csv" : TableFile.Workbook).ProducesProblem(409).WithName($"linking-{name}-{format}").WithSummary($"{title}, as a table ({format}).");
    }

    private static LinkingAnswer Of(PlaceLinking linking) => new(
        linking.Build.Id, $"{linking.Build.At}", $"{linking.Origin}".ToLowerInvariant(), linking.Origin.Says(), linking.Rules.Label, linking.Model, linking.Records.Shown, linking.People.Shown, linking.Compared.Shown,
        linking.Prior, linking.Threshold, linking.IsThresholdGiven, new(linking.Joined.Precision, linking.Joined.Recall, linking.Joined.F1), linking.FoundAtMost,
        [.. linking.Comparisons.Select(c => new ComparisonAnswer(c.Name, c.Only, [.. c.Levels.Select(l => new LevelAnswer(l.When, l.Says, l.M, l.U, l.Bits, l.RareTells, l.IsGiven, l.Pairs.Shown))], c.Untold.Shown))],
        [.. linking.Kin.Select(k => new KinAnswer(k.Name, k.When, k.Prior, k.Pairs.Shown))],
        [.. linking.Learned.Select(l => new LearnedAnswer(l.Rule, l.Pairs.Shown, l.Shares, l.IsSettled))],
        [.. linking.Thresholds.Select(t => new ThresholdAnswer(t.Bits, t.Pairs.Shown, t.Precision, t.Recall, t.F1))],
        [.. linking.Sizes.Select(s => new SizeAnswer(s.From, s.Until, s.People.Shown))],
        [.. linking.Blocking.Select(b => new RuleAnswer(b.Rule, b.Pairs.Shown, b.NewPairs.Shown, b.Share.Shown, b.NewShare.Shown, b.OnlyShare.Shown, b.LargestBlock.Shown, b.KeysCut, b.LargestCut?.Shown))], linking.Repeats.Shown);
}
