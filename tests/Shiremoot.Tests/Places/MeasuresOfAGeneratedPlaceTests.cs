using Shiremoot.Futures;
using Shiremoot.Picture;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Places;

/// <summary>A small generated place from its extracts to figures: what a score expects, and rates with people held alike.</summary>
[Trait("kind", "golden")]
public sealed class MeasuresOfAGeneratedPlaceTests
{
    [Fact]
    public void Expected_reoffending_and_adjusted_rates_come_from_extracts_and_stay_protected()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("measures");
        string place = Path.Combine(TestData.Root, "places", "west-midlands"), made = Path.Combine(folder.FullName, "made");
        Shire.Generating(place, null).Value.Run(new GenerationAsked(6000, 6, 1, made, 2), null).IsRefused.ShouldBeFalse();
        using (Shire shire = Shire.Open(place, new ShireOptions { Store = Path.Combine(folder.FullName, "store.db"), DataFolder = made }).Value)
        {
            shire.TakeIn([]).IsRefused.ShouldBeFalse();
            shire.BuildSpine().IsRefused.ShouldBeFalse();
            Expected(Draw(shire, "people-expected-reoffending"));
            foreach (string id in (string[])["people-disparity-charged", "people-disparity-custody", "people-disparity-diverted", "people-disparity-remanded"]) Adjusted(Draw(shire, id));
        }
        folder.Delete(recursive: true);
    }

    private static PeoplePicture Draw(Shire shire, string id) => shire.DrawPeople(shire.Measures.Value.OfPeople.Single(m => m.Id == id)).Value;

    private static void Expected(PeoplePicture picture)
    {
        picture.All.Expected!.Ratio.Shown!.Value.ShouldBeInRange(0.5, 4);
        picture.Holding!.Area.Value.Shown!.Value.ShouldBeGreaterThan(0.55);
        picture.Rows.Where(r => r.By == "provider").Select(r => r.Group).ShouldContain("Birmingham");
        picture.Rows.Where(r => r.By == "home_area").Select(r => r.Title).ShouldContain("Coventry");
        PeopleRow[] courts = [.. picture.Rows.Where(r => r.By == "court")];
        courts.Select(r => r.Group).ShouldContain("Central Magistrates' Court");
        PeopleFunnel.Of(picture, "court")!.Points.Count.ShouldBe(3);
        PeopleRow[] tenths = [.. picture.Rows.Where(r => r.By == ExpectedReoffending.ByTenth)];
        tenths.Length.ShouldBe(10);
        tenths[9].Share!.Value.Value!.Value.ShouldBeGreaterThan(tenths[0].Share!.Value.Value!.Value);
        foreach (PeopleRow row in picture.Rows)
        {
            if (row.People.IsWithheld || row.With!.Value.IsWithheld) row.Expected!.Number.IsWithheld.ShouldBeTrue($"{row.By} {row.Group}");
            if (row.Expected!.Number.Shown is { } shown) (shown % 5, shown >= 5).ShouldBe((0, true));
        }
        PeopleFinding.Of(picture)!.ShouldContain("were expected");
        picture.ToTable().Rows.Count().ShouldBe(picture.Rows.Count);
    }

    private static void Adjusted(PeoplePicture picture)
    {
        PeopleRow[] adjusted = [.. picture.Rows.Where(r => r.Adjusted is not null)];
        adjusted.Length.ShouldBeGreaterThan(3);
        foreach (PeopleRow row in adjusted)
        {
            row.Relative!.Ratio.IsWithheld.ShouldBeFalse();
            (row.Adjusted!.Lower.Shown <= row.Adjusted.Ratio.Shown && row.Adjusted.Ratio.Shown <= row.Adjusted.Upper.Shown).ShouldBeTrue($"{row.Group} {row.Adjusted}");
        }
        picture.ToTable().Columns.Select(c => c.Name).ShouldContain("Adjusted rate");
    }
}
