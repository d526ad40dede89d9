using Shiremoot.Futures;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures;

public class CalibrationTests
{
    private static readonly string Open = SmallModels.Returning("{ fit: back, start: 0.1 }", 150, isProven: true).Replace("women_share: 0.25", "women_share: { fit: women, start: 0.5 }").Replace("id: arrest,", "id: arrest, index: caution,");

    private static readonly string Wanted = SmallModels.Settings
        .Replace("of: { event: arrest }, source: here }\n  - { id: b,", "of: { event: arrest }, source: here, fits: women }\n  - { id: b,")
        + "  - { id: again, title: Again, value: 0.55, reoffending: { who: all }, source: here, fits: back }\n";

    // back / (back + 0.6) = 0.55, so back = 0.7333; a quarter are women.
    [Fact]
    public void The_open_numbers_are_found_at_which_the_targets_come_out()
    {
        GenerateSettings settings = SmallModels.Read(Wanted, SmallModels.Model(Open));
        Calibration calibration = new(fitted => SmallModels.Model(Open, fitted), settings, settings.Targets, 2, seed: 5) { Plan = [(50_000, 12, 0.01), (200_000, 4, 0.002), (400_000, 2, 0.0001)], Settling = (2, 400_000, 0.0001) };
        Calibrated found = calibration.Find(new Dictionary<string, double>(), null);
        found.Fitted["back"].ShouldBe(0.55 * 0.6 / 0.45, 0.01);
        found.Fitted["women"].ShouldBe(0.25, 0.005);
        found.LargestGap.ShouldBeLessThan(0.005);
        found.PeopleAtFullSize[3].ShouldBe(1000 * 0.45 * (4 + (0.55 / 0.45 * 150 / 365.25)), 8);
    }

    [Fact]
    public void What_is_found_does_not_depend_on_threads()
    {
        GenerateSettings settings = SmallModels.Read(Wanted, SmallModels.Model(Open));
        IReadOnlyList<double>[] made = [.. new[] { 1, 2, 5 }.Select(threads => new Calibration(f => SmallModels.Model(Open, f), settings, settings.Targets, threads, 5).Expect(new Dictionary<string, double>(), 30_000))];
        made[1].ShouldBe(made[0]);
        made[2].ShouldBe(made[0]);
    }

    [Fact]
    public void A_calibration_is_of_one_model_and_its_targets()
    {
        string mark = CalibrationFile.Mark(Open, null, Wanted);
        CalibrationFile.Mark("# another comment\n" + Open.Replace("title: Small", "title: Other"), null, Wanted).ShouldBe(mark);
        CalibrationFile.Mark(Open, null, Wanted + "mistakes: { typing: 0.5 }\n").ShouldBe(mark);
        CalibrationFile.Mark(Open + "\narrivals:\n  per_year: 5\nresources:\n  - { id: a, servers: 2, stages: [{ stage: arrest }] }\n", null, Wanted).ShouldBe(mark, "lives are made without lines");
        CalibrationFile.Mark(Open.Replace("fixed: 150", "fixed: 151"), null, Wanted).ShouldNotBe(mark);
        CalibrationFile.Mark(Open, null, Wanted.Replace("0.55", "0.56")).ShouldNotBe(mark);
    }

    [Fact]
    public void What_was_found_is_read_back()
    {
        string folder = Directory.CreateTempSubdirectory("shiremoot-calibration").FullName;
        try
        {
            Calibrated found = new(new Dictionary<string, double> { ["back"] = 0.123456789012345 }, [.. Enumerable.Range(1, Calibration.LongestYears).Select(y => y * 10.0)], 1000, 0.001);
            CalibrationFile.Write(folder, [("a", "0123", found)]);
            CalibrationFile.Read(folder, "a", "0123").Value!.Fitted["back"].ShouldBe(0.123456789012345);
            CalibrationFile.Read(folder, "a", "other").Value.ShouldBeNull();
            CalibrationFile.Read(folder, "b", "0123").Value.ShouldBeNull();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
