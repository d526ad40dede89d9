using System.Diagnostics.CodeAnalysis;

namespace Shiremoot.Terms;

/// <summary>A value, or the refusal that says why there is none. What a reader can act on is returned; what is our fault throws.</summary>
public readonly struct Outcome<T>
{
    private readonly T? value;
    private readonly Refusal? refusal;

    private Outcome(T? value, Refusal? refusal) => (this.value, this.refusal) = (value, refusal);

    public bool IsRefused => refusal is not null;

    /// <summary>The value. Throws if the outcome is a refusal: ask <see cref="Refused"/> first.</summary>
    public T Value => refusal is null ? value! : throw new InvalidOperationException($"Refused: {refusal}");

    /// <summary>True with the refusal, or false with the value.</summary>
    public bool Refused([NotNullWhen(true)] out Refusal? why, [NotNullWhen(false)] out T? value)
    {
        why = refusal;
        value = this.value;
        return refusal is not null;
    }

    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next) => refusal is null ? next(value!) : refusal;

    internal static Outcome<T> From(T value) => new(value, null);

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>Makes outcomes where the compiler cannot see the type (interfaces have no implicit conversion).</summary>
public static class Outcome
{
    public static Outcome<T> Of<T>(T value) => Outcome<T>.From(value);
}
