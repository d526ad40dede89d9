using Dapper;
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
    private static readonly IReadOnlyList<string> ExtractLayoutIds = ExtractLayouts.Read(TheVocabulary.Folder, null, TheVocabulary.Read).Value.Ids;

    public static TheoryData<string> Kinds => TestStore.Kinds;

    [Fact]
    public void A_place_that_shares_the_feeds_takes_all_of_it_in_as_generated_and_says_the_same_of_the_same_people()
    {
        using MadeExtracts made = new();
        made.Make(1500, made.Layouts());
        string place = Path.Combine(Path.GetDirectoryName(made.Folder)!, "somewhere");
        Directory.CreateDirectory(place);
        File.WriteAllText(Path.Combine(place, "place.yaml"), """
            id: somewhere
            title: Somewhere
            areas: [{ code: E10000023, name: North Yorkshire, kind: county }]
            period: { from: 2018-04-01, until: 2024-04-01 }
            shared_feeds: all
            """);
        using Shire shire = Shire.Open(place, new ShireOptions { DataFolder = made.Folder, Store = Path.Combine(place, "store.db") }).Value;
        TakenIn[] taken = [.. shire.TakeIn([]).Value.Where(t => ExtractLayoutIds.Contains(t.Feed.Id))];
        taken.Length.ShouldBe(14);
        taken.ShouldAllBe(t => !t.Outcome.IsRefused && t.Outcome.Value.Origin == Origin.Generated);
        using System.Data.Common.DbConnection connection = shire.Store.Open();
        connection.Query<string>("SELECT DISTINCT kind FROM event").Except([.. MadeLives.Kinds, "completion"]).ShouldBeEmpty(); // drawn as the extract is written
        connection.Query<string>("SELECT DISTINCT offence FROM event WHERE offence IS NOT NULL").ShouldBe(MadeLives.Offences, ignoreOrder: true);
        connection.Query<string>("SELECT DISTINCT disposal FROM event WHERE disposal IS NOT NULL").Except([.. MadeLives.Disposals, .. MadeLives.Kinds, "section-250", "other"]).ShouldBeEmpty();
        connection.Query<string>("SELECT DISTINCT ethnicity FROM source_record WHERE ethnicity IS NOT NULL").Except([.. MadeLives.Ethnicities, "o9"]).ShouldBeEmpty();
        connection.Query<string>("SELECT DISTINCT sex FROM source_record WHERE sex IS NOT NULL").ShouldBe(["female", "male"], ignoreOrder: true);

        // A formula in a name stays text, and a name in one field comes apart where it can.
        connection.Query<string>("SELECT DISTINCT surname FROM source_record WHERE agency = 'courts'").ShouldContain("=CMD|'/C CALC'!A0");
        connection.Query<string>("SELECT DISTINCT surname FROM source_record WHERE agency = 'youth-offending'").ShouldContain("Okafor, Jr");
        connection.Query<string>("SELECT DISTINCT forename FROM source_record WHERE agency = 'courts' AND forename IS NOT NULL").ShouldAllBe(f => !f.Contains(' '));

        // Whoever is known to the courts was born in the same year by the truth and by two digits.
        int[] born = [.. connection.Query<int>("SELECT birth_day FROM source_record WHERE agency = 'courts' AND birth_day IS NOT NULL")];
        born.Min().ShouldBeGreaterThan(Days.Number(new(1955, 1, 1)));
        born.Max().ShouldBeLessThan(MadeLives.Until);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_extract_is_taken_in_and_quarantine_is_what_was_planted_line_by_line(string kind)
    {
        using MadeExtracts made = new();
        ExtractSummary summary = made.Make(3000, made.Layouts(plantedRate: 0.03), threads: 2, chunk: 500);
        summary.Files.Count.ShouldBe(14);
        string[][] planted = [.. made.Lines("planted.csv").Skip(1).Select(l => l.Split(','))];
        using TestStore test = new(kind);
        Shiremoot.Storage.IStore store = test.Open();
        foreach (ExtractWritten file in summary.Files)
        {
            Feed feed = FeedFile.Read(Path.Combine(TheVocabulary.Folder, "extracts", "feeds", $"{file.Layout}.yaml"), file.Layout).Value;
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
