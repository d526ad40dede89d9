using Shiremoot.Spine;
using Shiremoot.Spine.Comparing;
using Shiremoot.Spine.Parts;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Spine.Comparing;

/// <summary>What a condition of a model says of two records.</summary>
public sealed class MeasureTests : IDisposable
{
    private readonly SpineFiles files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    // Distances between cities on a sphere of 6,371 km: London and Paris 343.6, London and New York 5,570.
    [InlineData("kilometres(north, east) <= 344", "51.5074;-0.1278", "48.8566;2.3522", true)]
    [InlineData("kilometres(north, east) >= 343", "51.5074;-0.1278", "48.8566;2.3522", true)]
    [InlineData("kilometres(north, east) <= 5571", "51.5074;-0.1278", "40.7128;-74.0060", true)]
    [InlineData("kilometres(north, east) >= 5569", "51.5074;-0.1278", "40.7128;-74.0060", true)]
    [InlineData("kilometres(north, east) <= 0.001", "52.48;-1.9", "52.48;-1.9", true)]
    public void Places_are_so_far_apart(string condition, string one, string other, bool holds) =>
        Holds("north: number\n  east: number", condition, "north,east", one.Replace(';', ','), other.Replace(';', ',')).ShouldBe(holds);

    [Theory]
    [InlineData("days_apart(born) <= 1", "2000-02-28", "2000-02-29", true)]
    [InlineData("days_apart(born) <= 1", "1999-02-28", "1999-03-01", true)]
    [InlineData("days_apart(born) <= 365", "2000-01-01", "2001-01-01", false)] // 2000 was a leap year
    [InlineData("days_apart(born) <= 1", "1836-21-01", "1836-21-01", false)]  // no such day: it is not told
    [InlineData("same(born:year)", "1985-03-07", "1985-11-30", true)]
    public void Dates_are_so_many_days_apart(string condition, string one, string other, bool holds) => Holds("born: date", condition, "born", one, other).ShouldBe(holds);

    [Theory]
    [InlineData("shares(codes) >= 2", "A1;B2;C3", "C3;B2", true)]
    [InlineData("shares(codes) >= 2", "A1;B2", "B2;B2", false)] // a list holds a value once
    [InlineData("pairs(codes) <= 6", "A1;B2;C3", "C3;B2", true)]
    [InlineData("pairs(codes) <= 5", "A1;B2;C3", "C3;B2", false)]
    [InlineData("differs(codes)", "A1", "B2", true)]
    [InlineData("differs(codes)", "A1", "", false)]
    [InlineData("missing(codes)", "A1", "", true)]
    [InlineData("known(codes)", "A1", "B2", true)]
    [InlineData("known(codes)", "A1", "", false)]
    public void Lists_have_so_much_in_common(string condition, string one, string other, bool holds) =>
        Holds("codes: { as: identifier, split: \";\" }", condition, "codes", one, other).ShouldBe(holds);

    [Theory]
    [InlineData("ends_apart(days) <= 14", "2020-01-01;2021-06-01", "2019-05-05;2021-06-14", true)]
    [InlineData("ends_apart(days) <= 14", "2021-06-01;2020-01-01", "2020-01-15;2023-01-01", true)]
    [InlineData("ends_apart(days) <= 14", "2020-01-01;2021-06-01", "2020-06-01;2021-01-01", false)]
    public void The_ends_of_two_lists_of_dates_are_so_far_apart(string condition, string one, string other, bool holds) =>
        Holds("days: { as: date, split: \";\" }", condition, "days", one, other).ShouldBe(holds);

    [Theory]
    [InlineData("starts(name)", "ALEX", "ALEXANDER", true)]
    [InlineData("starts(name)", "ALEX", "ALEX", false)]
    [InlineData("edits(name) <= 1", "SMITH", "SMIHT", true)]
    [InlineData("levenshtein(name) <= 1", "SMITH", "SMIHT", false)]
    [InlineData("levenshtein(name) <= 2", "SMITH", "SMIHT", true)]
    [InlineData("same(name:sound)", "KATHERINE", "CATHARINE", true)]
    public void Names_are_so_alike(string condition, string one, string other, bool holds) => Holds("name: name", condition, "name", one, other).ShouldBe(holds);

    [Theory]
    [InlineData("JOHN,SMITH", "SMITH,JOHN", true)]
    [InlineData("JOHN,SMITH", "JOHN,SMITH", false)]
    [InlineData("JOHN,SMITH", "SMITH,JACK", false)]
    [InlineData("JOHN,SMITH", ",JOHN", false)]
    public void Names_are_exchanged(string one, string other, bool holds) => Holds("forename: name\n  surname: name", "swapped(forename, surname)", "forename,surname", one, other).ShouldBe(holds);

    [Fact]
    public void What_is_missing_speaks_neither_for_nor_against()
    {
        LinkModel model = SpineFiles.Model("id: t\nfields: { name: name, born: date }\nblock: [name]\ncompare:\n  - { field: name, as: exact }\n  - { field: born, as: exact }\n");
        RecordTable table = files.Table(model, "name,born\nANN,\nANN,1985-03-07\n");
        Pattern(model, table).ShouldBe(1UL);
    }

    private bool Holds(string fields, string condition, string header, string one, string other)
    {
        LinkModel model = SpineFiles.Model($"id: t\nfields:\n  {fields}\nblock: [{header.Split(',')[0]}]\ncompare:\n  - name: c\n    levels:\n      - {{ when: \"{condition}\" }}\n");
        RecordTable table = files.Table(model, $"{header},row\n{one},1\n{other},2\n");
        return (Pattern(model, table) & 15) == 1;
    }

    private static ulong Pattern(LinkModel model, RecordTable table)
    {
        PairComparer comparer = PairComparer.Of(model, table, new Nicknames([]), (column, part) => ValueParts.Column(column.Table, part));
        (ulong[] patterns, float[] bits, ulong[] turned) = (new ulong[1], new float[1], new ulong[1]);
        comparer.Compare([0], [1], patterns, bits);
        comparer.Compare([1], [0], turned, bits);
        turned.ShouldBe(patterns);
        return patterns[0];
    }
}
