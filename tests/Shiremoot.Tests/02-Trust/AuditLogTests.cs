using NodaTime;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Trust;

public sealed class AuditLogTests
{
    private static readonly Instant Start = Instant.FromUtc(2025, 3, 30, 0, 59, 59);

    [Fact]
    public void A_log_as_it_was_sealed_holds_and_gives_its_entries_back()
    {
        List<string> log = Log(30);
        AuditLog.Verify(log, AuditLog.Head(log[^1])).ShouldBe(new AuditVerdict(null, "30 entries, all as they were sealed"));
        AuditLog.Entry(log[4]).ShouldBe(Entry(4));
        AuditLog.Verify([]).Holds.ShouldBeTrue();
    }

    [Fact]
    public void A_change_of_any_bit_of_any_line_is_found()
    {
        List<string> log = Log(5);
        AuditHead head = AuditLog.Head(log[^1]);
        int flips = 0;
        for (int at = 0; at < log.Count; at++)
        {
            byte[] line = System.Text.Encoding.UTF8.GetBytes(log[at]);
            for (int bit = 0; bit < line.Length * 8; bit++)
            {
                line[bit / 8] ^= (byte)(1 << (bit % 8));
                List<string> changed = [.. log];
                changed[at] = System.Text.Encoding.UTF8.GetString(line);
                AuditLog.Verify(changed, head).FirstBad.ShouldBe(at + 1);
                line[bit / 8] ^= (byte)(1 << (bit % 8));
                flips++;
            }
        }
        flips.ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public void A_line_removed_repeated_swapped_put_in_or_cut_off_is_found_at_every_place()
    {
        List<string> log = Log(30);
        AuditHead head = AuditLog.Head(log[^1]);
        for (int at = 0; at < log.Count; at++)
        {
            AuditLog.Verify([.. log[..at], .. log[(at + 1)..]], head).FirstBad.ShouldBe(at + 1);
            AuditLog.Verify([.. log[..at], log[at], .. log[at..]], head).FirstBad.ShouldBe(at + 2);
            AuditLog.Verify([.. log[..at], AuditLog.Seal(null, Entry(99)), .. log[at..]], head).Holds.ShouldBeFalse();
            AuditLog.Verify(log[..at], head).FirstBad.ShouldBe(at + 1);
            if (at > 0) AuditLog.Verify([.. log[..(at - 1)], log[at], log[at - 1], .. log[(at + 1)..]], head).FirstBad.ShouldBe(at);
        }
    }

    [Fact]
    public void A_history_written_afresh_with_good_seals_is_found_against_a_head_kept_elsewhere()
    {
        List<string> log = Log(20);
        AuditHead head = AuditLog.Head(log[^1]);
        for (int from = 0; from < log.Count; from++)
        {
            List<string> forged = [.. log[..from]];
            for (int i = from; i < log.Count; i++) forged.Add(AuditLog.Seal(forged.LastOrDefault(), Entry(i) with { Who = "somebody else" }));
            AuditLog.Verify(forged).Holds.ShouldBeTrue(); // the chain alone cannot tell
            AuditLog.Verify(forged, head).Holds.ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"Number\":1e400}")]
    [InlineData("""{"Number":1,"When":"never","Who":"\ud800","Purpose":"","Action":"","Subject":"","Count":null,"Previous":"","Hash":""}""")]
    public void A_line_that_is_no_entry_is_a_bad_entry_and_not_a_crash(string line) => AuditLog.Verify([line]).FirstBad.ShouldBe(1);

    [Fact]
    public void Fields_cannot_be_shifted_into_one_another_under_one_seal()
    {
        string one = AuditLog.Seal(null, Entry(0) with { Who = "ab", Purpose = "c" }), other = AuditLog.Seal(null, Entry(0) with { Who = "a", Purpose = "bc" });
        AuditLog.Head(one).Hash.ShouldNotBe(AuditLog.Head(other).Hash);
    }

    [Fact]
    public void A_purpose_must_say_its_title_and_its_lawful_basis()
    {
        PlaceFile.ReadText("{ id: plan-need, title: Plan for need, lawful_basis: 'Crime and Disorder Act 1998, section 115' }", "purposes.yaml", Purpose.Read)
            .Value.ShouldBe(new Purpose("plan-need", "Plan for need", "Crime and Disorder Act 1998, section 115"));
        PlaceFile.ReadText("{ id: plan-need, title: ' ' }", "purposes.yaml", Purpose.Read).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Details.Count.ShouldBe(2);
    }

    private static List<string> Log(int entries)
    {
        List<string> log = [];
        for (int i = 0; i < entries; i++) log.Add(AuditLog.Seal(log.LastOrDefault(), Entry(i)));
        return log;
    }

    private static AuditEntry Entry(int i) => new(
        Start + Duration.FromMilliseconds(i * 977), i % 3 == 0 ? "job:take-in" : "analyst-7", "plan-need", i % 2 == 0 ? "collect" : "consult",
        $"feed \"arrests\" – run {i}\n", i % 4 == 0 ? null : i * 1000);
}
