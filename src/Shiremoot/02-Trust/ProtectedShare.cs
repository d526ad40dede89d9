using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot.Trust;

/// <summary>
/// Part of a group as a share of it, with its interval. Both come from the protected counts and nothing else: a share or an interval of the raw
/// counts gives small numbers away however it is printed (docs/methods/disclosure.md, attacks A8 and A9).
/// </summary>
public readonly record struct ProtectedShare
{
    private ProtectedShare(ProtectedCount part, ProtectedCount whole, Interval? interval) => (Part, Whole, Interval) = (part, whole, interval);

    /// <summary>People with the attribute.</summary>
    public ProtectedCount Part { get; }

    /// <summary>People in the group.</summary>
    public ProtectedCount Whole { get; }

    /// <summary>From 0 to 1, or null if it is withheld: either count is withheld, or the whole is nought.</summary>
    public double? Value => Part.Shown is { } part && Whole.Shown is { } whole && whole > 0 ? (double)part / whole : null;

    /// <summary>The interval of the share, by the method it names; null where the share is.</summary>
    public Interval? Interval { get; }

    public bool IsWithheld => Value is null;

    /// <summary>The share of <paramref name="part"/> in <paramref name="whole"/>.</summary>
    /// <param name="part">People with the attribute, all of them in the whole.</param>
    /// <param name="whole">People in the group.</param>
    /// <param name="interval">Gives the interval of so many in so many, such as Wilson's. It is handed the shown counts.</param>
    /// <exception cref="ArgumentException">The part shows more people than the whole, so it cannot be part of it.</exception>
    public static ProtectedShare Of(ProtectedCount part, ProtectedCount whole, Func<long, long, Interval>? interval = null)
    {
        if (part.Shown > whole.Shown) throw new ArgumentException($"A part of {part.Shown} people is not within a whole of {whole.Shown}.", nameof(part));
        ProtectedShare share = new(part, whole, null);
        return share.IsWithheld || interval is null ? share : new(part, whole, interval(part.Shown!.Value, whole.Shown!.Value));
    }

    /// <summary>As a percentage to one decimal place, or the mark.</summary>
    public override string ToString() => Value is { } value ? value.ToString("P1", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal) : ProtectedCount.Mark;
}
