using System.Text;
using Shiremoot.Spine.Parts;
using Shiremoot.Terms;
using Shiremoot.Tests.Spine.Comparing;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Spine.Parts;

/// <summary>What of a value counts when records are brought together.</summary>
public sealed class PartTests
{
    [Theory]
    [InlineData("SMITH", "SMYTHE")]
    [InlineData("CATHERINE", "KATHRYN")]
    [InlineData("STEPHEN", "STEVEN")]
    [InlineData("PHILLIPS", "FILIPS")]
    [InlineData("KNIGHT", "NITE")]
    [InlineData("WRIGHT", "RITE")]
    [InlineData("GEOFFREY", "JEFFREY")]
    [InlineData("HUGHES", "HUES")]
    [InlineData("TOMPSON", "THOMPSON")]
    [InlineData("MC DONALD", "MCDONALD")]
    [InlineData("ASHCROFT", "ASCROFT")] // the H parts nothing: published with Soundex
    public void Names_that_sound_alike_meet(string one, string other) => Keys("sound", one).ShouldBe(Keys("sound", other));

    [Theory]
    [InlineData("SMITH", "JONES")]
    [InlineData("PATEL", "PATTERSON")]
    [InlineData("LEE", "LEWIN")]
    public void Names_that_do_not_sound_alike_stay_apart(string one, string other) => Keys("sound", one).ShouldNotBe(Keys("sound", other));

    [Fact]
    public void Sounds_are_those_of_the_rules_written_out_plainly()
    {
        byte[] letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"u8.ToArray();
        Span<byte> key = stackalloc byte[7];
        for (int n = 0; n < 20_000; n++)
        {
            Chance chance = new(1, (ulong)n, 1);
            byte[] name = RandomText.Text(ref chance, letters, chance.Below(40));
            Encoding.ASCII.GetString(key[..SoundKey.Write(name, key)]).ShouldBe(PlainSound.Of(Encoding.ASCII.GetString(name)), Encoding.ASCII.GetString(name));
        }
    }

    [Fact]
    public void A_name_of_other_letters_has_no_sound() => Keys("sound", "سمير").ShouldBeEmpty();

    [Fact]
    public void Two_values_one_edit_apart_share_a_deletion()
    {
        byte[] letters = "ABCDE"u8.ToArray();
        for (int n = 0; n < 20_000; n++)
        {
            Chance chance = new(2, (ulong)n, 1);
            byte[] one = RandomText.Text(ref chance, letters, 4 + chance.Below(21));
            List<byte> other = [.. one];
            RandomText.Err(ref chance, letters, other);
            if (other.Count is < 4 or > 24) continue; // shorter and longer values are taken whole
            Keys("deletes", one).Intersect(Keys("deletes", [.. other])).ShouldNotBeEmpty($"{Encoding.ASCII.GetString(one)} {Encoding.ASCII.GetString([.. other])}");
        }
    }

    [Theory]
    [InlineData("outcode", "B12AB", "B1")]
    [InlineData("outcode", "SW1A1AA", "SW1A")]
    [InlineData("outcode", "SW1A", "SW1A")]
    [InlineData("sector", "SW1A1AA", "SW1A1")]
    [InlineData("year", "19850307", "1985")]
    [InlineData("month", "19850307", "198503")]
    [InlineData("day", "19850307", "0307")]
    [InlineData("first3", "JO", "JO")]
    [InlineData("last4", "0123456789", "6789")]
    public void A_part_is_the_text_it_says(string part, string value, string text) => Keys(part, value).ShouldBe(Keys("full", text));

    [Theory]
    [InlineData("sector", "SW1A")]
    [InlineData("full", "J")]
    [InlineData("year", "1985")]
    [InlineData("last4", "123")]
    [InlineData("words", "A B")]
    public void What_has_no_such_part_has_no_key(string part, string value) => Keys(part, value).ShouldBeEmpty();

    [Theory]
    [InlineData("19850307", "19620307")]
    [InlineData("19850307", "19851107")]
    [InlineData("19850307", "19850328")]
    public void A_date_with_one_part_wrong_meets_the_right_one(string one, string other) => Keys("two", one).Intersect(Keys("two", other)).Count().ShouldBe(1);

    private static uint[] Keys(string part, string value) => Keys(part, Encoding.UTF8.GetBytes(value));

    private static uint[] Keys(string part, byte[] value)
    {
        KeyList keys = new();
        ValueParts.Of(part)!.Add(value, keys);
        return keys.Keys.ToArray();
    }
}
