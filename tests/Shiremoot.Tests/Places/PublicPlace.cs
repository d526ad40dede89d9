using Shiremoot.Intake;
using Shiremoot.Picture;
using Shiremoot.Records;
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
        shire = Shire.Open(folder, new ShireOptions { Store = store.Address, DataFolder = TestData.Folder }).Value;
        Receipts = [.. shire.TakeIn([]).Value.Select(t => t.Outcome.Value)];
        measures = PeopleMeasureFile.ReadAll(folder).Value;
        Cohorts = CohortFile.ReadAll([folder], []).Value;
        Stories = Stories.Read(shire.Store, new StoryAccess(Auditing.Picture, "test", TimeProvider.System)).Value;
    }

    public IReadOnlyList<Receipt> Receipts { get; }

    public IReadOnlyList<Cohort> Cohorts { get; }

    public Stories Stories { get; }

    public DisclosureRules Rules => shire.Disclosure;

    public IReadOnlyList<string> Measures => [.. measures.Select(m => m.Id)];

    public PeoplePicture Draw(string measure, DisclosureRules? rules = null) =>
        PeopleDrawing.Draw(measures.Single(m => m.Id == measure), new PeopleSetting(Stories, Cohorts, rules ?? Rules, Intervals.OfShare)).Value;

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
}

/// <summary>Wilson's score interval (1927) as printed in textbooks, for tests alone.</summary>
static class TestWilson
{
    public static double Lower(long part, long whole) => Limit(part, whole, -1);

    public static double Upper(long part, long whole) => Limit(part, whole, 1);

    private static double Limit(double x, double n, int sign)
    {
        const double Z = 1.959963984540054;
        return ((2 * x) + (Z * Z) + (sign * Z * Math.Sqrt((Z * Z) + (4 * x * (1 - (x / n)))))) / (2 * (n + (Z * Z)));
    }
}
