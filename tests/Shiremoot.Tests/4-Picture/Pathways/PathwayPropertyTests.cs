using Shiremoot.Picture;
using Shiremoot.Picture.Pathways;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture.Pathways;

/// <summary>The columns agree with the plain twin on random logs, whatever the threads, and with hashes made to meet.</summary>
public sealed class PathwayPropertyTests
{
    public static TheoryData<int, int, int, int> Logs => new() { { 1, 0, 1, 3 }, { 2, 1, 1, 1 }, { 3, 40, 2, 3 }, { 4, 300, 4, 6 }, { 5, 300, 3, 12 }, { 6, 3_000, 9, 5 }, { 7, 30_000, 6, 9 } };

    [Theory, MemberData(nameof(Logs))]
    public void Variants_are_those_of_the_plain_twin(int seed, int cases, int activities, int most)
    {
        (IReadOnlyList<PlainPathways.Case> plain, string[] names) = PlainPathways.Random(seed, cases, activities, most);
        EventColumns log = PlainPathways.Columns(plain, names);
        Dictionary<string, (string Path, int Cases, double Median)> expected = PlainPathways.Variants(plain).ToDictionary(v => v.Path);
        foreach (ulong bits in cases <= 3_000 ? (ulong[])[ulong.MaxValue, 7, 0] : [ulong.MaxValue, 0xFFFF])
            foreach (int threads in (int[])[1, 2, 5])
            {
                Variants found = Variants.Of(log, threads, bits);
                found.All.Length.ShouldBe(expected.Count);
                found.Cases.ShouldBe(plain.Count(c => c.Path.Count > 0));
                foreach (Variant variant in found.All)
                {
                    (_, int of, double median) = expected[string.Join('>', plain[variant.Example].Path)];
                    (variant.Cases, variant.MedianSeconds).ShouldBe((of, median));
                }
                found.All.Zip(found.All.Skip(1)).ShouldAllBe(p => p.First.Cases > p.Second.Cases || (p.First.Cases == p.Second.Cases && p.First.Example < p.Second.Example));
                for (int c = 0; c < plain.Count; c++)
                    if (found.OfCase[c] < 0) plain[c].Path.ShouldBeEmpty();
                    else log.PathOf(found.All[found.OfCase[c]].Example).SequenceEqual(log.PathOf(c)).ShouldBeTrue();
            }
    }

    [Theory, MemberData(nameof(Logs))]
    public void The_network_is_that_of_the_plain_twin(int seed, int cases, int activities, int most)
    {
        (IReadOnlyList<PlainPathways.Case> plain, string[] names) = PlainPathways.Random(seed, cases, activities, most);
        foreach (bool inDays in (bool[])[false, true])
            foreach (int threads in (int[])[1, 2])
            {
                Network network = Network.Of(PlainPathways.Columns(plain, names, inDays), threads);
                Dictionary<(string, string), Move> moves = network.Moves.ToDictionary(m => (names[m.From], names[m.To]));
                int edges = 0;
                foreach ((string from, string to, int count, int with, long[] waits) in PlainPathways.Moves(plain))
                {
                    Move move = moves[(from, to)];
                    (move.Count, move.Cases, move.Wait.Known).ShouldBe((count, with, count));
                    (move.Wait.Tenth, move.Wait.Median, move.Wait.Ninetieth, move.Wait.Most).ShouldBe((PlainPathways.Quantile(waits, 0.1), PlainPathways.Quantile(waits, 0.5), PlainPathways.Quantile(waits, 0.9), (double)waits.Max()));
                    move.Wait.Mean.ShouldBe(waits.Average(), 1e-6);
                    edges++;
                }
                network.Moves.Length.ShouldBe(edges);
                for (int a = 0; a < names.Length; a++)
                {
                    network.Stages.Events[a].ShouldBe(plain.Sum(c => c.Path.Count(p => p == names[a])));
                    network.Stages.Cases[a].ShouldBe(plain.Count(c => c.Path.Contains(names[a])));
                    network.Stages.Starts[a].ShouldBe(plain.Count(c => c.Path.Count > 0 && c.Path[0] == names[a]));
                    network.Stages.Ends[a].ShouldBe(plain.Count(c => c.Path.Count > 0 && c.Path[^1] == names[a]));
                }
            }
    }

