using Shiremoot.Spine;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Spine;

[Trait("kind", "property")]
public sealed class RadixSortTests
{
    [Theory]
    [InlineData(0, 64)]
    [InlineData(1, 64)]
    [InlineData(2, 1)]
    [InlineData(1000, 3)]
    [InlineData(5000, 12)]
    [InlineData(5000, 40)]
    [InlineData(5000, 64)]
    public void Keys_come_out_in_order_and_equal_ones_as_they_stood(int length, int bits)
    {
        Chance chance = new(1, (ulong)length, (uint)bits);
        ulong mask = bits == 64 ? ulong.MaxValue : (1UL << bits) - 1;
        ulong[] keys = new ulong[length + 3];
        for (int n = 0; n < keys.Length; n++) keys[n] = (((ulong)chance.Bits() << 32) | chance.Bits()) & mask;
        uint[] narrow = Array.ConvertAll(keys, k => (uint)(k & uint.MaxValue));
        (int[] items, int[] narrowItems) = ([.. Enumerable.Range(0, keys.Length)], [.. Enumerable.Range(0, keys.Length)]);
        int[] expected = [.. Enumerable.Range(0, length).OrderBy(n => keys[n]), length, length + 1, length + 2]; // beyond the length nothing moves
        int[] expectedNarrow = [.. Enumerable.Range(0, length).OrderBy(n => narrow[n]), length, length + 1, length + 2];
        (ulong[] sorted, uint[] sortedNarrow) = ([.. expected.Select(n => keys[n])], [.. expectedNarrow.Select(n => narrow[n])]);

        RadixSort.ByKey(keys, items, length);
        RadixSort.ByKey(narrow, narrowItems, length);

        items.ShouldBe(expected);
        keys.ShouldBe(sorted);
        narrowItems.ShouldBe(expectedNarrow);
        narrow.ShouldBe(sortedNarrow);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(5000)]
    public void Entries_come_out_by_their_upper_half_and_equal_ones_as_they_stood(int length)
    {
        Chance chance = new(2, (ulong)length, 1);
        ulong[] entries = new ulong[length + 3];
        for (int n = 0; n < entries.Length; n++) entries[n] = ((ulong)(chance.Bits() % 700 * 6_000_000) << 32) | chance.Bits();
        ulong[] expected = [.. entries.Take(length).OrderBy(e => e >> 32), .. entries.Skip(length)];
        RadixSort.ByUpper(entries, length);
        entries.ShouldBe(expected);
    }
}
