using FsCheck;
using FsCheck.Fluent;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Terms;

public sealed class CroIdTests
{
    private static readonly Gen<(int Year, int Serial, bool Small)> Ids =
        from year in Gen.Choose(0, 99) from serial in Gen.Choose(1, 999_999) from small in Gen.Elements(true, false) select (year, serial, small);

    [Theory]
    [InlineData("065656/91H", "065656/91H")]
    [InlineData("65656/91H", "065656/91H")]
    [InlineData("SF05/482703J", "SF05/482703J")]
    [InlineData("SF83/50058Z", "SF83/50058Z")]
    [InlineData(" sf83/50058z ", "SF83/50058Z")]
    public void Valid_forms_are_read_into_the_canonical_one(string written, string canonical)
    {
        CroId.TryRead(written, out CroId id).ShouldBeTrue();
        id.ToString().ShouldBe(canonical);
    }

    [Theory]
    [InlineData("065656/91J")]
    [InlineData("065656/92H")]
    [InlineData("SF05/482703K")]
    [InlineData("SF5/482703J")]
    [InlineData("0065656/91H")]
    [InlineData("065656/1991H")]
    [InlineData("000000/00Z")]
    [InlineData("06565691H")]
    [InlineData("SF")]
    [InlineData("SF/")]
    [InlineData("SF/A")]
    [InlineData("")]
    [InlineData("/////")]
    public void Anything_else_is_refused(string written) => CroId.TryRead(written, out _).ShouldBeFalse();

    [Fact]
    public void The_canonical_form_reads_back_as_itself() => Prop.ForAll(Ids.ToArbitrary(), p =>
    {
        string written = Canonical(p);
        return CroId.TryRead(written, out CroId id) && id.ToString() == written && (id.YearOfCentury, id.Serial, id.IsSmallFile) == p;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_change_of_a_single_digit_is_caught_unless_the_number_is_the_same_modulo_23() => Prop.ForAll(Ids.ToArbitrary(), p =>
    {
        string written = Canonical(p);
        for (int at = 0; at < written.Length - 1; at++)
        {
            for (char digit = '0'; char.IsAsciiDigit(written[at]) && digit <= '9'; digit++)
            {
                string changed = written[..at] + digit + written[(at + 1)..];
                if (digit == written[at] || !CroId.TryRead(changed, out CroId read)) continue;
                // A small file that loses its first digit to zero is a shorter serial, whose number may be the same modulo 23.
                if (Number((read.YearOfCentury, read.Serial, read.IsSmallFile)) % 23 != Number(p) % 23) return false;
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();

    private static string Canonical((int Year, int Serial, bool Small) p)
    {
        char letter = "ZABCDEFGHJKLMNPQRTUVWXY"[(int)(Number(p) % 23)];
        return p.Small ? $"SF{p.Year:00}/{p.Serial}{letter}" : $"{p.Serial:000000}/{p.Year:00}{letter}";
    }

    private static long Number((int Year, int Serial, bool Small) p) =>
        long.Parse(p.Small ? $"{p.Year:00}{p.Serial}" : $"{p.Year:00}{p.Serial:000000}", System.Globalization.CultureInfo.InvariantCulture);
}
