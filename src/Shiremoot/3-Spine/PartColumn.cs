namespace Shiremoot.Spine;

/// <summary>The keys of a part for every distinct value of a table, worked out once a value, not once a record. Equal parts have equal keys; 0 is none.</summary>
/// <param name="First">Where the keys of each value begin; empty if no value has more than one, and then Keys is by the number of the value.</param>
/// <param name="Keys">The keys.</param>
sealed record PartColumn(int[] First, uint[] Keys)
{
    /// <summary>The part; null for the whole value.</summary>
    public string? Name { get; init; }

    public bool IsSingle => First.Length == 0;

    public ReadOnlySpan<uint> Of(int value) => IsSingle ? (Keys[value] == 0 ? default : Keys.AsSpan(value, 1)) : Keys.AsSpan(First[value], First[value + 1] - First[value]);
}
