using Shiremoot.Futures;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures;

/// <summary>The folder of a run: whole or not at all, and never over anything else.</summary>
public sealed class ExtractSetTests
{
    [Fact]
    public void A_run_that_is_broken_off_leaves_nothing()
    {
        using MadeExtracts made = new();
        using (ExtractSet set = made.Open(made.Layouts()))
        {
            MadeExtracts.Fill(set, 50, threads: 1, chunk: 10);
            Directory.GetFiles(made.Folder).ShouldAllBe(f => f.EndsWith(".unfinished"));
        }
        Directory.GetFileSystemEntries(made.Folder).ShouldBeEmpty();
    }

    [Fact]
    public void The_order_of_rows_does_not_show_in_what_chunks_people_were_made()
    {
        using MadeExtracts small = new(), large = new();
        small.Make(400, small.Layouts(plantedRate: 0), threads: 2, chunk: 30);
        large.Make(400, large.Layouts(plantedRate: 0), chunk: 400);
        small.Hashes().ShouldBe(large.Hashes(), ignoreOrder: true);
        string[] days = [.. small.Lines("police-stop-search.csv").Skip(1).Select(l => l.Split(',')[2][..10])];
        days.Length.ShouldBeGreaterThan(100);
        days.ShouldBe(days.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_thread_that_waits_for_its_turn_is_let_go_when_the_run_is_broken_off()
    {
        using MadeExtracts made = new();
        ExtractSet set = made.Open(made.Layouts());
        using ManualResetEventSlim ready = new();
        Task waiting = Task.Run(() =>
        {
            ExtractChunk second = set.Begin(1);
            ready.Set();
            set.Append(second);
        });
        ready.Wait();
        set.Dispose();
        Should.Throw<AggregateException>(() => waiting.Wait(TimeSpan.FromSeconds(30))).InnerException.ShouldBeOfType<OperationCanceledException>();
    }

    [Fact]
    public void A_folder_that_holds_something_else_is_refused_and_left_as_it_was()
    {
        using MadeExtracts made = new();
        Directory.CreateDirectory(made.Folder);
        File.WriteAllText(Path.Combine(made.Folder, "court-cases.txt"), "real");
        ExtractSet.Open(made.Folder, made.Layouts(), MadeExtracts.Run(), () => new TestRegistrar()).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("EXTRACT-03");
        File.ReadAllText(Path.Combine(made.Folder, "court-cases.txt")).ShouldBe("real");
        Directory.GetFiles(made.Folder).Length.ShouldBe(1);
    }

    [Fact]
    public void A_later_run_replaces_an_earlier_one_but_not_a_file_someone_put_beside_it()
    {
        using MadeExtracts made = new();
        using (ExtractSet set = made.Open(made.Layouts()))
        {
            set.Also("truth-model.json", "{}\n");
            set.Finish();
        }
        File.ReadAllText(Path.Combine(made.Folder, "truth-model.json")).ShouldBe("{}\n");
        made.Make(20, made.Layouts());
        File.Exists(Path.Combine(made.Folder, "truth-model.json")).ShouldBeFalse();
        made.Lines("GENERATED.txt")[0].ShouldContain("generated");
        File.WriteAllText(Path.Combine(made.Folder, "notes.txt"), "mine");
        ExtractSet.Open(made.Folder, made.Layouts(), MadeExtracts.Run(), () => new TestRegistrar()).IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void What_does_not_fit_the_run_is_refused_and_all_of_it_is_named()
    {
        using MadeExtracts made = new();
        ExtractRun run = MadeExtracts.Run(people: 400_000_000) with { Agencies = ["police"], Until = MadeLives.From, Offences = ["1/1"] };
        ExtractSet.Open(made.Folder, made.Layouts(), run, () => new TestRegistrar()).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("EXTRACT-02");
        foreach (string said in (string[])["nothing is known of how 'courts' writes", "'person_reference' has no room", "the pattern of 'CASE_NO' has no room", "last day is before", "not of five digits"])
            why.Details.ShouldContain(d => d.Contains(said), said);
        Directory.Exists(made.Folder).ShouldBeFalse();
    }
}
