using System.Text.Json;
using Shiremoot.Evidence;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Evidence;

/// <summary>What a service of a place compares is sealed before its outcomes are read, and what was not as it should be stays on record.</summary>
public sealed class ServiceRegisterTests : IDisposable
{
    private const string Study = """
        id: mentoring
        title: Mentoring
        source: made for this test
        cohort: ordered
        had: exists(mentoring, within 3 months on or after index)
        alike: [{ name: "Sex", value: sex }]
        outcomes: [{ name: "arrested within a year", to: "first(arrest, after index)", within_days: 365 }]
        note: ""
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-services-").FullName;

    private string File => Path.Combine(folder, "services", EvaluationRegister.FileName);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_registered_service_says_so_and_its_result_is_kept_once_though_it_is_null()
    {
        Register(Study).Registered.ShouldNotBeNull();
        ServiceEffects drawn = Draw(Study);
        drawn.Standing!.Says.ShouldBe("Registered on 2026-03-02, before outcomes were read.");
        Acts().ShouldBe(["registered", "outcomes-read", "result"]);
        System.IO.File.ReadAllText(File).ShouldContain("no difference shown");
        Draw(Study).Standing!.Breaches.ShouldBeEmpty();
        Register(Study).Breaches.ShouldBeEmpty();
        Acts().Length.ShouldBe(3); // the very same again tells nothing new
    }

    [Fact]
    public void A_service_changed_after_its_outcomes_were_read_is_marked_for_good()
    {
        Register(Study);
        Draw(Study);
        string changed = Study.Replace("within_days: 365", "within_days: 180", StringComparison.Ordinal);
        Draw(changed).Standing!.Says.ShouldBe("Changed since it was registered, and outcomes were read: the outcomes.");
        Register(changed).Breaches.ShouldContain("Changed after outcomes had been read: the outcomes.");
        Draw(Study).Standing!.Breaches.Count.ShouldBe(2); // and stays so when it is changed back
    }

    [Fact]
    public void A_service_changed_and_registered_anew_before_outcomes_are_read_is_not()
    {
        Register(Study);
        string changed = Study.Replace("within 3 months", "within 2 months", StringComparison.Ordinal);
        Register(changed).Breaches.ShouldBeEmpty();
        Draw(changed).Standing!.Breaches.ShouldBeEmpty();
    }

    [Fact]
    public void A_title_or_a_note_decides_nothing_and_the_cohort_does()
    {
        Register(Study);
        Draw(Study.Replace("title: Mentoring", "title: Mentors", StringComparison.Ordinal).Replace("note: \"\"", "note: \"Read with care\"", StringComparison.Ordinal)).Standing!.Breaches.ShouldBeEmpty();
        Draw(Study, "count(sentence) >= 1").Standing!.Says.ShouldContain("the cohort");
    }

    [Fact]
    public void Registered_after_its_outcomes_were_read_under_the_register_is_marked()
    {
        Register(Study.Replace("id: mentoring", "id: other", StringComparison.Ordinal));
        Draw(Study).Standing!.Says.ShouldStartWith("Not registered");
        Register(Study).Breaches.ShouldBe(["Registered after its outcomes had been read."]);
    }

    [Fact]
    public void A_place_without_a_register_has_none_written_and_a_broken_one_is_refused()
    {
        Draw(Study).Standing.ShouldBeNull();
        Directory.Exists(Path.GetDirectoryName(File)).ShouldBeFalse();
        Register(Study);
        System.IO.File.WriteAllText(File, System.IO.File.ReadAllText(File).Replace("registered", "regretted", StringComparison.Ordinal));
        ServiceRegister.Draw(Read(Study), Setting(null), folder, new At()).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe("PROTOCOL-01");
    }

    private string[] Acts() => [.. System.IO.File.ReadAllLines(File).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("Action").GetString()!)];

    private ServiceStanding Register(string study) => ServiceRegister.Register(Read(study), Setting(null).Cohorts, folder, new At()).Value;

    private ServiceEffects Draw(string study, string? where = null) => ServiceRegister.Draw(Read(study), Setting(where), folder, new At()).Value;

    private static ServiceStudy Read(string study) => ServiceStudyFile.ReadText(study, "services/m.yaml").Value;

    private static PeopleSetting Setting(string? where) => new(
        StoryText.Read([.. Enumerable.Range(0, 400).Select(n => $"sex {(n % 2 == 0 ? "male" : "female")}; sentence 2020-01-01{(n % 5 == 0 ? "; arrest 2020-06-01" : "")}{(n < 200 ? "; mentoring 2020-01-15" : "")}"), "visit 2023-06-01"]).Value,
        [CohortFile.ReadText($"id: ordered\ntitle: Ordered\nsource: s\nindex: first(sentence)\n{(where is null ? "" : $"where: \"{where}\"\n")}", "c.yaml").Value], DisclosureRules.Default, Intervals.OfShare);

    private sealed class At : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    }
}
