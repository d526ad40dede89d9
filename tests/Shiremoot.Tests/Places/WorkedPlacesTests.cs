using Shiremoot.Intake;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Places;

/// <summary>The five worked places: each has its areas right, draws every measure, and gives the figures that the measures' files say.</summary>
[Trait("kind", "golden")]
public sealed class WorkedPlacesTests
{
    public static TheoryData<string> Ids => [.. WorkedPlace.Ids];

    [Theory, MemberData(nameof(Ids))]
    public void Every_measure_is_drawn_for_the_places_own_areas(string id)
    {
        WorkedPlace place = new(id);
        place.Measures.Count.ShouldBeGreaterThanOrEqualTo(45);
        foreach (AreaMeasure measure in place.Measures)
        {
            AreaPicture picture = place.Draw(measure);
            picture.Periods.ShouldNotBeEmpty(measure.Id);
            picture.Rows.ShouldContain(r => r.Figure.Value != null, measure.Id);
        }
    }

    [Fact]
    public void Every_figure_a_measures_file_says_comes_out_in_the_place_it_is_of()
    {
        List<string> wrong = [];
        HashSet<string> said = [], seen = [];
        foreach (WorkedPlace place in WorkedPlace.Ids.Select(id => new WorkedPlace(id)))
            foreach (AreaMeasure measure in place.Measures)
                foreach (MeasureExample example in measure.Examples)
                {
                    // The country's measures have examples of many places: a place gives those of its own areas.
                    string name = $"{measure.Id} {example.Period} {example.Area} {string.Join(' ', example.Where)}";
                    said.Add(name);
                    if (example.Area is { } area && place.Draw(measure).Areas.All(a => a.Code != area)) continue;
                    seen.Add(name);
                    double? given = place.Figure(measure, example);
                    if (given is null || Math.Abs(given.Value - example.Gives) > example.Within + 1e-9 * Math.Abs(example.Gives)) wrong.Add($"{place.Place.Id}: {measure.Id} {example.Period} {example.Area}: {given} is not {example.Gives}");
                }
        wrong.ShouldBeEmpty();
        said.Except(seen).ShouldBeEmpty("examples of areas that no worked place has");
    }

    [Theory, MemberData(nameof(Ids))]
    public void The_councils_are_all_those_of_the_police_force_and_no_others(string id)
    {
        WorkedPlace place = new(id);
        PlaceArea force = place.Place.Areas.Single(a => a.Kind == "police-force");
        place.Place.Areas.Where(a => a.Kind == "local-authority").Select(a => a.Code).Order(StringComparer.Ordinal)
            .ShouldBe(place.Geography.Children(force.Code, AreaKind.LocalAuthority).Select(a => a.Code).Order(StringComparer.Ordinal));
        foreach (PlaceArea area in place.Place.Areas.Concat(place.Place.Comparators)) place.Geography.TryFind(area.Code, out _).ShouldBeTrue(area.Code);
        place.Place.Comparators.Select(c => c.Code).ShouldBeUnique();
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_place_says_that_its_people_are_generated_and_who_governs_it_today_and_after(string id)
    {
        Place place = new WorkedPlace(id).Place;
        place.About.ShouldContain("generated");
        place.Governing.ShouldContain(g => g.Type == "pcc" && g.Until != null);
        File.ReadAllText(Path.Combine(place.FolderPath, "README.md")).ShouldContain("**Generated:**");
    }

    [Fact]
    public void The_countrys_feeds_are_read_for_each_place_and_their_files_found_without_being_copied()
    {
        foreach (string id in WorkedPlace.Ids)
        {
            using TestStore store = new(TestStore.Sqlite);
            using Shire shire = Shire.Open(Path.Combine(TestData.Root, "places", id), new ShireOptions { Store = store.Address }).Value;
            shire.Feeds.Select(f => f.Id).ShouldBe(shire.Feeds.Select(f => f.Id).Union(FeedFile.ReadAll([Path.Combine(TestData.Root, "vocabulary")]).Value.Select(f => f.Id)), ignoreOrder: true, id);
            shire.TakeIn(["deprivation"], checkOnly: true).Value.Single().Outcome.Value.RowsAccepted.ShouldBe(296);
        }
    }

    [Fact]
    public void A_county_stands_for_its_districts_where_the_county_has_the_service()
    {
        WorkedPlace place = new("devon-and-cornwall");
        place.Draw("youth-justice-spend").Areas.Select(a => a.Name).ShouldBe(["Plymouth", "Torbay", "Cornwall", "Isles of Scilly", "Devon"]);
        place.Draw("deprivation").Areas.Count.ShouldBe(12);
        place.Draw("youth-justice-spend").Totals.Single(t => t.Period == "2024-25").Figure.Value.ShouldBe(5_615_546 + 1_074_770 + 1_197_701 + 4_706_992 + 2_790);
    }

    [Fact]
    public void A_council_that_took_the_place_of_districts_is_counted_among_their_people()
    {
        // 140 per 100,000 of the children aged 10 to 17 of Craven, Hambleton, Harrogate, Richmondshire, Ryedale, Scarborough and Selby in mid-2020.
        AreaRow row = new WorkedPlace("north-yorkshire").Draw("first-time-entrants").Rows.Single(r => r.Area == "E06000065" && r.Period == "2024");
        row.Figure.Denominator.ShouldBe(ChildrenOf("E07000163", "E07000164", "E07000165", "E07000166", "E07000167", "E07000168", "E07000169"));
        row.Figure.Interval.ShouldNotBeNull();
    }

    private static double ChildrenOf(params string[] districts)
    {
        string[][] rows = [.. File.ReadLines(Path.Combine(TestData.Root, "vocabulary", "statistics", "population20_ltla21.csv")).Select(l => l.Split(',')).Select(r => r.Select(c => c.Trim('"')).ToArray())];
        int[] ages = [.. Enumerable.Range(10, 8).Select(age => Array.IndexOf(rows[0], $"{age}"))];
        return rows.Where(r => districts.Contains(r[0])).Sum(r => ages.Sum(a => double.Parse(r[a], System.Globalization.CultureInfo.InvariantCulture)));
    }
}
