namespace Shiremoot.Intake.Reading;

/// <summary>The fields of a row one after the other in one buffer, and the same as a line of CSV.</summary>
internal sealed class RowBytes
{
    private readonly List<int> ends = [];
    private byte[] fields = new byte[4096];
    private byte[] csv = new byte[4096];
    private int csvLength;

    public int Count => ends.Count;

    public int Bytes => ends.Count == 0 ? 0 : ends[^1];

    public ReadOnlySpan<byte> AsCsv => csv.AsSpan(0, csvLength);

    public ReadOnlySpan<byte> this[int index] => index >= ends.Count ? default : fields.AsSpan(index == 0 ? 0 : ends[index - 1], ends[index] - (index == 0 ? 0 : ends[index - 1]));

    public void Clear()
    {
        ends.Clear();
        csvLength = 0;
    }

    /// <summary>Adds a field in its column; columns left out become empty.</summary>
    public void Put(int column, ReadOnlySpan<byte> text)
    {
        PadTo(column);
        int start = Bytes;
        if (fields.Length < start + text.Length) Array.Resize(ref fields, Math.Max(fields.Length * 2, start + text.Length));
        text.CopyTo(fields.AsSpan(start));
        ends.Add(start + text.Length);
    }

    public void PadTo(int count)
    {
        int end = Bytes;
        while (ends.Count < count) ends.Add(end);
    }

    /// <summary>Writes the line of CSV: quoted where it must be, quotes doubled.</summary>
    public void EndCsv()
    {
        int most = (Bytes * 2) + (Count * 3);
        if (csv.Length < most) csv = new byte[Math.Max(csv.Length * 2, most)];
        int at = 0;
        for (int i = 0; i < Count; i++)
        {
            if (i > 0) csv[at++] = (byte)',';
            ReadOnlySpan<byte> field = this[i];
            if (field.IndexOfAny(",\"\r\n"u8) < 0)
            {
                field.CopyTo(csv.AsSpan(at));
                at += field.Length;
                continue;
            }

            csv[at++] = (byte)'"';
            foreach (byte b in field)
            {
                if (b == '"') csv[at++] = b;
                csv[at++] = b;
            }

            csv[at++] = (byte)'"';
        }

        csvLength = at;
    }
}
