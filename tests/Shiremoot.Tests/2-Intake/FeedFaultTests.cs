using System.Text;
using Shiremoot.Intake;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Intake;

/// <summary>Feed files that would harm the reader or mean nothing are refused with a line, not met later.</summary>
public sealed class FeedFaultTests
{
    private const string Top = "id: test\ntitle: Test\nsource: Made up\norigin: generated\nagency: police\nfile: a.csv\n";

    [Theory]
    [InlineData(Top + "record: { person: }\n", "column without a name")]
    [InlineData(Top + "record: { person: a }\ncolumns: { a: { type: whole, thousands: '' } }\n", "'columns.a.thousands' is empty")]
    [InlineData(Top + "record: { person: a }\ncolumns: { a: { type: number, decimal: ',', thousands: ',' } }\n", "is the decimal mark too")]
    [InlineData(Top + "record: { person: a }\nunpivot: { pattern: '[' }\n", "not a regular expression")]
    [InlineData(Top + "record: { person: a }\ncolumns: { a: { pattern: '(a)\\1' } }\n", "not a regular expression")]
    [InlineData(Top + "record: { person: a }\nchecks: { bad_rows_at_most: NaN }\n", "must be a number")]
    [InlineData(Top + "record: { person: a }\ncolumns: { a: { type: datetime, formats: ['HH:mm'] } }\n", "has no date")]
    [InlineData(Top + "record: { person: a }\ncolumns: { a: { constant: \"x\\0\" } }\n", "cannot be stored")]
    [InlineData(Top + "record: { person: a }\ncolumns: { a: { constant: \"\\uD800\" } }\n", "")]
    [InlineData(Top + "record: &r { person: *r }\n", "anchors")]
    [InlineData(Top + "? &a [*a]\n: x\n", "anchors")]
    [InlineData("file: *.csv\n", "anchors")]
    [InlineData("{ a: b, c ", "")]
    [InlineData("a: 1\na: 2\n", "")]
    [InlineData("%YAML 9.9\n---\na: 1\n", "")]
    public void A_feed_that_cannot_be_used_is_refused_with_its_line(string yaml, string says)
    {
        IntakeBench.ReadFeed(yaml).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.ToString().ShouldContain(says);
        why.ToString().ShouldMatch(@"feeds/test\.yaml:\d+");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void A_feed_nested_without_end_is_refused_and_the_process_lives(string open) =>
        IntakeBench.ReadFeed(Top + "keep: " + (open == "- " ? "\n" : "") + string.Concat(Enumerable.Repeat(open, 50_000))).IsRefused.ShouldBeTrue();

    [Fact]
    public void A_feed_saved_in_another_encoding_is_refused()
    {
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, [.. Encoding.ASCII.GetBytes(Top + "record: { person: a }\nmissing: ["), 0xA3, (byte)']', (byte)'\n']);
        try
        {
            FeedFile.Read(path, "feeds/x.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
            why!.Code.ShouldBe("PLACE-05");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
