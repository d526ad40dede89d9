using System.Diagnostics;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Cli;

/// <summary>Simulations spread over worker processes: real programs, a real PostgreSQL.</summary>
[Trait("kind", "store")]
public sealed class WorkVerbTests : IDisposable
{
    private const int Slices = 7;
    private static readonly string Model = Path.Combine(TestData.Root, "vocabulary", "models", "justice-network.yaml");
    private static readonly string[] Small = ["--runs", "2", "--slices", "2", "--years", "1", "--warm-up", "0"];
    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-work-").FullName;

    [PostgresFact]
    public void With_a_worker_killed_midway_three_give_the_bytes_of_one_process_and_count_each_slice_once()
    {
        using TeamDatabase team = new();
        string[] asked = [Model, "--runs", "56", "--slices", $"{Slices}", "--years", "10", "--warm-up", "3", "--seed", "11"];
        (string one, string spread) = (Out("one.csv"), Out("spread.csv"));
        CommandLine.Run(["spread", .. asked, "--here", "--out", one]).Code.ShouldBe(0);

        using RunningCommand victim = Worker(team), second = Worker(team), third = Worker(team);
        string name = victim.Says("is at work on").Split(' ')[1];
        second.Says("is at work on");
        third.Says("is at work on");
        Task<Ended> asker = Task.Run(() => CommandLine.Run(["spread", .. asked, "--store", team.Address, "--out", spread, "--json"]));
        victim.Says(", slice ");
        long open = Wait(() => team.Ask<long>("SELECT coalesce(max(slice), -1) FROM shiremoot_work.simulation_attempt a WHERE worker = @name AND NOT EXISTS (SELECT 1 FROM shiremoot_work.simulation_slice f WHERE f.slice = a.slice)", new { name }), found => found >= 0);
        victim.Kill();

        Ended ended = asker.Result;
        ended.Code.ShouldBe(0, ended.Errors);
        File.ReadAllBytes(spread).ShouldBe(File.ReadAllBytes(one));
        team.Ask<long>("SELECT count(*) FROM shiremoot_work.simulation_slice").ShouldBe(Slices);
        team.Ask<long>("SELECT count(DISTINCT slice) FROM shiremoot_work.simulation_slice").ShouldBe(Slices);
        JsonElement[] workers = [.. ended.Json.GetProperty("workers").EnumerateArray()];
        workers.Length.ShouldBe(3);
        workers.Sum(w => w.GetProperty("slices").GetInt32()).ShouldBe(Slices);
        // The slice in the hands of the one that died was begun again by another.
        team.Ask<long>("SELECT count(*) FROM shiremoot_work.simulation_attempt WHERE slice = @open", new { open }).ShouldBe(2);
        team.Ask<bool>("SELECT worker <> @name FROM shiremoot_work.simulation_slice WHERE slice = @open", new { open, name }).ShouldBeTrue();
        team.Ask<long>("SELECT count(*) FROM shiremoot_work.simulation_attempt").ShouldBe(Slices + 1);
    }

    [PostgresFact]
    public void Without_a_worker_it_is_said_whose_build_is_at_work_and_the_same_question_takes_up_what_was_handed_over()
    {
        using TeamDatabase team = new();
        string[] spread = ["spread", Model, .. Small, "--store", team.Address, "--out", Out("a.csv"), "--patience", "1"];
        CommandLine.Run(spread).Errors.ShouldContain("WORK-06: No worker of this build");
        team.Do($"INSERT INTO shiremoot_work.qrtz_scheduler_state (sched_name, instance_name, last_checkin_time, checkin_interval) VALUES ('shiremoot 9.9.9-other', 'elsewhere', {TimeProvider.System.GetUtcNow().AddHours(1).Ticks}, 2000)");
        Ended told = CommandLine.Run(spread);
        told.Code.ShouldBe(1);
        told.Errors.ShouldContain("1 of 9.9.9-other");
        Ended worked = CommandLine.Run("work", "--once", "--store", team.Address, "--json");
        worked.Json.GetProperty("finished").GetInt32().ShouldBe(2);
        Ended again = CommandLine.Run([.. spread, "--json"]);
        again.Code.ShouldBe(0, again.Errors);
        again.Json.GetProperty("finished_before").GetInt32().ShouldBe(2);
        again.Json.GetProperty("attempts").GetInt32().ShouldBe(2);
    }

