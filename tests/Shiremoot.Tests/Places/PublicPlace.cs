using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Tests.Places;

/// <summary>A place of the repository taken in from the data folder into a store of its own, with its people measures ready to draw.</summary>
sealed class PublicPlace : IDisposable
{
    private readonly TestStore store;
    private readonly Shire shire;
    private readonly IReadOnlyList<PeopleMeasure> measures;

    public PublicPlace(string place, string kindOfStore)
    {
        string folder = Path.Combine(TestData.Root, "places", place);
        store = new TestStore(kindOfStore);
        if (kindOfStore == TestStore.Postgres) store.Open(); // so that the schema named by this test is dropped again
        shire = Shire.Open(folder, new ShireOptions { Store = kindOfStore == TestStore.Sqlite ? store.Address : PostgresWith(store), DataFolder = TestData.Folder }).Value;
        Receipts = [.. shire.TakeIn([]).Value.Select(t => t.Outcome.Value)];
        measures = PeopleMeasureFile.ReadAll(folder).Value;
        Cohorts = CohortFile.ReadAll(folder).Value;
        Stories = Stories.Read(shire.Store, new StoryAccess(Auditing.Picture, "test", TimeProvider.System)).Value;
    }

    public IReadOnlyList<Intake.Receipt> Receipts { get; }

    public IReadOnlyList<Cohort> Cohorts { get; }

    public Stories Stories { get; }

    public DisclosureRules Rules => shire.Disclosure;

    public IReadOnlyList<string> Measures => [.. measures.Select(m => m.Id)];

    public PeoplePicture Draw(string measure, DisclosureRules? rules = null) =>
        PeopleDrawing.Draw(measures.Single(m => m.Id == measure), new PeopleSetting(Stories, Cohorts, rules ?? Rules, TestWilson.Of)).Value;

    /// <summary>Every measure's table as one text: what two stores must agree on.</summary>
    public string Everything() => string.Join('\n', Measures.Select(m =>
    {
        using MemoryStream csv = new();
        ReleaseFiles.WriteCsv(Draw(m).ToTable(), csv);
        return System.Text.Encoding.UTF8.GetString(csv.ToArray());
    }));

    public void Dispose()
    {
        shire.Dispose();
        store.Dispose();
    }

    private static string PostgresWith(TestStore test) => test.Address;
}

/// <summary>Wilson's score interval (1927) as printed in textbooks, for tests alone.</summary>
static class TestWilson
{
    public static Interval Of(long part, long whole)
    {
        const double Z = 1.959963984540054;
        double p = (double)part / whole, n = whole, centre = (p + (Z * Z / (2 * n))) / (1 + (Z * Z / n));
        double half = Z / (1 + (Z * Z / n)) * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
        return new Interval(centre - half, centre + half, 0.95, "Wilson");
    }
}
