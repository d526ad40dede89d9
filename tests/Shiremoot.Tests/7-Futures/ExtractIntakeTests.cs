using Shiremoot.Futures;
using Shiremoot.Intake;
using Shiremoot.Terms;
using Shiremoot.Tests.Records;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures;

/// <summary>Every extract goes in by its feed, and only what was planted comes to quarantine.</summary>
[Trait("kind", "store")]
public sealed class ExtractIntakeTests
{
    public static TheoryData<string> Kinds => TestStore.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_extract_is_taken_in_and_quarantine_is_what_was_planted_line_by_line(string kind)
    {
        using MadeExtracts made = new();
        ExtractSummary summary = made.Make(3000, made.Layouts(plantedRate: 0.03), threads: 2, chunk: 500);
        summary.Files.Count.ShouldBe(11);
        string[][] planted = [.. made.Lines("planted.csv").Skip(1).Select(l => l.Split(','))];
        using TestStore test = new(kind);
        Shiremoot.Storage.IStore store = test.Open();
        foreach (ExtractWritten file in summary.Files)
        {
            Feed feed = FeedFile.Read(Path.Combine(TheVocabulary.Folder, "feeds", $"{file.Layout}.yaml"), file.Layout).Value;
            feed.Id.ShouldBe(file.Layout);
            feed = feed with { Checks = feed.Checks with { BadShare = 0.2 } }; // more is planted here than a place would let pass
            feed.Origin.ShouldBe(Origin.Generated);
            Receipt receipt = TakingIn.Load(store, feed, Path.Combine(made.Folder, file.File), new TakingInOptions { Clock = TimeProvider.System, Areas = (_, _) => null }).Value;
            (string, string)[] expected = [.. planted.Where(p => p[0] == file.Layout).Select(p => (p[2], p[4]))];
            string[] quarantined = [.. Loads.Quarantined(store, TimeProvider.System, receipt.Load).Select(q => $"{q.Line}: {q.Reason}").Distinct()];
            quarantined.ShouldBe(expected.Select(e => $"{e.Item1}: {e.Item2}"), file.Layout);
            (receipt.RowsIn, receipt.RowsQuarantined).ShouldBe((file.Rows, file.Planted), file.Layout);
            file.Planted.ShouldBeGreaterThan(0, file.Layout);
            (expected.Select(e => e.Item2).Distinct().Count() > 1).ShouldBeTrue(file.Layout);
        }
    }
}