    [PostgresFact]
    public void A_worker_leaves_the_simulations_of_another_build_alone_and_says_so()
    {
        using TeamDatabase team = new();
        CommandLine.Run(["spread", Model, .. Small, "--store", team.Address, "--out", Out("a.csv"), "--patience", "1"]).Code.ShouldBe(1);
        team.Do("UPDATE shiremoot_work.simulation SET build = '9.9.9-other'");
        // As the other build would have written its jobs: under the name of its cluster.
        team.Do("""
            CREATE TABLE moved AS SELECT * FROM shiremoot_work.qrtz_triggers;
            CREATE TABLE moved_simple AS SELECT * FROM shiremoot_work.qrtz_simple_triggers;
            DELETE FROM shiremoot_work.qrtz_simple_triggers;
            DELETE FROM shiremoot_work.qrtz_triggers;
            UPDATE shiremoot_work.qrtz_job_details SET sched_name = 'shiremoot 9.9.9-other';
            UPDATE moved SET sched_name = 'shiremoot 9.9.9-other';
            UPDATE moved_simple SET sched_name = 'shiremoot 9.9.9-other';
            INSERT INTO shiremoot_work.qrtz_triggers SELECT * FROM moved;
            INSERT INTO shiremoot_work.qrtz_simple_triggers SELECT * FROM moved_simple;
            """);
        Ended worked = CommandLine.Run("work", "--once", "--store", team.Address);
        worked.Code.ShouldBe(0);
        worked.Errors.ShouldContain("2 slices wait for workers of another build: 9.9.9-other");
        team.Ask<long>("SELECT count(*) FROM shiremoot_work.simulation_attempt").ShouldBe(0);
    }

    [PostgresFact]
    public void A_model_that_a_worker_cannot_read_is_refused_once_and_told_to_whoever_asks()
    {
        using TeamDatabase team = new();
        string[] spread = ["spread", Model, .. Small, "--store", team.Address, "--out", Out("a.csv")];
        CommandLine.Run([.. spread, "--patience", "1"]).Code.ShouldBe(1);
        team.Do("UPDATE shiremoot_work.simulation SET asked = replace(asked, 'id: magistrates', 'id: magistrate')");
        using RunningCommand worker = Worker(team);
        Ended told = CommandLine.Run(spread);
        told.Code.ShouldBe(1);
        told.Errors.ShouldContain("PLACE-04: Worker ");
        told.Errors.ShouldContain("is not a stage");
        team.Ask<long>("SELECT count(*) FROM shiremoot_work.simulation_slice").ShouldBe(0);
        File.Exists(Out("a.csv")).ShouldBeFalse();
    }

    [PostgresFact]
    public void A_slice_that_goes_wrong_is_tried_three_times_and_each_time_is_told()
    {
        using TeamDatabase team = new();
        string[] spread = ["spread", Model, .. Small, "--store", team.Address, "--out", Out("a.csv")];
        CommandLine.Run([.. spread, "--patience", "1"]).Code.ShouldBe(1);
        string asked = team.Ask<string>("SELECT asked FROM shiremoot_work.simulation");
        team.Do("UPDATE shiremoot_work.simulation SET asked = 'no JSON'");
        using RunningCommand worker = Worker(team);
        Ended told = CommandLine.Run([.. spread, "--json"]);
        told.Code.ShouldBe(1);
        told.Json.GetProperty("refused").GetProperty("code").GetString().ShouldBe("WORK-02");
        string[] attempts = [.. told.Json.GetProperty("refused").GetProperty("details").EnumerateArray().Select(d => d.GetString()!)];
        attempts.Length.ShouldBe(3);
        attempts.ShouldAllBe(a => a.Contains("JsonException"));
        // Put right and asked again, it is done.
        team.Do($"UPDATE shiremoot_work.simulation SET asked = '{asked.Replace("'", "''")}'");
        CommandLine.Run(spread).Code.ShouldBe(0);
    }

    [Fact]
    public void Workers_need_a_server_and_say_so()
    {
        CommandLine.Run("work", "--store", Out("a.db")).Errors.ShouldContain("WORK-05");
        CommandLine.Run("work", "--store", "postgresql://nobody@127.0.0.1:1/none").Errors.ShouldContain("STORE-04");
        Ended none = CommandLine.Run("spread", Model, "--runs", "2", "--slices", "3", "--out", Out("a.csv"), "--here");
        none.Code.ShouldBe(1);
        none.Errors.ShouldContain("WORK-01");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static RunningCommand Worker(TeamDatabase team) => new("work", "--threads", "1", "--store", team.Address);

    private string Out(string name) => Path.Combine(folder, name);

    private static T Wait<T>(Func<T> ask, Func<T, bool> isThere)
    {
        Stopwatch watch = Stopwatch.StartNew();
        T found = ask();
        while (!isThere(found))
        {
            watch.Elapsed.TotalSeconds.ShouldBeLessThan(60);
            found = ask();
        }
        return found;
    }
}
