using System.Text.Json;
using Shiremoot.Spine;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Spine;

/// <summary>What is reported of a linking, against pairs counted by hand and people whose truth is known.</summary>
public sealed class LinkReportTests : IDisposable
{
    private const string Four = """
        police P1 | Ann | Lee | 1990-01-02 | B1 1AA
        probation S1 | Ann | Lee | 1990-01-02 |
        police P2 | Bob | Ray | 1985-05-05 | B2 2BB
        probation S2 | Cat | Fox | 1970-07-07 | B3 3CC
        """;

    private readonly SpineFiles files = new();

    public static TheoryData<string> Kinds => TestStore.Kinds;

    public void Dispose() => files.Dispose();

    [Fact]
    public void Levels_hold_the_pairs_that_are_at_them()
    {
        LinkReport report = LinkReport.Of(SmallRecords.Link(Four));
        report.Compared.ShouldBe(6); // so few records that every pair is compared
        report.Comparisons.Single(c => c.Name == "forename").Levels.Select(l => l.Pairs).ShouldBe([1, 5]);
        ComparisonReport postcode = report.Comparisons.Single(c => c.Name == "postcode");
        (postcode.Levels[0].Pairs, postcode.Levels[1].Pairs, postcode.Untold).ShouldBe((0, 3, 3));
        report.Comparisons[0].Levels[0].Bits.ShouldBe(Math.Log2(90), 1e-9);
        report.Prior.ShouldBe(0.001);
        report.Learned.ShouldBeEmpty();
        report.FoundShare.ShouldBe(1);
        report.Blocking.Sum(b => b.NewPairs).ShouldBe(6);
        report.Blocking.Single(b => b.Rule == "born").Pairs.ShouldBe(1);
    }

    [Fact]
    public void Thresholds_and_rules_are_estimated_near_the_truth_where_fields_are_independent()
    {
        Linked linked = files.Link(SpineFiles.Model(TwoOfEach.Model), TwoOfEach.Csv(People, Right, seed: 7));
        int[] truth = LinkTruth.Read("/^(\\d+)-/", linked.Table, []).Value.Person;
        (int Bit, double Bits, bool IsTrue)[] pairs = [.. linked.Pairs.Pieces.SelectMany(piece => Enumerable.Range(0, piece.Count).Select(p =>
            ((int)linked.Pairs.Patterns.Rules[piece.Pattern[p]], (double)(linked.Bits[piece.Pattern[p]] + piece.TermBits[p]), truth[piece.A[p]] == truth[piece.B[p]])))];
        double right = pairs.Count(p => p.IsTrue);
        LinkReport report = LinkReport.Of(linked);
        foreach (ThresholdPoint point in report.Thresholds)
        {
            var taken = pairs.Where(p => p.Bits >= point.Bits).ToList();
            point.Pairs.ShouldBeInRange(taken.Count - 3L, taken.Count + 3L);
            point.Precision.ShouldBe(taken.Count(p => p.IsTrue) / (double)taken.Count, 0.02, $"precision at {point.Bits}");
            point.Recall.ShouldBe(taken.Count(p => p.IsTrue) / right, 0.02, $"recall at {point.Bits}");
        }
        for (int bit = 0; bit < report.Blocking.Count; bit++)
        {
            report.Blocking[bit].Pairs.ShouldBe(pairs.Count(p => (p.Bit & (1 << bit)) != 0));
            report.Blocking[bit].NewPairs.ShouldBe(pairs.Count(p => p.Bit != 0 && int.TrailingZeroCount(p.Bit) == bit));
            report.Blocking[bit].Share.ShouldBe(pairs.Count(p => p.IsTrue && (p.Bit & (1 << bit)) != 0) / right, 0.02);
            report.Blocking[bit].OnlyShare.ShouldBe(pairs.Count(p => p.IsTrue && p.Bit == 1 << bit) / right, 0.02);
        }
        // Rules share fields, so that what one misses another misses too: more is lost than their overlap tells.
        double found = right / People;
        report.FoundShare!.Value.ShouldBeInRange(found - 0.005, found + 0.05);
        report.Learned.ShouldAllBe(r => r.Rounds.Count > 0);
    }

    [Fact]
    public void A_key_that_too_many_share_is_reported_with_its_records()
    {
        string csv = "id,f0,f1,f2,f3,f4,f5\n" + string.Concat(Enumerable.Range(0, 1600).Select(n => $"{n}-0,SAME,SAME,V{n / 2},W{n % 40},X{n / 2},Y{n % 3}\n"));
        RuleReport cut = LinkReport.Of(files.Link(SpineFiles.Model(TwoOfEach.Model.Replace("most_in_block: 2000", "most_in_block: 50")), csv)).Blocking.Single(b => b.Rule == "f0, f1");
        (cut.Pairs, cut.LargestBlock, cut.KeysCut, cut.LargestCut).ShouldBe((0, 0, 1, 1600));
    }

    [Theory]
    [Trait("kind", "store")]
    [MemberData(nameof(Kinds))]
    public void A_report_is_kept_with_each_linking_of_all_records_and_comes_back_as_it_was(string kind)
    {
        using TestStore test = new(kind);
        IStore store = test.Open();
        PersonSpine spine = new(store, TimeProvider.System);
        spine.LatestReport().ShouldBeNull();
        Linked linked = SmallRecords.Link(Four);
        SpineBuild build = spine.Keep(linked, SmallRecords.Model, "Test").Value;
        (SpineBuild of, LinkReport kept) = spine.LatestReport()!.Value;
        of.Id.ShouldBe(build.Id);
        JsonSerializer.Serialize(kept).ShouldBe(JsonSerializer.Serialize(LinkReport.Of(linked)));
        spine.BySize(build.Id).Select(s => (s.From, s.People)).Take(3).ShouldBe([(1, new RawCount(2)), (2, new RawCount(1)), (3, new RawCount(0))]);

        Linked more = SmallRecords.Link(Four + "\nhealth H1 | Ann | Lee | 1990-01-02 | B1 1AA");
        SpineBuild later = spine.Keep(more, SmallRecords.Model, "Test").Value;
        spine.LatestReport()!.Value.Build.Id.ShouldBe(later.Id);
        spine.BySize(build.Id)[2].People.ShouldBe(new RawCount(0));
        spine.BySize(later.Id)[2].People.ShouldBe(new RawCount(1));
    }

    [Fact]
    public void Levels_are_said_in_words_that_tell_them_apart()
    {
        foreach (LinkComparison comparison in Shire.SharedLinkModel().Value.Comparisons)
        {
            string[] words = [.. comparison.Levels.Select(LevelWords.Of)];
            words.ShouldBeUnique();
            words.ShouldAllBe(w => !w.Contains('_') && !w.Contains(">=") && !w.Contains("<="));
        }
    }

    private const int People = 3000;

    // Of each field one in eight is not the person's own.
    private static readonly double[] Right = [.. Enumerable.Repeat(0.875, TwoOfEach.Fields)];
}
