using System.Globalization;
using Dapper;
using Shiremoot.Records;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Records;

/// <summary>Stories read from rows as they lie in a store, on each kind of store.</summary>
[Trait("kind", "store")]
public sealed class StoriesTests
{
    private static readonly StoryAccess Access = new(Auditing.Picture, "test", TimeProvider.System);

    public static TheoryData<string> Kinds => TestStore.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Events_stand_by_person_then_day_then_minute_then_row(string kind)
    {
        using TestStore test = new(kind);
        Stories stories = Written(
            test, [("p1", null, null), ("p2", null, null)],
            [("p2", "b", 20, null), ("p1", "c", 10, 90), ("p1", "d", 10, 30), ("p1", "e", null, null), ("p1", "f", 10, 30), ("p1", "a", 5, null), ("p3", "x", 1, null)]);
        stories.PeopleCount.ShouldBe(3);
        stories.First.ShouldBe([0, 5, 6, 7]);
        string.Concat(stories.Kind.Select(k => stories.Kinds[k])).ShouldBe("eadfcbx");
        stories.MinuteCells.All().ShouldBe([-1, -1, 30, 30, 90, -1, -1]);
        stories.Dated.ShouldBe((Days.Date(1), Days.Date(20)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_latest_known_value_of_a_person_holds(string kind)
    {
        using TestStore test = new(kind);
        Stories stories = Written(
            test, [("p1", "female", """{"score":3,"town":"Ash £ \"x\"","when":"2024-01-02"}"""), ("p2", null, null), ("p1", null, """{"score":4,"ok":"true"}"""), ("p1", "male", """{"town":"Elm"}""")], []);
        Text(stories, "sex").ShouldBe(["male", null]);
        Text(stories, "town").ShouldBe(["Elm", null]);
        stories.OfPeople.Single(c => c.Name == "score").Numbers.ShouldBe([4.0, double.NaN]);
        stories.OfPeople.Single(c => c.Name == "when").Days.ShouldBe([Days.Number(new(2024, 1, 2)), Days.Unknown]);
        stories.OfPeople.Single(c => c.Name == "ok").Value.ShouldBe(StoryValue.Flag);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_column_of_numbers_that_meets_a_word_is_text(string kind)
    {
        using TestStore test = new(kind);
        Stories stories = Written(test, [("p1", null, """{"a":3,"b":"x"}"""), ("p2", null, """{"a":"3½","b":7.5}"""), ("p3", null, """{"a":0.1}""")], []);
        Text(stories, "a").ShouldBe(["3", "3½", "0.1"]);
        Text(stories, "b").ShouldBe(["x", "7.5", null]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Only_active_loads_are_read_and_every_read_is_audited(string kind)
    {
        using TestStore test = new(kind);
        IStore store = test.Open();
        Write(store, 1, "replaced", [("old", null, null)], []);
        Write(store, 2, "active", [("new", null, null)], []);
        Write(store, 3, "active", [("other", null, null), ("new", null, null)], []);
        Stories.Read(store, Access).Value.PeopleCount.ShouldBe(2);
        Stories.Read(store, Access, loads: [2]).Value.PeopleCount.ShouldBe(1);
        Stories.Read(store, Access, loads: [1]).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Says.ShouldBe("Load 1 is not part of the place's data.");
        Auditing.Latest(store, 10).Select(e => (e.Purpose, e.Action, e.Subject)).ShouldBe([("picture", "consult", "stories of loads 2"), ("picture", "consult", "stories of loads 2, 3")]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_reference_at_two_agencies_is_two_people(string kind)
    {
        using TestStore test = new(kind);
        IStore store = test.Open();
        Write(store, 1, "active", [("1", null, null)], [], "police");
        Write(store, 2, "active", [("1", null, null)], [("1", "arrest", 1, null)], "prison");
        Stories stories = Stories.Read(store, Access).Value;
        stories.PeopleCount.ShouldBe(2);
        stories.First.ShouldBe([0, 0, 1]);
        Text(stories, "agency").ShouldBe(["police", "prison"]);
    }

    [Fact]
    public void An_empty_place_has_no_stories_and_no_days()
    {
        using TestStore test = new(TestStore.Sqlite);
        Stories stories = Stories.Read(test.Open(), Access).Value;
        (stories.PeopleCount, stories.EventCount, stories.Dated).ShouldBe((0, 0, null));
    }

    [Fact]
    public void Random_events_come_in_the_order_that_sorting_objects_gives()
    {
        Random random = new(5);
        for (int round = 0; round < 60; round++)
        {
            int people = random.Next(1, 6), events = random.Next(0, 300);
            int[] person = [.. Enumerable.Range(0, events).Select(_ => random.Next(people))], day = [.. Enumerable.Range(0, events).Select(_ => random.Next(5) == 0 ? Days.Unknown : random.Next(-20, 20))];
            short[] minute = [.. Enumerable.Range(0, events).Select(_ => (short)random.Next(-1, 3))];
            (int[] order, int[] first) = Shiremoot.Records.StoriesReading.EventOrder.Of(person, day, minute, people);
            order.ShouldBe([.. Enumerable.Range(0, events).OrderBy(e => person[e]).ThenBy(e => day[e]).ThenBy(e => minute[e]).ThenBy(e => e)]);
            first.ShouldBe([.. Enumerable.Range(0, people + 1).Select(p => person.Count(at => at < p))]);
        }
    }

    private static string?[] Text(Stories stories, string name)
    {
        StoryColumn column = stories.OfPeople.Single(c => c.Name == name);
        return [.. column.Codes.Select(c => c < 0 ? null : column.Words[c])];
    }

    private static Stories Written(TestStore test, (string, string?, string?)[] records, (string, string, int?, int?)[] events)
    {
        IStore store = test.Open();
        Write(store, 1, "active", records, events);
        return Stories.Read(store, Access).Value;
    }

    private static void Write(IStore store, long load, string status, (string Person, string? Sex, string? Attributes)[] records, (string Person, string Kind, int? Day, int? Minute)[] events, string agency = "police")
    {
        using IWriteSession session = store.BeginWrite();
        session.Connection.Execute(
            """
            INSERT INTO load (id, feed, feed_version, slot, file_name, file_hash, content_hash, rows_hash, rows_in, rows_accepted, rows_quarantined, rows_left_out, notes, origin, status, taken_in_at, milliseconds)
            VALUES (@load, 'f', '', @slot, 'f.csv', '', '', '', 1, 1, 0, 0, '[]', 'real', @status, '2024-01-01T00:00:00Z', 1)
            """,
            new { load, slot = load.ToString(CultureInfo.InvariantCulture), status }, session.Transaction);
        BulkBatch people = new(StoreTables.SourceRecord), happened = new(StoreTables.Event);
        for (int i = 0; i < records.Length; i++)
        {
            people.Whole(RowId.Of(load, i + 1));
            foreach (string? text in (string?[])[agency, records[i].Person, null, null, null]) people.Text(text);
            people.Null();
            foreach (string? text in (string?[])[records[i].Sex, null, null, null, records[i].Attributes]) people.Text(text);
        }
        for (int i = 0; i < events.Length; i++)
        {
            happened.Whole(RowId.Of(load, i + 1, 1));
            foreach (string text in (string[])[agency, events[i].Person, events[i].Kind]) happened.Text(text);
            foreach (int? whole in (int?[])[events[i].Day, events[i].Minute])
            {
                if (whole is { } known) happened.Whole(known);
                else happened.Null();
            }
            for (int nulls = 0; nulls < 10; nulls++) happened.Null();
        }
        session.Write(people);
        session.Write(happened);
        session.Commit();
    }
}
