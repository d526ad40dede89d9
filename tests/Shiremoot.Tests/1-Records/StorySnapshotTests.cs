using Shiremoot.Records;
using Shiremoot.Tests.Records.Cohorts;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Records;

/// <summary>What is read from a snapshot is what was written to it, and a file that is not of the key, or is damaged, is not read.</summary>
public sealed class StorySnapshotTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("stories");

    private string Path => System.IO.Path.Combine(folder.FullName, "x.stories");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_snapshot_holds_every_value_of_random_stories()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            Stories written = new RandomQueries(seed).People(seed * 20).Stories;
            StorySnapshot.Write(written, Path, $"{seed}");
            Same(StorySnapshot.Open(Path, $"{seed}")!, written);
        }
    }

    [Fact]
    public void Values_far_apart_and_at_the_ends_of_each_width_are_kept()
    {
        int[][] ranges = [[0, 254], [0, 255], [-1_000, 64_534], [-1_000, 64_535], [int.MinValue + 1, -1], [0, int.MaxValue], [-7, -7]];
        string stories = string.Join("; ", ranges.Select((r, n) => $"a{n} {r[0]}"));
        string others = string.Join("; ", ranges.Select((r, n) => $"a{n} {r[1]}"));
        Stories written = StoryText.Read([stories, others, "b 0.5; c 1e300", "c -0", "born 0001-01-01; x 9999-12-31 to 9999-12-31; x 0001-01-01"]).Value;
        StorySnapshot.Write(written, Path, "k");
        Same(StorySnapshot.Open(Path, "k")!, written);
    }

    [Fact]
    public void A_file_of_another_key_or_cut_short_or_changed_is_not_read()
    {
        StorySnapshot.Open(Path, "k").ShouldBeNull();
        StorySnapshot.Write(StoryText.Read(["sex female; offence 2023-02-01"]).Value, Path, "k");
        StorySnapshot.Open(Path, "other").ShouldBeNull();
        byte[] bytes = File.ReadAllBytes(Path);
        foreach (int length in new[] { 0, 1, 15, 16, 17, bytes.Length / 2, bytes.Length - 1 })
        {
            File.WriteAllBytes(Path, bytes[..length]);
            StorySnapshot.Open(Path, "k").ShouldBeNull($"{length} bytes");
        }
        byte[] changed = [.. bytes];
        changed[^30] ^= 0xFF;
        File.WriteAllBytes(Path, changed);
        StorySnapshot.Open(Path, "k").ShouldBeNull();
    }

    private static void Same(Stories read, Stories written)
    {
        read.PeopleCount.ShouldBe(written.PeopleCount);
        read.First.ShouldBe(written.First);
        read.Kinds.ShouldBe(written.Kinds);
        read.MinuteCells.All().ShouldBe(written.MinuteCells.All());
        read.Dated.ShouldBe(written.Dated);
        foreach ((StoryColumn one, StoryColumn other) in read.OfPeople.Zip(written.OfPeople).Concat(read.OfEvents.Zip(written.OfEvents)))
        {
            (one.Name, one.Value).ShouldBe((other.Name, other.Value));
            one.Words.ShouldBe(other.Words);
            one.Codes.ShouldBe(other.Codes);
            one.Days.ShouldBe(other.Days);
            Array.ConvertAll(one.Numbers, BitConverter.DoubleToInt64Bits).ShouldBe(Array.ConvertAll(other.Numbers, BitConverter.DoubleToInt64Bits));
        }
    }
}
