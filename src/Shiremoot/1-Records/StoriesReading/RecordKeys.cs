namespace Shiremoot.Records.StoriesReading;

/// <summary>Gives each agency and reference a number, from 0 in order of first meeting.</summary>
sealed class RecordKeys
{
    private readonly WordTable table = new();
    private byte[] key = new byte[128];

    public int Count => table.Count;

    public int Number(ReadOnlySpan<byte> agency, ReadOnlySpan<byte> reference) => table.Code(Key(agency, reference));

    /// <summary>The number; -1 if these were never met.</summary>
    public int Find(ReadOnlySpan<byte> agency, ReadOnlySpan<byte> reference) => table.Find(Key(agency, reference));

    // The length stands between the two, so that no other pair has the same bytes.
    private ReadOnlySpan<byte> Key(ReadOnlySpan<byte> agency, ReadOnlySpan<byte> reference)
    {
        int length = agency.Length + reference.Length + 2;
        if (key.Length < length) key = new byte[length * 2];
        agency.CopyTo(key);
        key[agency.Length] = (byte)(agency.Length & 0xFF);
        key[agency.Length + 1] = (byte)((agency.Length >> 8) & 0xFF);
        reference.CopyTo(key.AsSpan(agency.Length + 2));
        return key.AsSpan(0, length);
    }
}
