using System.Diagnostics;
using System.Text;
using Shiremoot.Intake;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Intake.BadInput;

/// <summary>Files that are replaced, overwritten or still growing while they are taken in (F25, F26).</summary>
public sealed class ChangingFileTests
{
    private const int Rows = 110_000;
    private static readonly byte[] Whole = Encoding.UTF8.GetBytes(BadInputBench.Header + string.Concat(Enumerable.Range(0, Rows).Select(i => $"A{i:000000},Smith,1990-05-06,01/02/2020,M,29\n")));

    [Fact]
    public void A_file_renamed_over_while_it_is_taken_in_is_taken_in_as_it_was()
    {
        using BadInputBench bench = new();
        string other = bench.Intake.Write("other.csv", BadInputBench.Good);
        Receipt receipt = TakeIn(bench, path => File.Move(other, path, overwrite: true)).Value;
        (receipt.RowsAccepted, bench.Intake.InUse("event")).ShouldBe((Rows, Rows));
    }

    [Fact]
    public void A_file_that_grows_while_it_is_taken_in_is_refused()
    {
        using BadInputBench bench = new();
        RefusedWith(bench, path => Outside($"printf 'A,Smith,,01/02/2020,M,29\\n' >> '{path}'"), "READ-18");
    }

    [Fact]
    public void A_file_cut_while_it_is_taken_in_is_refused()
    {
        using BadInputBench bench = new();
        RefusedWith(bench, path => Outside($"truncate -s -100 '{path}'"), "READ-18");
    }

    [Fact]
    public void A_file_overwritten_in_its_place_and_given_its_old_time_is_refused_by_its_content()
    {
        using BadInputBench bench = new();
        RefusedWith(bench, path => Outside($"touch -r '{path}' '{path}.time' && printf 'A999999,Jones,' | dd of='{path}' bs=1 seek={Whole.Length - 43} conv=notrunc 2>/dev/null && touch -r '{path}.time' '{path}'"), "INTAKE-10");
    }

    private static void RefusedWith(BadInputBench bench, Action<string> change, string code)
    {
        TakeIn(bench, change).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe(code, why.ToString());
        bench.Intake.Query<long>("SELECT count(*) FROM event").ShouldBe([0]);
        Loads.All(bench.Intake.Store).Single().Status.ShouldBe(LoadStatus.Refused);
    }

    // The change is made when the first fifty thousand rows have been read: the rest is still to come.
    private static Outcome<Receipt> TakeIn(BadInputBench bench, Action<string> change)
    {
        string path = bench.Intake.Write("file.csv", Whole);
        bool isDone = false;
        return TakingIn.Load(bench.Intake.Store, bench.Intake.Feed, path, new TakingInOptions
        {
            Clock = TimeProvider.System,
            Areas = (_, _) => null,
            Progress = new Once(() =>
            {
                if (!isDone) change(path);
                isDone = true;
            }),
        });
    }

    // From outside: the runtime keeps its own lock against a second writer in this process.
    private static void Outside(string command)
    {
        using Process shell = Process.Start("sh", ["-c", command]);
        shell.WaitForExit();
        shell.ExitCode.ShouldBe(0);
    }

    private sealed class Once(Action act) : IProgress<Progress>
    {
        public void Report(Progress value) => act();
    }
}
