namespace Shiremoot.Web.Tests;

/// <summary>Places for tests, each opened once a run with a store of its own in a temporary folder.</summary>
public static class TestPlace
{
    // Enough to show every kind of page: counts, rates, money, scores, small areas, figures caught, a breakdown, rows in quarantine.
    private static readonly string[] Feeds =
        ["children-calendar", "children-spend", "police-arrests", "population", "population-by-age", "deprivation", "deprivation-small-areas", "youth-inspections", "prison-population"];

    private static readonly Lazy<Shire> WestMidlandsOnce = new(OpenWestMidlands);
    private static readonly Lazy<Shire> EmptyOnce = new(() => OpenMade("Testshire", "disclosure: default"));
    private static readonly Lazy<Shire> PublicOnce = new(() => OpenMade("Openshire", "disclosure: none\nrecords_already_public: Made for a test."));

    /// <summary>The shipped West Midlands with some of its feeds taken in; other measures stand there without data.</summary>
    public static Shire WestMidlands => WestMidlandsOnce.Value;

    /// <summary>Testshire: an area, no feeds, no measures, nothing taken in.</summary>
    public static Shire Empty => EmptyOnce.Value;

    /// <summary>Openshire: like Testshire, but hides no small numbers.</summary>
    public static Shire Public => PublicOnce.Value;

    /// <summary>Writes a place of these files to a temporary folder and opens it. The caller closes it.</summary>
    /// <param name="files">Path within the place, and text.</param>
    public static Shire Open(params (string Path, string Text)[] files)
    {
        string folder = Directory.CreateTempSubdirectory("shiremoot-place").FullName;
        foreach ((string path, string text) in files)
        {
            string at = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(at)!);
            File.WriteAllText(at, text);
        }
        return Shire.Open(folder, new ShireOptions { Store = NewStore() }).Value;
    }

    private static Shire OpenMade(string title, string disclosure) => Open(("place.yaml", $$"""
        id: {{title.ToLowerInvariant()}}
        title: {{title}}
        areas: [{ code: E08000025, name: Birmingham, kind: local-authority }]
        period: { from: 2006-04-01, until: 2025-04-01 }
        {{disclosure}}
        """));

    private static Shire OpenWestMidlands()
    {
        Shire shire = Shire.Open(Path.Combine(Checkout.Folder, "places", "west-midlands"), new ShireOptions { Store = NewStore() }).Value;
        foreach (TakenIn taken in shire.TakeIn(Feeds).Value) taken.Outcome.IsRefused.ShouldBeFalse(taken.Feed.Id);
        return shire;
    }

    private static string NewStore() => Path.Combine(Directory.CreateTempSubdirectory("shiremoot-store").FullName, "store.db");
}
