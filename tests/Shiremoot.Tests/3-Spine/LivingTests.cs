using Shiremoot.Spine;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Spine;

[Trait("kind", "property")]
public sealed class LivingTests
{
    private static readonly string[] Forenames = ["ANN", "BOB", "CAT", "DAN", "EVE"], Surnames = ["LEE", "RAY", "FOX", "DAY"];

    [Fact]
    public void A_pair_of_living_records_is_as_sure_as_when_all_was_linked()
    {
        Linked linked = SmallRecords.Link(Lines(120, 3));
        LivingRecords living = new(linked.Table, linked.Model, People(linked), []);
        for (int a = 0; a < 40; a++)
            for (int b = a + 1; b < 40; b++) LivingLinks.Explain(living, a, b).Bits.ShouldBe(linked.Score.Of(a, b), 1e-4);
    }

    [Fact]
    public void Steps_of_a_waterfall_add_up_to_its_sum()
    {
        Linked linked = SmallRecords.Link(Lines(30, 4));
        LivingRecords living = new(linked.Table, linked.Model, People(linked), []);
        PairReasons reasons = LivingLinks.Explain(living, 0, 1);
        reasons.Steps.Sum(s => s.Bits).ShouldBe(reasons.Bits, 1e-4);
    }

    [Fact]
    public void Joined_afresh_without_a_change_people_stay_as_they_are()
    {
        for (int seed = 1; seed < 20; seed++)
        {
            Linked linked = SmallRecords.Link(Lines(80, seed));
            LivingRecords living = new(linked.Table, linked.Model, People(linked), []);
            long[] all = [.. People(linked).Distinct()];
            foreach (IEnumerable<long> some in all.Chunk(3).Append(all))
            {
                LivingChange change = LivingUpdate.Of(living, some, [], [], [], 1000);
                change.After.ShouldBe(change.Before);
            }
        }
    }

    [Fact]
    public void A_new_record_is_found_joined_and_leaves_everyone_else_alone()
    {
        Linked linked = SmallRecords.Link(Lines(80, 7));
        LivingRecords living = new(linked.Table, linked.Model, People(linked), []);
        (RecordTable table, int r) = living.At(11);
        string Value(int column) => System.Text.Encoding.UTF8.GetString(table.Columns[column].Table[table.Columns[column].Of(r)[0]]);
        RecordTable fresh = RecordEntry.Of(linked.Model, "health", "N1", [("forename", Value(0)), ("surname", Value(1)), ("born", Value(2)), ("postcode", Value(3))]);
        LivingLinks.Find(living, fresh, 0).ShouldContain(f => f.Person == living.PersonOf(11) && f.Reasons.Bits > 0);

        long[] before = [.. Enumerable.Range(0, living.Count).Select(living.PersonOf)];
        int first = living.Add(fresh);
        LivingChange change = LivingUpdate.Of(living, [], [first], [], [], 1000);
        LivingUpdate.Apply(living, change);
        living.PersonOf(first).ShouldNotBe(0);
        int[] touched = [.. change.Records];
        Enumerable.Range(0, before.Length).Except(touched).ShouldAllBe(n => living.PersonOf(n) == before[n]);
        living.Remove(first);
        living.RecordsOf(living.PersonOf(11)).ShouldNotContain(first);
    }

    private static long[] People(Linked linked) => [.. linked.Clusters.Select(c => c + 1L)];

    // Few names and dates, so that many records are nearly alike.
    private static string Lines(int records, int seed)
    {
        Random random = new(seed);
        return string.Join('\n', Enumerable.Range(0, records).Select(n =>
            $"{(n % 2 == 0 ? "police" : "probation")} R{n} | {Forenames[random.Next(5)]} | {Surnames[random.Next(4)]} | 1990-01-0{1 + random.Next(6)} | B{1 + random.Next(6)} 1AA | {(random.Next(3) == 0 ? $"X{random.Next(9)}" : "")}"));
    }
}
