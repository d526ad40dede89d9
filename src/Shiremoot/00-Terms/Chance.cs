using System.Runtime.CompilerServices;

namespace Shiremoot.Terms;

/// <summary>
/// Randomness by counter: a stream named by a seed, a subject and a purpose gives the same draws on any machine and any number of threads,
/// whatever was drawn for others. Philox4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", 2011).
/// </summary>
/// <remarks>A value to be passed by reference: a copy repeats the draws of the original.</remarks>
public struct Chance
{
    private readonly uint key0, key1, subject0, subject1, purpose;
    private uint block, w0, w1, w2, w3;
    private int left;

    /// <param name="seed">The run's seed.</param>
    /// <param name="subject">Whom or what the draws are for: a person's number.</param>
    /// <param name="purpose">What of theirs: streams of other purposes are independent.</param>
    public Chance(ulong seed, ulong subject, uint purpose)
    {
        (key0, key1) = ((uint)(seed & uint.MaxValue), (uint)(seed >> 32));
        (subject0, subject1) = ((uint)(subject & uint.MaxValue), (uint)(subject >> 32));
        this.purpose = purpose;
    }

    /// <summary>32 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Bits()
    {
        if (left == 0)
        {
            (w0, w1, w2, w3) = Philox(subject0, subject1, purpose, block++, key0, key1);
            left = 4;
        }
        return left-- switch { 4 => w0, 3 => w1, 2 => w2, _ => w3 };
    }

    /// <summary>A number between 0 and 1, never either.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Share() => (Bits() + 0.5) * (1.0 / 4294967296.0);

    /// <summary>True with this probability: never at 0, always at 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Happens(double probability) => Share() < probability;

    /// <summary>A whole number from 0 up to, not including, <paramref name="count"/>, which is at least 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Below(int count) => (int)(((ulong)Bits() * (uint)count) >> 32);

    /// <summary>A draw from the exponential distribution with mean 1.</summary>
    public double Exponential() => -Math.Log(Share());

    /// <summary>A draw from the standard normal distribution: one uniform draw through <see cref="NormalQuantile"/>.</summary>
    public double Normal() => NormalQuantile.At(Share());

    internal static (uint, uint, uint, uint) Philox(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1)
    {
        for (int round = 0; round < 10; round++)
            unchecked
            {
                ulong p0 = 0xD2511F53UL * c0, p1 = 0xCD9E8D57UL * c2;
                (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
                k0 += 0x9E3779B9;
                k1 += 0xBB67AE85;
            }
        return (c0, c1, c2, c3);
    }
}
