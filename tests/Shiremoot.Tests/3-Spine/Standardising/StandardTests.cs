using System.Text;
using Shiremoot.Spine;
using Shiremoot.Spine.Standardising;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Spine.Standardising;

/// <summary>Values that mean the same are the same bytes, and what says nothing is nothing.</summary>
public sealed class StandardTests
{
    [Theory]
    [InlineData("smith", "SMITH")]
    [InlineData("  Smith ", "SMITH")]
    [InlineData("Müller", "MULLER")]
    [InlineData("Mu\u0308ller", "MULLER")] // the marks written apart
    [InlineData("Nguyễn", "NGUYEN")]
    [InlineData("Łukasz Żółć", "LUKASZ ZOLC")]
    [InlineData("Strauß", "STRAUSS")]
    [InlineData("Søren Ångström", "SOREN ANGSTROM")]
    [InlineData("Şahin İnönü", "SAHIN INONU")]
    [InlineData("O'Reilly", "OREILLY")]
    [InlineData("O’Reilly", "OREILLY")] // as word processors write it
    [InlineData("O Reilly", "OREILLY")]
    [InlineData("Mc Donald", "MCDONALD")]
    [InlineData("van der Berg", "VANDERBERG")]
    [InlineData("de la Cruz", "DELACRUZ")]
    [InlineData("Smith-Jones", "SMITH JONES")]
    [InlineData("Smith – Jones", "SMITH JONES")]
    [InlineData("Smith\u00A0Jones", "SMITH JONES")]
    [InlineData("Mr. John Smith", "JOHN SMITH")]
    [InlineData("Dr John Smith", "JOHN SMITH")]
    [InlineData("SMITH, John", "JOHN SMITH")]
    [InlineData("John (Jack) Smith", "JOHN JACK SMITH")]
    [InlineData("Дмитрий", "DMITRII")]
    [InlineData("Ёлкин", "ELKIN")]
    [InlineData("Παπαδόπουλος", "PAPADOPOULOS")]
    [InlineData("سمير", "سمير")]
    [InlineData("李小龙", "李小龙")]
    [InlineData("Unknown", "")]
    [InlineData("N/A", "")]
    [InlineData("Mr", "")]
    [InlineData("...", "")]
    public void A_name_has_one_form(string written, string standard) => Written("name", written).ShouldBe(standard);

    [Theory]
    [InlineData("1985-03-07", "19850307")]
    [InlineData("19850307", "19850307")]
    [InlineData("07/03/1985", "19850307")]
    [InlineData("7.3.1985", "19850307")]
    [InlineData("7 Mar 1985", "19850307")]
    [InlineData("07-MAR-85", "19850307")]
    [InlineData("7th March 1985", "19850307")]
    [InlineData("7TH MARCH 1985", "19850307")]
    [InlineData("March 7, 1985", "19850307")]
    [InlineData("1 August 1999", "19990801")]
    [InlineData("1985-03-07T00:00:00", "19850307")]
    [InlineData("1985-03-07 12:30", "19850307")]
    [InlineData("07/03/1985 00:00:00", "19850307")]
    [InlineData("07-MAR-1985 00:00:00", "19850307")]
    [InlineData("3/27/1985", "19850327")] // no month is 27
    [InlineData("07/03/01", "20010307")]
    [InlineData("07/03/45", "19450307")]
    [InlineData("1836-21-01", "18362101")] // a slip, kept
    [InlineData("1900-01-01", "")]
    [InlineData("01/01/1970", "")]
    [InlineData("0001-01-01", "")]
    [InlineData("9999-12-31", "")]
    [InlineData("0000-00-00", "")]
    [InlineData("31113", "")]
    [InlineData("unknown", "")]
    [InlineData("", "")]
    public void A_date_has_one_form_and_a_default_is_none(string written, string standard) => Written("date", written).ShouldBe(standard);

