namespace Shiremoot.Terms;

/// <summary>A count of people as it is in the records. It has no public way out: only a protected value made from it can be shown.</summary>
public readonly record struct RawCount
{
    internal RawCount(long value) => Value = value;

    internal long Value { get; }

    public override string ToString() => "a raw count";
}
