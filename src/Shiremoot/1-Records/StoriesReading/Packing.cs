using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Shiremoot.Records.StoriesReading;

/// <summary>How the numbers of a column stand in a snapshot.</summary>
/// <param name="At">Where they begin in the file.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Width">Bytes for each: 1, 2 or 4 for whole numbers, 8 for others.</param>
/// <param name="Least">The least number there is: what is kept is the difference from it and one, and nought where none is known.</param>
sealed record Packed(long At, int Count, int Width, long Least);

/// <summary>Writes columns with as few bytes a value as hold it. Bytes stand in the order of all machines this runs on: least first.</summary>
sealed class Packing(Stream stream)
{
    private const int AtOnce = 64 * 1024;
    private const long MostOfByte = 254, MostOfShort = 65_534, MostOfInt = int.MaxValue;

    public Packed Write(Cells<int> cells, int missing)
    {
        long least = long.MaxValue, most = long.MinValue;
        Each(cells, some =>
        {
            foreach (int value in some)
            {
                if (value == missing) continue;
                least = Math.Min(least, value);
                most = Math.Max(most, value);
            }
        });
        if (least > most) least = most = 0;
        return Whole<int>(cells.Count, least, most, write => Each(cells, some => write(some, value => value == missing ? 0 : value - least + 1)));
    }

    /// <summary>Numbers that are whole take as few bytes as whole numbers do.</summary>
    public Packed Write(Cells<double> cells)
    {
        bool areWhole = true;
        double least = double.MaxValue, most = double.MinValue;
        Each(cells, some =>
        {
            foreach (double value in some)
            {
                if (double.IsNaN(value)) continue;
                areWhole &= Math.Floor(value) == value && !(value == 0 && double.IsNegative(value));
                least = Math.Min(least, value);
                most = Math.Max(most, value);
            }
        });
        if (least > most) least = most = 0;
        if (areWhole && Math.Abs(least) < MostOfInt && most - least < MostOfInt)
            return Whole<double>(cells.Count, (long)least, (long)most, write => Each(cells, some => write(some, value => double.IsNaN(value) ? 0 : (long)value - (long)least + 1)));
        Align();
        Packed made = new(stream.Position, cells.Count, sizeof(double), 0);
        Each(cells, some => stream.Write(MemoryMarshal.AsBytes(some)));
        return made;
    }

    /// <summary>The words of a column: their lengths, and all of them one after another.</summary>
    public (Packed Lengths, long At) Write(string[] words)
    {
        byte[][] texts = [.. words.Select(System.Text.Encoding.UTF8.GetBytes)];
        Packed lengths = Write(new ArrayCells<int>([.. texts.Select(t => t.Length)]), missing: -1);
        long at = stream.Position;
        foreach (byte[] text in texts) stream.Write(text);
        return (lengths, at);
    }

    private Packed Whole<T>(int count, long least, long most, Action<Writing<T>> each)
    {
        int width = most - least <= MostOfByte ? 1 : most - least <= MostOfShort ? 2 : 4;
        Align();
        Packed made = new(stream.Position, count, width, least);
        byte[] bytes = new byte[AtOnce * width];
        each((some, of) =>
        {
            for (int i = 0; i < some.Length; i++)
            {
                long kept = of(some[i]);
                if (width == 1) bytes[i] = (byte)kept;
                else if (width == 2) BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(i * 2), (ushort)kept);
                else BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * 4), (uint)kept);
            }
            stream.Write(bytes, 0, some.Length * width);
        });
        return made;
    }

    private static void Each<T>(Cells<T> cells, Block<T> work)
    {
        T[] some = ArrayPool<T>.Shared.Rent(AtOnce);
        for (int from = 0; from < cells.Count; from += AtOnce)
        {
            Span<T> read = some.AsSpan(0, Math.Min(AtOnce, cells.Count - from));
            cells.Read(from, read);
            work(read);
        }
        ArrayPool<T>.Shared.Return(some);
    }

    private void Align()
    {
        while (stream.Position % sizeof(double) != 0) stream.WriteByte(0);
    }

    private delegate void Block<T>(ReadOnlySpan<T> some);

    private delegate void Writing<T>(ReadOnlySpan<T> some, Func<T, long> kept);
}
