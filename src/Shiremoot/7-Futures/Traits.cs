using System.Runtime.InteropServices;

namespace Shiremoot.Futures;

/// <summary>What makes one person likelier than another to go a way: who they are and what they have been through. 40 bytes. Moved on by <see cref="PersonRules"/> alone.</summary>
[StructLayout(LayoutKind.Sequential)]
internal record struct Traits
{
    /// <summary>Days in a year of age.</summary>
    public const double DaysAYear = 365.25;

    private const ulong Child = 1UL << Covariates.Child, YoungAdult = 1UL << Covariates.YoungAdult;

    /// <summary>A day, counted from the same one as the days asked about.</summary>
    public double Birth;

    public float Frailty, Vulnerability, FirstSanction;

    /// <summary>What is or is not so of them whatever their age: a bit for each covariate that is 1 or 0, that of its own number.</summary>
    public ulong Is;

    /// <summary>Sanctions so far, and days of the sentence they have or had last in this case; neither above 65,535, which is 179 years.</summary>
    public ushort Sanctions, SentenceDays;

    public readonly double AgeAt(double now) => (now - Birth) / DaysAYear;

    /// <summary>What is or is not so of them on a day.</summary>
    public readonly ulong IsAt(double now) => Is | AgeAt(now) switch { < 18 => Child, < 21 => YoungAdult, _ => 0 };
}
