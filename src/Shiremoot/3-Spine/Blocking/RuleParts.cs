using System.Numerics;

namespace Shiremoot.Spine.Blocking;

/// <summary>A rule's fields with the keys of their parts: from a record's row it makes a key for each way in which the record has all of the parts.</summary>
sealed class RuleParts
{
    public const int MostKeys = 64;
    private readonly (FieldCells Field, PartColumn Part)[] parts;
    private readonly uint seed;

    /// <param name="rule">The rule's number: keys of two rules are not the same.</param>
    /// <param name="parts">The fields and the keys of their parts.</param>
    /// <param name="orderedBy">The field by a hash of which the records stand, if there is one.</param>
    public RuleParts(int rule, IReadOnlyList<(FieldCells Field, PartColumn Part)> parts, RecordColumn? orderedBy = null)
    {
        this.parts = [.. parts];
        seed = Mixed(1, (uint)rule);
        OrderedBy = parts.Any(p => p.Part.Name is null && p.Field.Column == orderedBy) ? orderedBy : null;
        IsSingle = parts.All(p => !p.Field.Column.IsList && p.Part.IsSingle);
    }

    /// <summary>It asks for nothing: all records are in its one block.</summary>
    public bool IsEveryPair => parts.Length == 0;

    /// <summary>No record has more than one key.</summary>
    public bool IsSingle { get; }

    /// <summary>The field by a hash of which the records stand, if the rule asks for the whole of it: then all records with a key stand together with others of that hash.</summary>
    public RecordColumn? OrderedBy { get; }

    /// <summary>The only key of a row; 0 for none.</summary>
    public uint One(ReadOnlySpan<int> row)
    {
        uint key = seed;
        foreach ((FieldCells field, PartColumn part) in parts)
        {
            uint own = part.Keys[row[field.Field]];
            if (own == 0) return 0;
            key = Mixed(key, own);
        }
        return key;
    }

    /// <summary>Writes the keys of a row, each once; gives how many.</summary>
    /// <param name="row">The row.</param>
    /// <param name="keys">Room for <see cref="MostKeys"/> keys.</param>
    /// <param name="scratch">As much room.</param>
    public int All(ReadOnlySpan<int> row, Span<uint> keys, Span<uint> scratch)
    {
        foreach ((FieldCells field, _) in parts)
            if (!field.Has(row)) return 0;
        keys[0] = seed;
        int count = 1;
        foreach ((FieldCells field, PartColumn part) in parts)
        {
            int made = 0;
            foreach (int value in field.Of(row))
                foreach (uint key in part.Of(value))
                    for (int n = 0; n < count && made < MostKeys; n++)
                        if (Mixed(keys[n], key) is var mixed && !scratch[..made].Contains(mixed)) scratch[made++] = mixed;
            scratch[..made].CopyTo(keys);
            count = made;
            if (count == 0) break;
        }
        return count;
    }

    private static uint Mixed(uint before, uint key)
    {
        unchecked
        {
            uint mixed = (BitOperations.RotateLeft(before, 7) ^ key) * 0x9E3779B1u;
            mixed ^= mixed >> 15;
            return mixed == 0 ? 1 : mixed;
        }
    }
}
