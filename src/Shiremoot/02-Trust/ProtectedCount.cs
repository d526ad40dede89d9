using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot.Trust;

/// <summary>
/// A count of people fit to be shown: rounded, exact under the rule none, or withheld. Only this room makes one, from a raw count and the
/// place's rules. Everything else that is shown of people is computed from these.
/// </summary>
public readonly record struct ProtectedCount
{
    /// <summary>Stands for a withheld number in tables, charts and files. There is one mark, so that it does not say why.</summary>
    public const string Mark = "c";

    private readonly bool standsAlone;

    private ProtectedCount(long? shown, DisclosureRules rules, bool standsAlone) => (Shown, Rules, this.standsAlone) = (shown, rules, standsAlone);

    /// <summary>The number of people to show, or null if it is withheld.</summary>
    public long? Shown { get; }

    /// <summary>The rules it was protected under; null only for a count never made, which is withheld.</summary>
    public DisclosureRules? Rules { get; }

    /// <summary>True if the number is not to be shown, being small or a way to a small one.</summary>
    public bool IsWithheld => Shown is null;

    /// <summary>A figure computed from the shown number alone, such as a cost; withheld if the count is.</summary>
    public Protected<T> Then<T>(Func<long, T> compute) where T : struct =>
        Shown is { } shown ? Protected<T>.Of(compute(shown), Rules!) : Protected<T>.Withheld(Rules);

    /// <summary>A figure computed from this and another shown number; withheld if either is.</summary>
    public Protected<T> With<T>(ProtectedCount other, Func<long, long, T> compute) where T : struct =>
        Shown is { } mine && other.Shown is { } its ? Protected<T>.Of(compute(mine, its), Rules!) : Protected<T>.Withheld(Rules ?? other.Rules);

    /// <summary>In words: 1,235, or "fewer than 5", or the mark where the count is withheld to protect another.</summary>
    public override string ToString() => Shown is { } shown
        ? shown.ToString("N0", CultureInfo.InvariantCulture)
        : standsAlone ? $"fewer than {Rules!.Threshold}" : Mark;

    internal static ProtectedCount Of(long shown, DisclosureRules rules) => new(shown, rules, standsAlone: true);

    internal static ProtectedCount Withheld(DisclosureRules rules, bool standsAlone) => new(null, rules, standsAlone);
}