    [Theory]
    [InlineData("postcode", "sw1a 1aa", "SW1A1AA")]
    [InlineData("postcode", "SW1A-1AA", "SW1A1AA")]
    [InlineData("postcode", "B1", "B1")]
    [InlineData("postcode", "NF1 1NF", "")]
    [InlineData("postcode", "ZZ99 3VZ", "")]
    [InlineData("pnc", "1979/0163001B", "1979/0163001B")]
    [InlineData("pnc", "79/163001B", "1979/0163001B")]
    [InlineData("pnc", "1979/0163001C", "")] // a wrong check letter
    [InlineData("cro", "65656/91H", "065656/91H")]
    [InlineData("cro", "SF05/482703J", "SF05/482703J")]
    [InlineData("cro", "065656/91J", "")]
    [InlineData("cro", "000000/00Z", "")]
    [InlineData("nhs-number", "943 476 5919", "9434765919")]
    [InlineData("nhs-number", "943-476-5919", "9434765919")]
    [InlineData("nhs-number", "943 476 5918", "")]
    [InlineData("nhs-number", "0000000000", "")]
    [InlineData("phone", "+44 (0)121 303 9944", "1213039944")]
    [InlineData("phone", "0121 303 9944", "1213039944")]
    [InlineData("phone", "00000 000000", "")]
    [InlineData("phone", "10000000000", "")]
    [InlineData("phone", "12345", "")]
    [InlineData("email", " Ann@Example.org ", "ANN@EXAMPLE.ORG")]
    [InlineData("email", "none", "")]
    [InlineData("email", "@example.org", "")]
    [InlineData("identifier", "ab-12/3", "AB123")]
    [InlineData("identifier", "000000", "")]
    [InlineData("identifier", "9999", "")]
    [InlineData("number", "0012", "12")]
    [InlineData("number", "1,250.5", "1250.5")]
    [InlineData("number", "0.5", "0.5")]
    [InlineData("number", "-0.1278", "-0.1278")]
    [InlineData("number", "twelve", "")]
    [InlineData("text", "  1 High   Street ", "1 HIGH STREET")]
    [InlineData("text", "Café", "CAFE")]
    public void A_value_has_one_form(string kind, string written, string standard) => Written(kind, written).ShouldBe(standard);

    [Fact]
    public void To_standardise_twice_changes_nothing()
    {
        string[] pieces =
        [
            "mr", "De", "R", "o'", "Mc", "van", "der", "St", "SMITH", "John", ",", " ", " ", "-", "–", "’", ".", "/", "\t", "é", "u\u0308", "ß", "ǰ", "ŉ", "ﬁ", "Щ", "ψ", "ᾳ", "سمير", "한", "İ", "ı", "\uFFFD",
            "@", "1985", "03", "7", "Mar", "T", ":", "0", "00", "9", "+44", "B1", "ZZ99", "SF05", "12A", "Ω", "𝒜", "\0", ";", "_", "unknown", "x",
        ];
        // A filter in its standard form is bits and no longer the text it was read from.
        foreach (string kind in Standards.Kinds.Where(k => k != "filter"))
            for (int n = 0; n < 20_000; n++)
            {
                Chance chance = new(1, (ulong)n, 1);
                StringBuilder text = new();
                for (int count = 1 + chance.Below(7); count > 0; count--) text.Append(pieces[chance.Below(pieces.Length)]);
                string once = Written(kind, text.ToString());
                Written(kind, once).ShouldBe(once, $"{kind}: '{text}'");
            }
    }

    [Fact]
    public void Every_letter_of_the_first_plane_has_a_standard_that_stays()
    {
        for (int code = 1; code < 0x10000; code++)
            if (Rune.IsValid(code) && Written("text", $"A{new Rune(code)}B") is var once) Written("text", once).ShouldBe(once, $"U+{code:X4}");
    }

    [Fact]
    public void Bytes_that_are_no_text_are_written_without_a_fault()
    {
        foreach (string kind in Standards.Kinds)
            for (int n = 0; n < 2_000; n++)
            {
                Chance chance = new(2, (ulong)n, 1);
                byte[] noise = Comparing.RandomText.Text(ref chance, [.. Enumerable.Range(0, 256).Select(b => (byte)b)], chance.Below(ValueTable.MostBytes + 1));
                Bytes(kind, noise).Length.ShouldBeLessThanOrEqualTo((ValueTable.MostBytes * 2) + 16);
            }
    }

    private static string Written(string kind, string value) => Encoding.UTF8.GetString(Bytes(kind, Encoding.UTF8.GetBytes(value)));

    private static byte[] Bytes(string kind, byte[] value)
    {
        byte[] into = new byte[(ValueTable.MostBytes * 2) + 16];
        return into[..Standards.Of(kind)!.Write(value, into)];
    }
}
