namespace Shiremoot.Spine.Parts;

/// <summary>Each two letters that stand together, the beginning and the end of the value counting as one: SMITH is _S SM MI IT TH H_. Two values alike in most are spelt alike.</summary>
sealed class Bigrams : IValuePart
{
    private const byte Edge = (byte)'_';

    public void Add(ReadOnlySpan<byte> value, KeyList keys)
    {
        if (value.IsEmpty) return;
        byte before = Edge;
        foreach (byte letter in value)
        {
            keys.Add([before, letter]);
            before = letter;
        }
        keys.Add([before, Edge]);
    }
}
