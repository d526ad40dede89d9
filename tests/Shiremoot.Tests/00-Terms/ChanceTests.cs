using MathNet.Numerics.Distributions;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Terms;

public class ChanceTests
{
    /// <summary>The known answers published with the generator (Random123, kat_vectors, philox4x32-10).</summary>
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Philox_gives_its_published_answers(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint r0, uint r1, uint r2, uint r3) =>
        Chance.Philox(c0, c1, c2, c3, k0, k1).ShouldBe((r0, r1, r2, r3));

    [Fact]
    public void A_stream_depends_on_seed_subject_and_purpose_alone()
    {
        Chance one = new(7, 1_000_000_007, 3), same = new(7, 1_000_000_007, 3), other = new(7, 1_000_000_007, 4);
        uint[] first = [.. Enumerable.Range(0, 9).Select(_ => one.Bits())];
        first.ShouldBe([.. Enumerable.Range(0, 9).Select(_ => same.Bits())]);
        first.ShouldNotBe([.. Enumerable.Range(0, 9).Select(_ => other.Bits())]);
    }

    [Fact]
    public void Shares_are_spread_evenly_and_never_0_or_1()
    {
        Chance chance = new(1, 2, 3);
        int[] bins = new int[20];
        for (int i = 0; i < 200_000; i++)
        {
            double share = chance.Share();
            share.ShouldBeInRange(double.Epsilon, 1 - 1e-12);
            bins[(int)(share * 20)]++;
        }
        double chiSquared = bins.Sum(b => (b - 10_000.0) * (b - 10_000.0) / 10_000);
        chiSquared.ShouldBeLessThan(ChiSquared.InvCDF(19, 0.9999));
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(0.001)]
    [InlineData(0.02425)]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.975)]
    [InlineData(0.9999999)]
    public void The_normal_quantile_agrees_with_another_implementation(double share)
    {
        double expected = Normal.InvCDF(0, 1, share);
        NormalQuantile.At(share).ShouldBe(expected, 2e-9 * Math.Max(1, Math.Abs(expected)));
    }
}
