using FsCheck;
using FsCheck.Fluent;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Terms;

public sealed class PncIdTests
{
    private const int ThisYear = 2026;

    private static readonly Gen<(int Year, int Serial)> Ids = from year in Gen.Choose(1900, ThisYear) from serial in Gen.Choose(1, 9_999_999) select (year, serial);

    [Theory]
    [InlineData("1979/0163001B", "1979/0163001B")]
    [InlineData("2000/0000223R", "2000/0000223R")]
    [InlineData("2002/0073319Z", "2002/0073319Z")]
    [InlineData("2003/0000003Y", "2003/0000003Y")]
    [InlineData("1981/0000034U", "1981/0000034U")]
    [InlineData("1967/9893091D", "1967/9893091D")]
    [InlineData("79/163001B", "1979/0163001B")]
    [InlineData("79163001B", "1979/0163001B")]
    [InlineData("81/34U", "1981/0000034U")]
    [InlineData("033Y", "2003/0000003Y")]
    [InlineData("19790163001B", "1979/0163001B")]
    [InlineData("790163001B", "1979/0163001B")]
    [InlineData("  1979/0163001b ", "1979/0163001B")]
    public void Valid_forms_are_read_into_the_canonical_one(string written, string canonical)
    {
        PncId.TryRead(written, ThisYear, out PncId id).ShouldBeTrue();
        id.ToString().ShouldBe(canonical);
    }

    [Theory]
    [InlineData("1979/0163001C")] // wrong letter
    [InlineData("1979/0163002B")] // wrong digit
    [InlineData("1979/0163001I")] // a letter never used
    [InlineData("1979/0163001")]
    [InlineData("2027/0000003H")] // after this year
    [InlineData("1799/0000001A")]
    [InlineData("2000/0000000Z")] // a placeholder
    [InlineData("979/0163001B")]
    [InlineData("1979/00163001B")] // eight digits
    [InlineData("1979//163001B")]
    [InlineData("1979-0163001B")]
    [InlineData("79/ 163001B")]
    [InlineData("79/-63001B")]
    [InlineData("٧٩/163001B")] // digits of another script
    [InlineData("/B")]
    [InlineData("B")]
    [InlineData("")]
    [InlineData("\0\0\0\0\0\0")]
    [InlineData("99999999999999999999999999/9999999999999999999A")]
    public void Anything_else_is_refused(string written) => PncId.TryRead(written, ThisYear, out _).ShouldBeFalse();

    [Fact]
    public void A_year_of_two_digits_later_than_this_one_is_of_the_last_century()
    {
        string letter = CheckLetter.Of(26, 5, 7).ToString();
        PncId.TryRead("26/5" + letter, 2026, out PncId now).ShouldBeTrue();
        PncId.TryRead("26/5" + letter, 2025, out PncId then).ShouldBeTrue();
        (now.Year, then.Year).ShouldBe((2026, 1926));
    }

    [Fact]
    public void The_canonical_form_reads_back_as_itself() => Prop.ForAll(Ids.ToArbitrary(), p =>
    {
        string written = Canonical(p.Year, p.Serial);
        return PncId.TryRead(written, ThisYear, out PncId id) && id.ToString() == written && (id.Year, id.Serial) == p;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_change_of_a_single_digit_is_caught() => Prop.ForAll(Ids.ToArbitrary(), p =>
    {
        string written = Canonical(p.Year, p.Serial);
        for (int at = 0; at < written.Length - 1; at++)
        {
            for (char digit = '0'; digit <= '9'; digit++)
            {
                if (written[at] == '/' || written[at] == digit) continue;
                string changed = written[..at] + digit + written[(at + 1)..];
                // Only a change of century leaves the checked number alone; 19 and 20 differ in two digits, so one change leaves the range of years.
                if (PncId.TryRead(changed, ThisYear, out _)) return false;
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_makes_reading_throw() => Prop.ForAll<string>(text =>
    {
        _ = PncId.TryRead(text ?? "", ThisYear, out _);
        _ = CroId.TryRead(text ?? "", out _);
        _ = GssCode.TryRead(text ?? "", out _);
    }).QuickCheckThrowOnFailure();

    // Worked out here by the published rule on the text itself, not with the code under test.
    private static string Canonical(int year, int serial)
    {
        long number = long.Parse($"{year % 100:00}{serial:0000000}", System.Globalization.CultureInfo.InvariantCulture);
        return $"{year:0000}/{serial:0000000}{"ZABCDEFGHJKLMNPQRTUVWXY"[(int)(number % 23)]}";
    }
}
