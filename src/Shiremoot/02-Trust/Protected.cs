using Shiremoot.Terms;

namespace Shiremoot.Trust;

/// <summary>A figure about people that was computed from protected counts only (a rate, a cost, a mean), or withheld because one of them was.</summary>
public readonly record struct Protected<T> where T : struct
{
    private Protected(T? shown, DisclosureRules? rules) => (Shown, Rules) = (shown, rules);

    /// <summary>The figure to show, or null if it is withheld.</summary>
    public T? Shown { get; }

    /// <summary>The rules its counts were protected under.</summary>
    public DisclosureRules? Rules { get; }

    public bool IsWithheld => Shown is null;

    /// <summary>A further figure computed from the shown one alone.</summary>
    public Protected<TNext> Then<TNext>(Func<T, TNext> compute) where TNext : struct =>
        Shown is { } shown ? Protected<TNext>.Of(compute(shown), Rules!) : Protected<TNext>.Withheld(Rules);

    public override string ToString() => Shown is { } shown ? $"{shown}" : ProtectedCount.Mark;

    internal static Protected<T> Of(T shown, DisclosureRules rules) => new(shown, rules);

    internal static Protected<T> Withheld(DisclosureRules? rules) => new(null, rules);
}
