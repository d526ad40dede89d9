using System.Globalization;

namespace Shiremoot.Picture;

/// <summary>What a parent's published rate can be, given the rates of its parts.</summary>
public enum RateOfPartsVerdict
{
    /// <summary>Between the lowest and the highest part, as any average of them must be.</summary>
    Plausible,

    /// <summary>Fewer than three parts: nothing is concluded.</summary>
    TooFewParts,

    /// <summary>Outside the parts by a little: parts may be missing or rounded. Shown with a note.</summary>
    JustOutside,

    /// <summary>Outside the parts and equal to their sum: the row adds up rates and must not be shown as a rate.</summary>
    SumOfParts,

    /// <summary>Outside the parts by more than their whole range: the row is something else and must not be shown as a rate.</summary>
    FarOutside,
}

/// <summary>
/// Decides whether a parent area's rate can be a rate of its parts. A rate, percentage or mean of a whole is an average of those of its parts
/// weighted by population, so it lies between the lowest and the highest of them. See docs/methods/comparison.md.
/// </summary>
public sealed record RateOfParts(RateOfPartsVerdict Verdict, double Parent, double Lowest, double Highest, double Sum)
{
    /// <summary>A row within this share of the sum of its parts is called their sum: rounding of the parts makes small differences.</summary>
    public const double SumTolerance = 0.02;

    /// <summary>Parts needed before anything is concluded: one part is its parent, and of two a sum is too easily met by chance.</summary>
    public const int PartsNeeded = 3;

    /// <summary>True if the parent's value must not be shown as a rate.</summary>
    public bool CannotBeRate => Verdict is RateOfPartsVerdict.SumOfParts or RateOfPartsVerdict.FarOutside;

    /// <summary>The verdict in words, with its figures.</summary>
    public string Says => Verdict switch
    {
        RateOfPartsVerdict.SumOfParts => $"{Shown(Parent)} is the sum of the rates of the parts ({Shown(Sum)}), which run from {Shown(Lowest)} to {Shown(Highest)}. It is not a rate.",
        RateOfPartsVerdict.FarOutside => $"{Shown(Parent)} is far outside the parts, which run from {Shown(Lowest)} to {Shown(Highest)}. It is not a rate of them.",
        RateOfPartsVerdict.JustOutside => $"{Shown(Parent)} is just outside the parts known, which run from {Shown(Lowest)} to {Shown(Highest)}. A part may be missing.",
        RateOfPartsVerdict.TooFewParts => $"Fewer than {PartsNeeded} parts are known, so {Shown(Parent)} cannot be checked.",
        _ => $"{Shown(Parent)} lies among its parts, which run from {Shown(Lowest)} to {Shown(Highest)}.",
    };

    /// <summary>Checks one parent in one period. Parts that are not known (NaN) are left out.</summary>
    public static RateOfParts Check(double parent, ReadOnlySpan<double> parts)
    {
        double lowest = double.PositiveInfinity, highest = double.NegativeInfinity, sum = 0;
        int known = 0;
        foreach (double part in parts)
        {
            if (!double.IsFinite(part)) continue;
            (lowest, highest, sum, known) = (Math.Min(lowest, part), Math.Max(highest, part), sum + part, known + 1);
        }
        return new(Judge(parent, lowest, highest, sum, known), parent, lowest, highest, sum);
    }

    private static RateOfPartsVerdict Judge(double parent, double lowest, double highest, double sum, int known)
    {
        if (known < PartsNeeded || !double.IsFinite(parent)) return RateOfPartsVerdict.TooFewParts;
        double outside = Math.Max(parent - highest, lowest - parent);
        if (outside <= 0) return RateOfPartsVerdict.Plausible;
        if (Math.Abs(parent - sum) <= SumTolerance * Math.Abs(sum)) return RateOfPartsVerdict.SumOfParts;

        // Where all parts are alike their range says nothing of how far is far; half the nearest part then does.
        double far = Math.Max(highest - lowest, Math.Abs(parent > highest ? highest : lowest) / 2);
        return outside > far ? RateOfPartsVerdict.FarOutside : RateOfPartsVerdict.JustOutside;
    }

    private static string Shown(double value) => value.ToString("#,##0.##", CultureInfo.InvariantCulture);
}
