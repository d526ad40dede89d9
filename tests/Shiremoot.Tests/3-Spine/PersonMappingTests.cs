using Shiremoot.Spine;
using Shiremoot.Spine.Keeping;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Spine;

[Trait("kind", "unit")]
public sealed class PersonMappingTests
{
    [Fact]
    public void A_person_keeps_the_id_where_most_of_their_records_stay_together()
    {
        (long[] people, IReadOnlyList<Moved> moves) = PersonMapping.Map([0, 1, 1, 1], [7, 7, 7, 7], [1, 2, 3, 4], 100);
        people.ShouldBe([100, 7, 7, 7]);
        moves.ShouldBe([new Moved(7, 100, 1, IsWhole: false)]);
    }

    [Fact]
    public void At_a_tie_the_oldest_record_says_where_the_id_stays() =>
        PersonMapping.Map([0, 0, 2, 2], [7, 7, 7, 7], [4, 3, 2, 9], 100).People.ShouldBe([100, 100, 7, 7]);

    [Fact]
    public void Of_two_people_joined_the_one_with_more_records_stays()
    {
        (long[] people, IReadOnlyList<Moved> moves) = PersonMapping.Map([0, 0, 0], [3, 8, 8], [1, 2, 3], 100);
        people.ShouldBe([8, 8, 8]);
        moves.ShouldBe([new Moved(3, 8, 1, IsWhole: true)]);
    }

    [Fact]
    public void Of_two_people_alike_in_size_the_older_id_stays() => PersonMapping.Map([0, 0], [9, 4], [1, 2], 100).People.ShouldBe([4, 4]);

    [Fact]
    public void New_records_alone_are_new_people_and_nothing_has_moved()
    {
        (long[] people, IReadOnlyList<Moved> moves) = PersonMapping.Map([0, 1, 0, 3], [0, 0, 5, 0], [0, 0, 1, 0], 100);
        people.ShouldBe([5, 100, 5, 101]);
        moves.ShouldBeEmpty();
    }

    [Fact]
    public void Whatever_changes_every_id_is_of_one_cluster_and_every_cluster_of_one_id()
    {
        Random random = new(11);
        for (int round = 0; round < 300; round++)
        {
            int records = random.Next(1, 40);
            int[] clusters = [.. Enumerable.Range(0, records).Select(_ => random.Next(10))];
            long[] before = [.. clusters.Select(_ => (long)random.Next(8))], age = [.. Enumerable.Range(0, records).Select(r => (long)r)];
            long[] people = PersonMapping.Map(clusters, before, age, 100).People;
            Enumerable.Range(0, records).GroupBy(r => clusters[r]).ShouldAllBe(g => g.Select(r => people[r]).Distinct().Count() == 1);
            Enumerable.Range(0, records).GroupBy(r => people[r]).ShouldAllBe(g => g.Select(r => clusters[r]).Distinct().Count() == 1);
            foreach (long kept in people.Where(p => p < 100)) before.ShouldContain(kept);
        }
    }
}