    [Theory, MemberData(nameof(Logs))]
    public void What_came_before_and_between_is_that_of_the_plain_twin(int seed, int cases, int activities, int most)
    {
        (IReadOnlyList<PlainPathways.Case> plain, string[] names) = PlainPathways.Random(seed, cases, activities, most);
        EventColumns log = PlainPathways.Columns(plain, names);
        string wanted = names[^1], from = names[0];
        (int At, PlainPathways.Case Case)[] with = [.. plain.Select(c => (c.Path.ToList().IndexOf(wanted), c)).Where(x => x.Item1 >= 0)];

        Before before = Before.Of(log, names.Length - 1, 2);
        before.Cases.ShouldBe(with.Length);
        before.WithNothing.ShouldBe(with.Count(x => x.At == 0));
        foreach (string name in names)
        {
            Earlier? found = before.Stages.Where(s => names[s.Activity] == name).Cast<Earlier?>().SingleOrDefault();
            long[] leads = [.. with.Where(x => x.Case.Path.Take(x.At).Contains(name)).Select(x => x.Case.Seconds[x.At] - x.Case.Seconds[x.Case.Path.ToList().IndexOf(name)])];
            (found?.Cases ?? 0).ShouldBe(leads.Length);
            if (leads.Length > 0) found!.Value.Lead.Median.ShouldBe(PlainPathways.Quantile(leads, 0.5));
        }
        Dictionary<string, int> orders = with.Where(x => x.At > 0).GroupBy(x => string.Join('>', x.Case.Path.Take(x.At).Distinct())).ToDictionary(g => g.Key, g => g.Count());
        before.Orders.All.ToDictionary(v => string.Join('>', before.Log.PathOf(v.Example).ToArray().Select(a => names[a])), v => v.Cases).ShouldBe(orders, ignoreOrder: true);

        Between between = Between.Of(log, 0, names.Length - 1);
        long[] times = [.. plain.Select(c => (Case: c, Start: c.Path.ToList().IndexOf(from))).Where(x => x.Start >= 0)
            .Select(x => (x.Case, x.Start, End: x.Case.Path.ToList().IndexOf(wanted, x.Start + 1))).Where(x => x.End > 0).Select(x => x.Case.Seconds[x.End] - x.Case.Seconds[x.Start])];
        (between.Began, between.Reached).ShouldBe((plain.Count(c => c.Path.Contains(from)), times.Length));
        if (times.Length > 0) (between.Time.Median, between.Time.Most).ShouldBe((PlainPathways.Quantile(times, 0.5), (double)times.Max()));
    }

    [Theory, MemberData(nameof(Logs))]
    public void Flows_lose_nobody(int seed, int cases, int activities, int most)
    {
        (IReadOnlyList<PlainPathways.Case> plain, string[] names) = PlainPathways.Random(seed, cases, activities, most);
        EventColumns log = PlainPathways.Columns(plain, names);
        IReadOnlyList<Flow> flows = StepFlows.Of(log, Variants.Of(log, 1), 4, 2);
        flows.Where(f => f.Step == 0).Sum(f => f.Cases).ShouldBe(plain.Count(c => c.Path.Count > 0));
        foreach (var node in flows.Where(f => f.To is >= 0 or StepFlows.Other).GroupBy(f => (Step: f.Step + 1, Activity: f.To)))
            flows.Where(f => f.Step == node.Key.Step && f.From == node.Key.Activity).Sum(f => f.Cases).ShouldBe(node.Sum(f => f.Cases));
        flows.Where(f => f.To is StepFlows.Ended or StepFlows.GoesOn).Sum(f => f.Cases).ShouldBe(plain.Count(c => c.Path.Count > 0));
    }

    [Fact]
    public void Waits_of_which_an_end_is_not_known_are_left_out_and_moves_are_not()
    {
        EventColumns log = new([0, 3], [0, 1, 0], EventTimes.InDays([Days.Unknown, 5, 9]), ["a", "b"]);
        Network network = Network.Of(log, 1);
        network.Moves.Select(m => (m.From, m.To, m.Count, m.Wait.Known)).ShouldBe([(0, 1, 1, 0), (1, 0, 1, 1)]);
        network.Moves[1].Wait.Median.ShouldBe(4 * 86_400);
        Variants.Of(log, 1).All.Single().MedianSeconds.ShouldBe(double.NaN);
    }
}
