using NodaTime.Extensions;
using Shiremoot.Spine;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Spine;

[Trait("kind", "store")]
public sealed class PersonSpineTests
{
    private const string Four = """
        police P1 | Ann | Lee | 1990-01-02 | B1 1AA
        probation S1 | Ann | Lee | 1990-01-02 | B1 1AA
        police P2 | Bob | Ray | 1985-05-05 | B2 2BB
        probation S2 | Cat | Fox | 1970-07-07 | B3 3CC
        """;

    public static TheoryData<string> Kinds => TestStore.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_first_build_gives_every_cluster_an_id_and_is_audited(string kind)
    {
        using Bench bench = new(kind);
        SpineBuild build = bench.Build(Four);
        build.Kind.ShouldBe(BuildKind.First);
        bench.Person("police P1").ShouldBe(bench.Person("probation S1"));
        bench.People("police P1", "police P2", "probation S2").Distinct().Count().ShouldBe(3);
        Auditing.Latest(bench.Store, 1)[0].Action.ShouldBe("combine");
        bench.Spine.ByAgency().Select(a => a.Agency).ShouldBe(["police", "probation"]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_rebuild_with_nothing_changed_writes_nothing(string kind)
    {
        using Bench bench = new(kind);
        SpineBuild first = bench.Build(Four);
        int lines = Auditing.Latest(bench.Store, 100).Count;
        bench.Build(Four).Id.ShouldBe(first.Id);
        bench.Spine.Builds().Count.ShouldBe(1);
        Auditing.Latest(bench.Store, 100).Count.ShouldBe(lines);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_record_that_changes_sides_is_logged_and_the_past_can_still_be_asked_for(string kind)
    {
        using Bench bench = new(kind);
        bench.Build(Four);
        long ann = bench.Person("police P1");
        NodaTime.Instant then = bench.Now;
        bench.Clock.Advance(TimeSpan.FromDays(30));
        bench.Build(Four.Replace("probation S1 | Ann | Lee | 1990-01-02 | B1 1AA", "probation S1 | Bob | Ray | 1985-05-05 | B2 2BB"));

        bench.Person("police P1").ShouldBe(ann);
        bench.Person("probation S1").ShouldBe(bench.Person("police P2"));
        bench.Spine.PersonOf(SmallRecords.Name("probation S1"), then).ShouldBe(ann);
        bench.Spine.AsOf(then).Count(m => m.Person == ann).ShouldBe(2);
        SpineChange split = bench.Spine.Changes(10).Single();
        (split.IsMerge, split.Person, split.Who).ShouldBe((false, ann, "system"));
        bench.Spine.HistoryOf(SmallRecords.Name("probation S1")).Select(m => m.Until is null).ShouldBe([false, true]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_decision_is_kept_honoured_by_every_rebuild_and_its_withdrawal_stays_on_record(string kind)
    {
        using Bench bench = new(kind);
        bench.Build(Four);
        (RecordName p1, RecordName s1, RecordName p2) = (SmallRecords.Name("police P1"), SmallRecords.Name("probation S1"), SmallRecords.Name("police P2"));
        LinkDecisions.Decide(bench.Store, bench.Clock, p1, s1, Verdict.Different, "", "rev").IsRefused.ShouldBeTrue();
        LinkDecision apart = LinkDecisions.Decide(bench.Store, bench.Clock, s1, p1, Verdict.Different, "Two women, seen together", "rev").Value;
        LinkDecisions.Decide(bench.Store, bench.Clock, p1, p2, Verdict.Same, "Changed his name by deed", "rev").IsRefused.ShouldBeFalse();
        bench.Build(Four);
        bench.Person("police P1").ShouldNotBe(bench.Person("probation S1"));
        bench.Person("police P1").ShouldBe(bench.Person("police P2"));
        bench.Build(Four + "\nprobation S9 | Dan | Roe | 1999-09-09 | B9 9XX");
        bench.Person("police P1").ShouldBe(bench.Person("police P2"));

        LinkDecisions.Withdraw(bench.Store, bench.Clock, apart.Id, "The photographs were of one", "chief").IsRefused.ShouldBeFalse();
        LinkDecisions.Withdraw(bench.Store, bench.Clock, apart.Id, "Again", "chief").IsRefused.ShouldBeTrue();
        bench.Build(Four);
        bench.Person("police P1").ShouldBe(bench.Person("probation S1"));
        LinkDecisions.Of(bench.Store, p1, s1).Single().Withdrawn!.Value.Who.ShouldBe("chief");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void New_and_changed_records_are_worked_in_and_nobody_else_moves(string kind)
    {
        using Bench bench = new(kind);
        bench.Build(Four);
        long[] before = bench.People("police P1", "probation S1", "police P2");
        bench.WorkIn(Four.Replace("S2 | Cat", "S2 | Cathy") + "\nhealth H1 | Ann | Lee | 1990-01-02 | B1 1AA\nhealth H2 | Eve | Day | 1960-06-06 | B6 6FF");
        bench.People("police P1", "probation S1", "police P2").ShouldBe(before);
        bench.Person("health H1").ShouldBe(before[0]);
        before.ShouldNotContain(bench.Person("health H2"));
        bench.Spine.Latest()!.Kind.ShouldBe(BuildKind.Update);
        bench.Spine.Compare(SmallRecords.Table(Four.Replace("S2 | Cat", "S2 | Cathy"))).Fresh.ShouldBeEmpty();
        bench.WorkIn(Four);
        bench.Spine.PersonOf(SmallRecords.Name("health H2"), bench.Now).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_the_spine_holds_of_a_record_can_be_deleted_for_good(string kind)
    {
        using Bench bench = new(kind);
        bench.Build(Four);
        RecordName p1 = SmallRecords.Name("police P1");
        LinkDecisions.Decide(bench.Store, bench.Clock, p1, SmallRecords.Name("police P2"), Verdict.Different, "No", "rev");
        bench.Spine.Forget(p1);
        bench.Spine.HistoryOf(p1).ShouldBeEmpty();
        LinkDecisions.All(bench.Store).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_queue_is_in_the_order_of_what_a_decision_would_change_and_leaves_out_what_is_decided(string kind)
    {
        using Bench bench = new(kind);
        bench.Build("""
            police P1 | Ann | Lee | 1990-01-02 | B1 1AA | X1
            probation S1 | Ann | Lee | 1990-01-02 | B1 1AA | X1
            police P2 | Ann | Lee | 1990-01-02 | B1 1AA | X2
            police P3 | Bob | Ray | 1985-05-05 | B2 2BB | Y1
            probation S3 | Bob | Ray | 1985-05-05 | B2 2BB | Y2
            """);
        (IReadOnlyList<ReviewCase> cases, int all) = bench.Spine.Queue(0, 10);
        cases.Select(c => c.Weight).ShouldBe(cases.Select(c => c.Weight).OrderDescending());
        cases[0].Kind.ShouldBe(ReviewKind.OnePerPerson);
        cases[0].Pairs.ShouldBe(2);
        LinkDecisions.Decide(bench.Store, bench.Clock, cases[0].A, cases[0].B, Verdict.Unsure, "Nobody knows", "rev");
        bench.Spine.Queue(0, 10).All.ShouldBe(all - 1);
    }

    [Fact]
    public void A_model_comes_back_from_the_store_as_it_was()
    {
        LinkModel small = SmallRecords.Model;
        LinkModel model = small with { Kin = [new KinContext("twins", "same(born)", small.Comparisons[2].Levels[0].Conditions) { Prior = 0.25, Levels = [.. small.Comparisons.Select(c => (IReadOnlyList<(double, double)>)[.. c.Levels.Select(_ => (0.5, 0.125))])] }] };
        string text = LinkModelText.Write(model);
        LinkModelText.Write(LinkModelFile.ReadText(text, "kept").Value).ShouldBe(text);
        LinkModelFile.ReadText(text, "kept").Value.Kin[0].Levels[0][0].ShouldBe((0.5, 0.125));
        LinkModelFile.ReadText("{", "kept").Refused(out Refusal? why, out _).ShouldBeTrue();
        why.ShouldNotBeNull();
    }

    private sealed class Bench : IDisposable
    {
        private readonly TestStore test;

        public Bench(string kind) => (test, Store) = (test = new TestStore(kind), test.Open());

        public IStore Store { get; }

        public HandClock Clock { get; } = new();

        public NodaTime.Instant Now => Clock.GetUtcNow().ToInstant();

        public PersonSpine Spine => new(Store, Clock);

        public SpineBuild Build(string lines)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            return Spine.Keep(SmallRecords.Link(lines, DecidedPairs.Of(LinkDecisions.All(Store), SmallRecords.Table(lines))), SmallRecords.Model, "Test").Value;
        }

        public void WorkIn(string lines)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            RecordTable table = SmallRecords.Table(lines);
            SpineState state = Spine.Compare(table);
            LivingRecords living = new(table, Spine.Model(SmallRecords.Model).Value.Model, state.People, []);
            LivingChange change = LivingUpdate.Of(living, state.Left, state.Fresh, [], [], Spine.Latest()!.LastPerson + 1);
            Spine.Keep(living, change, state.Gone, BuildKind.Update, "Test").IsRefused.ShouldBeFalse();
        }

        public long Person(string name) => Spine.PersonOf(SmallRecords.Name(name), Now)!.Value;

        public long[] People(params string[] names) => [.. names.Select(Person)];

        public void Dispose() => test.Dispose();
    }

    private sealed class HandClock : TimeProvider
    {
        private DateTimeOffset now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => now;

        public void Advance(TimeSpan by) => now += by;
    }
}
