using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Cli;

/// <summary>What keeps workers from a simulation, and what becomes of it: real programs, a real PostgreSQL.</summary>
[Trait("kind", "store")]
public sealed class WorkVerbTests : IDisposable
{
    private static readonly string Model = Path.Combine(TestData.Root, "vocabulary", "models", "justice-network.yaml");
    private static readonly string[] Small = ["simulate", Model, "--runs", "2", "--years", "1", "--warm-up", "0"];
    private static readonly string[] NotWaiting = ["--patience", "0"];
    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-work-").FullName;

    [PostgresFact]
    public void Without_a_worker_it_is_said_whose_build_is_at_work_and_the_same_question_takes_up_what_was_handed_over()
    {
        using TeamDatabase team = new();
        string[] spread = Spread(team);
        CommandLine.Run([.. spread, .. NotWaiting]).Errors.ShouldContain("WORK-06: No worker of this build");
        team.Do($"INSERT INTO shiremoot_work.qrtz_scheduler_state (sched_name, instance_name, last_checkin_time, checkin_interval) VALUES ('shiremoot 9.9.9-other', 'elsewhere', {TimeProvider.System.GetUtcNow().AddHours(1).Ticks}, 2000)");
        Ended told = CommandLine.Run([.. spread, .. NotWaiting]);
        told.Code.ShouldBe(1);
        told.Errors.ShouldContain("1 of 9.9.9-other");
        Ended worked = CommandLine.Run("work", "--once", "--store", team.Address, "--json");
        worked.Json.GetProperty("finished").GetInt32().ShouldBe(2);
        Ended again = CommandLine.Run([.. spread, .. NotWaiting]);
        again.Code.ShouldBe(0, again.Errors);
        again.Output.ShouldBe(CommandLine.Run(Small).Output);
        again.Errors.ShouldContain("slices 2, begun 2 times");
    }

    [PostgresFact]
    public void A_worker_leaves_the_simulations_of_another_build_alone_and_says_so()
    {
        using TeamDatabase team = new();
        CommandLine.Run([.. Spread(team), .. NotWaiting]).Code.ShouldBe(1);
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
    public void A_slice_that_goes_wrong_is_tried_three_times_a_model_that_cannot_be_read_once_and_both_are_told()
    {
        using TeamDatabase team = new();
        string[] spread = [.. Spread(team), "--figures", Out("a.csv")];
        CommandLine.Run([.. spread, .. NotWaiting]).Code.ShouldBe(1);
        string asked = team.Ask<string>("SELECT asked FROM shiremoot_work.simulation");
        team.Do("UPDATE shiremoot_work.simulation SET asked = 'no JSON'");
        using RunningCommand worker = new("work", "--threads", "1", "--store", team.Address);
        Ended told = CommandLine.Run([.. spread, "--json"]);
        told.Code.ShouldBe(1);
        told.Json.GetProperty("refused").GetProperty("code").GetString().ShouldBe("WORK-02");
        string[] attempts = [.. told.Json.GetProperty("refused").GetProperty("details").EnumerateArray().Select(d => d.GetString()!)];
        attempts.Length.ShouldBe(3);
        attempts.ShouldAllBe(a => a.Contains("JsonException"));

        team.Do($"UPDATE shiremoot_work.simulation SET asked = '{asked.Replace("'", "''").Replace("id: magistrates", "id: magistrate")}'");
        told = CommandLine.Run(spread);
        told.Code.ShouldBe(1);
        told.Errors.ShouldContain("PLACE-04: Worker ");
        told.Errors.ShouldContain("is not a stage");
        team.Ask<long>("SELECT count(*) FROM shiremoot_work.simulation_slice").ShouldBe(0);
        File.Exists(Out("a.csv")).ShouldBeFalse();

        // Put right and asked again, it is done.
        team.Do($"UPDATE shiremoot_work.simulation SET asked = '{asked.Replace("'", "''")}'");
        CommandLine.Run(spread).Code.ShouldBe(0);
        File.Exists(Out("a.csv")).ShouldBeTrue();
    }

    [Fact]
    public void Workers_need_a_server_and_say_so()
    {
        CommandLine.Run("work", "--store", Out("a.db")).Errors.ShouldContain("WORK-05");
        CommandLine.Run("work", "--store", "postgresql://nobody@127.0.0.1:1/none").Errors.ShouldContain("STORE-04");
        CommandLine.Run([.. Small, "--spread", "--store", Out("a.db")]).Errors.ShouldContain("WORK-05");
    }

    [Theory]
    [InlineData("WORK-10", "--spread", "--engines", "--figures", "a.csv")]
    [InlineData("WORK-11", "--slices", "2", "--patience", "3")]
    [InlineData("CLI-03", "--figures", "no/such/folder/a.csv")]
    [InlineData("CLI-05", "--figures", "a.csv", "--out", "a.csv")]
    public void What_cannot_be_asked_together_is_refused_before_anything_is_run(string code, params string[] options)
    {
        Ended told = CommandLine.Run([.. Small, .. options]);
        told.Code.ShouldBe(1);
        told.Errors.ShouldStartWith(code);
        File.Exists("a.csv").ShouldBeFalse();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string[] Spread(TeamDatabase team) => [.. Small, "--spread", "--slices", "2", "--store", team.Address];

    private string Out(string name) => Path.Combine(folder, name);
}
