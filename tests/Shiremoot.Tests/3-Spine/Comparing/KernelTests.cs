using System.Text;
using Shiremoot.Spine;
using Shiremoot.Spine.Comparing;
using Shiremoot.Terms;
using Shiremoot.Tests.Futures.Mistakes;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Spine.Comparing;

/// <summary>Every clever kernel agrees with its plain twin.</summary>
[Trait("kind", "property")]
public sealed class KernelTests
{
    private const int Pairs = 20_000;
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<float, JaroWinklerFloor> Floors = [];

    [Theory]
    [InlineData("MARTHA", "MARHTA", 0.9611)]
    [InlineData("DIXON", "DICKSONX", 0.8133)]
    [InlineData("DWAYNE", "DUANE", 0.84)]
    [InlineData("SMITH", "SMITH", 1)]
    [InlineData("J", "J", 1)]
    [InlineData("J", "K", 0)]
    public void The_published_similarities_of_Jaro_and_Winkler_come_out(string one, string other, double expected)
    {
        JaroWinkler(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other), 0).ShouldBe(expected, 0.00005);
        PlainJaroWinkler.Of(one, other).ShouldBe(expected, 0.00005); // the twin of the errors that are generated
    }

    [Fact]
    public void Jaro_Winkler_is_that_of_its_plain_twin_up_to_32_bytes()
    {
        foreach ((byte[] a, byte[] b) in RandomText.Pairs(1, Pairs, 40)) JaroWinkler(a, b, 0).ShouldBe(PlainText.JaroWinkler(Cut(a), Cut(b)), 1e-6, Shown(a, b));
    }

    [Theory]
    [InlineData(0.7f)]
    [InlineData(0.88f)]
    [InlineData(0.92f)]
    public void What_is_given_up_early_is_below_the_floor(float floor)
    {
        foreach ((byte[] a, byte[] b) in RandomText.Pairs(2, Pairs, 28))
        {
            double plain = PlainText.JaroWinkler(a, b), found = JaroWinkler(a, b, floor);
            if (plain >= floor + 1e-6) found.ShouldBe(plain, 1e-6, Shown(a, b));
            else if (plain < floor - 1e-6) found.ShouldBeLessThan(floor, Shown(a, b));
        }
    }

    [Theory]
    [InlineData("ABCDEFGH", "ABCDEFXY", 0.9f)]
    [InlineData("ABCDE", "ABCDX", 0.92f)]
    [InlineData("ABCDEFGHIJ", "ABCDEFGHXY", 0.92f)]
    public void A_similarity_of_exactly_the_number_asked_for_reaches_it(string one, string other, float asked) =>
        JaroWinkler(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other), asked).ShouldBeGreaterThanOrEqualTo(asked);

    [Fact]
    public void Edits_are_those_of_optimal_string_alignment_up_to_32_bytes()
    {
        foreach ((byte[] a, byte[] b) in RandomText.Pairs(3, Pairs, 40)) Edits(a, b).ShouldBe(PlainText.Edits(Cut(a), Cut(b)), Shown(a, b));
    }

    [Fact]
    public void The_distance_of_Levenshtein_is_that_of_its_plain_twin()
    {
        foreach ((byte[] a, byte[] b) in RandomText.Pairs(4, Pairs / 4, 60)) LevenshteinMeasure.Edits(a, b).ShouldBe(PlainText.Edits(a, b, turns: false), Shown(a, b));
    }

    [Fact]
    public void No_more_letters_are_shared_than_can_be()
    {
        foreach ((byte[] a, byte[] b) in RandomText.Pairs(5, Pairs, 28))
        {
            if (a.Length == 0 || b.Length == 0) continue;
            (Glyphs glyphs, int x, int y) = Glyphs(a, b);
            int shared = a.GroupBy(l => l).Sum(g => Math.Min(g.Count(), b.Count(l => l == g.Key)));
            glyphs.MostShared(x, y).ShouldBeGreaterThanOrEqualTo(shared, Shown(a, b));
        }
    }

    [Fact]
    public void Slips_of_dates_are_those_of_dates_made_with_that_many()
    {
        for (int n = 0; n < Pairs; n++)
        {
            Chance chance = new(6, (ulong)n, 1);
            string one = Date(ref chance), other = chance.Happens(0.3) ? Date(ref chance) : Slipped(ref chance, one);
            DateEditsMeasure.Edits(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other)).ShouldBe(PlainText.DateSlips(one, other), $"{one} {other}");
        }
    }

    [Theory]
    [InlineData("19850307", "19850307", 0)]
    [InlineData("19850307", "19850308", 1)] // a digit
    [InlineData("19850307", "19850703", 1)] // day and month exchanged
    [InlineData("19850312", "19850321", 1)] // two digits turned round
    [InlineData("19850307", "19620307", 2)] // another year
    [InlineData("19850307", "19951121", 3)]
    public void Dates_are_told_apart_by_slips(string one, string other, int slips) => DateEditsMeasure.Edits(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other)).ShouldBe(slips);

    private static string Date(ref Chance chance) => $"{1900 + chance.Below(110):0000}{1 + chance.Below(12):00}{1 + chance.Below(28):00}";

    private static string Slipped(ref Chance chance, string date)
    {
        char[] digits = date.ToCharArray();
        for (int slips = 1 + chance.Below(2); slips > 0; slips--)
        {
            int at = chance.Below(8);
            if (chance.Happens(0.5) && at < 7) (digits[at], digits[at + 1]) = (digits[at + 1], digits[at]);
            else digits[at] = (char)('0' + chance.Below(10));
        }
        return chance.Happens(0.2) ? $"{date[..4]}{date[6..]}{date[4..6]}" : new string(digits);
    }

    private static double JaroWinkler(byte[] a, byte[] b, float floor)
    {
        (Glyphs glyphs, int x, int y) = Glyphs(a, b);
        if (!Floors.TryGetValue(floor, out JaroWinklerFloor? least)) Floors[floor] = least = new JaroWinklerFloor(floor);
        return JaroWinklerKernel.Of(glyphs, x, y, least);
    }

    private static int Edits(byte[] a, byte[] b)
    {
        (Glyphs glyphs, int x, int y) = Glyphs(a, b);
        return EditsKernel.Of(glyphs, x, y);
    }

    private static (Glyphs Glyphs, int X, int Y) Glyphs(byte[] a, byte[] b)
    {
        ValueTable table = new();
        (int x, int y) = (table.Number(a), table.Number(b));
        return (new Glyphs(table), x, y);
    }

    private static byte[] Cut(byte[] text) => text[..Math.Min(text.Length, Shiremoot.Spine.Comparing.Glyphs.Width)];

    private static string Shown(byte[] a, byte[] b) => $"{Convert.ToHexString(a)} {Convert.ToHexString(b)}";
}
