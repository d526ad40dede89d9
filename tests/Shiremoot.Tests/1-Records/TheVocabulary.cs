using Shiremoot.Records;
using Shouldly;

namespace Shiremoot.Tests.Records;

/// <summary>The vocabulary and geography we ship, read once for all tests.</summary>
static class TheVocabulary
{
    public static readonly string Folder = Path.Combine(TestData.Root, "vocabulary");

    private static readonly Lazy<Vocabulary> Words = new(() =>
    {
        Vocabulary.Read(Folder).Refused(out var why, out Vocabulary? read).ShouldBeFalse(why?.ToString());
        return read!;
    });

    private static readonly Lazy<Geography> Areas = new(() =>
    {
        Geography.Read(Folder).Refused(out var why, out Geography? read).ShouldBeFalse(why?.ToString());
        return read!;
    });

    public static Vocabulary Read => Words.Value;

    public static Geography Geography => Areas.Value;
}
