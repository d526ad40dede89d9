using System.Security.Cryptography;
using Shiremoot.Futures;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures;

public class GenerationTests
{
    public static TheoryData<string> Places => ["west-midlands", "avon-and-somerset", "devon-and-cornwall", "northumbria", "north-yorkshire"];

    [Theory]
    [MemberData(nameof(Places))]
    public void People_of_each_worked_place_come_to_its_targets(string place)
    {
        List<string> doing = [];
        GenerationReport report = Shire.Generating(Folder(place), null).Value.Run(new(12_000, 6, 3, null, 2), progress => { lock (doing) doing.Add(progress.Doing); }).Value;
        doing.ShouldNotContain(GenerationProgress.Calibrating, "calibration.yaml is of another model or other targets: run ./shiremoot calibrate");
        report.Targets.Count.ShouldBeGreaterThanOrEqualTo(40);
        report.Targets.ShouldAllBe(t => t.Target.Source.Length > 0 && t.StandardError > 0);
        report.Targets.Max(t => Math.Abs(t.Z)).ShouldBeLessThan(4, string.Join(", ", report.Targets.Where(t => Math.Abs(t.Z) >= 4).Select(t => t.Target.Id)));
        report.Targets.Count(t => t.IsInside).ShouldBeGreaterThanOrEqualTo((int)(0.93 * report.Targets.Count));
    }

    // A place's careers are the same however long they are looked at; what speaks of people seen in six years is left out of shorter runs.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(12)]
    public void One_calibration_serves_any_number_of_years(int years)
    {
        List<string> doing = [];
        GenerationReport report = Shire.Generating(Folder("west-midlands"), null).Value.Run(new(15_000, years, 3, null, 2), progress => { lock (doing) doing.Add(progress.Doing); }).Value;
        doing.ShouldNotContain(GenerationProgress.Calibrating);
        report.NotCompared.Where(t => t.Why.Contains("years")).Select(t => t.Target.Id).ShouldBe(years < 6 ? ["prolific"] : []);
        report.Targets.Max(t => Math.Abs(t.Z)).ShouldBeLessThan(4);
        report.Targets.Count(t => t.IsInside).ShouldBeGreaterThanOrEqualTo((int)(0.93 * report.Targets.Count));
    }

    // Of ten people nothing can be said of what happens to one in a hundred: such targets are left out, and the rest are held to.
    [Fact]
    public void A_run_of_few_people_is_held_only_to_what_it_can_show()
    {
        for (ulong seed = 1; seed <= 5; seed++)
        {
            GenerationReport report = Shire.Generating(Folder("west-midlands"), null).Value.Run(new(10, 6, seed, null, 1), null).Value;
            report.NotCompared.ShouldContain(t => t.Target.Id == "first-time-entrants-walsall" && t.Why.Contains("too few"));
            report.LargestZ.ShouldBeLessThan(4);
        }
    }

    [Fact]
    public void A_folder_that_cannot_be_written_to_is_told_before_anything_is_made()
    {
        using Folders made = new();
        File.WriteAllText(made.Of("file"), "not ours");
        List<GenerationProgress> progress = [];
        Shire.Generating(Folder("north-yorkshire"), null).Value.Run(new(10, 6, 1, made.Of("file"), 1), progress.Add).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("EXTRACT-04");
        progress.ShouldBeEmpty();
        File.ReadAllText(made.Of("file")).ShouldBe("not ours");
    }

    [Fact]
    public void The_same_seed_makes_the_same_files_on_any_number_of_threads()
    {
        using Folders made = new();
        foreach ((string name, ulong seed, int threads) in new[] { ("one", 7UL, 1), ("two", 7UL, 2), ("other", 8UL, 2) })
            Shire.Generating(Folder("north-yorkshire"), null).Value.Run(new(36_000, 6, seed, made.Of(name), threads), null).IsRefused.ShouldBeFalse();
        made.Hashes("two").ShouldBe(made.Hashes("one"));
        made.Hashes("other").ShouldNotBe(made.Hashes("one"));
        made.Hashes("one").Count.ShouldBe(19); // 14 extracts, truth.csv, truth-kin.csv, truth-model.json, planted.csv and the mark of the folder
    }

    [Fact]
    public void Sets_of_targets_differ_where_sources_do()
    {
        Generation programme = Shire.Generating(Folder("west-midlands"), null).Value, published = Shire.Generating(Folder("west-midlands"), "published").Value;
        programme.Set.ShouldBe("programme");
        programme.Targets.Single(t => t.SetsSize).Value.ShouldBe(61_000);
        published.Targets.Single(t => t.SetsSize).Value.ShouldBe(37_170);
        Shire.Generating(Folder("west-midlands"), "other").Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.ToString().ShouldContain("programme, published");
    }

    [Theory]
    [InlineData(0, 6)]
    [InlineData(-5, 6)]
    [InlineData(10, 0)]
    [InlineData(10, 21)]
    public void Sizes_that_cannot_be_made_are_refused(long people, int years) =>
        Shire.Generating(Folder("north-yorkshire"), null).Value.Run(new(people, years, 1, null, 1), null).IsRefused.ShouldBeTrue();

    [Fact]
    public void A_place_without_generate_yaml_says_what_to_write()
    {
        Shire.Generating(Folder("broward"), null).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Try.ShouldContain("generate-people.md");
    }

    [Fact]
    public void More_than_can_be_told_of_a_person_is_refused_before_people_are_made_or_simulated()
    {
        using Folders made = new();
        foreach (string file in Directory.GetFiles(Folder("north-yorkshire")))
        {
            Directory.CreateDirectory(made.Of("north-yorkshire"));
            File.Copy(file, Path.Combine(made.Of("north-yorkshire"), Path.GetFileName(file)));
        }
        File.AppendAllText(Path.Combine(made.Of("north-yorkshire"), "model.yaml"), $"offences: {{ groups: [{string.Join(", ", Enumerable.Range(1, 60).Select(n => $"{{ id: group-{n}, share: 1, codes: {{ \"04600\": 1 }} }}"))}] }}\n");
        Shire.Generating(made.Of("north-yorkshire"), null).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("FUTURES-10");
        Shire.FutureModel(made.Of("north-yorkshire")).Refused(out why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("FUTURES-10");
    }

    private static string Folder(string place) => Path.Combine(TestData.Root, "places", place);

    private sealed class Folders : IDisposable
    {
        private readonly string root = Directory.CreateTempSubdirectory("shiremoot-made").FullName;

        public string Of(string name) => Path.Combine(root, name);

        public SortedDictionary<string, string> Hashes(string name) =>
            new(Directory.GetFiles(Of(name)).ToDictionary(f => Path.GetFileName(f), f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))), StringComparer.Ordinal);

        public void Dispose() => Directory.Delete(root, recursive: true);
    }
}
