using Shiremoot.Picture;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Places;

/// <summary>The published figures of the Iowa records, by way of feed, cohort and measure files alone.</summary>
[Trait("kind", "golden")]
public sealed class IowaTests
{
    private const string Data = "iowa-recidivism/iowa_3year_recidivism.csv.gz";

    [DataFact(Data)]
    public void The_published_figures_come_out()
    {
        using PublicPlace iowa = new("iowa", TestStore.Sqlite);
        iowa.Receipts.Single().RowsAccepted.ShouldBe(26020);
        PeoplePicture returned = iowa.Draw("returned");
        (returned.All.With!.Value.Shown, returned.All.People.Shown).ShouldBe((8681, 26020));
        Share(returned, "", "Everyone").ShouldBe(0.3336, 0.00005);
        Share(returned, "sex", "female").ShouldBe(0.2926, 0.00005);
        Share(returned, "sex", "male").ShouldBe(0.3397, 0.00005);
        PeopleRow days = iowa.Draw("days-to-return").All;
        (days.People.Shown, days.Median!.Value.Shown).ShouldBe((8681, 418.0));
        days.Mean!.Value.Shown!.Value.ShouldBe(469.93, 0.005);
    }

    [DataFact(Data)]
    public void Release_types_come_out_as_written_and_joined()
    {
        using PublicPlace iowa = new("iowa", TestStore.Sqlite);
        PeoplePicture returned = iowa.Draw("returned");

        // The published rates of each spelling.
        Share(returned, "release_type_written", "Parole").ShouldBe(0.3724, 0.00005);
        Share(returned, "release_type_written", "Discharged – End of Sentence").ShouldBe(0.2443, 0.00005);

        // Joined, a type's numbers are the sums of its spellings'.
        Sum(returned, "Parole", "Parole Granted").ShouldBe(Counts(returned, "release_type", "Parole"));
        Sum(returned, "Discharged – End of Sentence", "Discharged - Expiration of Sentence").ShouldBe(Counts(returned, "release_type", "End of sentence"));
        returned.Rows.Where(r => r.By == "release_type").Sum(r => r.People.Shown!.Value).ShouldBe(26020);
    }

    [PostgresDataFact(Data)]
    public void Both_stores_give_the_same_tables()
    {
        using PublicPlace one = new("iowa", TestStore.Sqlite), other = new("iowa", TestStore.Postgres);
        other.Everything().ShouldBe(one.Everything());
    }

    private static PeopleRow Row(PeoplePicture picture, string by, string group) => picture.Rows.Single(r => r.By == by && r.Group == group);

    private static double Share(PeoplePicture picture, string by, string group) => Row(picture, by, group).Share!.Value.Value!.Value;

    private static (long, long) Counts(PeoplePicture picture, string by, string group) => (Row(picture, by, group).With!.Value.Shown!.Value, Row(picture, by, group).People.Shown!.Value);

    private static (long, long) Sum(PeoplePicture picture, string one, string other)
    {
        (long with, long people) = Counts(picture, "release_type_written", one);
        (long with2, long people2) = Counts(picture, "release_type_written", other);
        return (with + with2, people + people2);
    }
}
