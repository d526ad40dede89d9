using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Shiremoot.Records.StoriesReading;

/// <summary>A file mapped into memory: the system reads the pages that are asked for, and keeps or drops them as it sees fit.</summary>
sealed class Mapped : IDisposable
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly SafeMemoryMappedViewHandle bytes;

    public Mapped(FileStream stream)
    {
        Length = stream.Length;
        file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        bytes = view.SafeMemoryMappedViewHandle;
    }

    public long Length { get; }

    public void Read<T>(long at, Span<T> into)
        where T : struct => bytes.ReadSpan((ulong)at, into);

    public void Dispose()
    {
        view.Dispose();
        file.Dispose();
    }
}

/// <summary>Whole numbers of a mapped column.</summary>
sealed class MappedWhole(Mapped file, Packed packed, int missing) : Cells<int>
{
    private readonly int shift = unchecked((int)(packed.Least - 1));

    public override int Count => packed.Count;

    public override void Read(int from, Span<int> into)
    {
        // The narrow numbers are put at the end of the room there is, and widened from its beginning: one never reaches the other.
        Span<byte> room = MemoryMarshal.AsBytes(into);
        if (packed.Width == 4)
        {
            file.Read(packed.At + (from * 4L), into);
            for (int i = 0; i < into.Length; i++) into[i] = into[i] == 0 ? missing : unchecked(into[i] + shift);
        }
        else if (packed.Width == 2)
        {
            Span<ushort> narrow = MemoryMarshal.Cast<byte, ushort>(room[(into.Length * 2)..]);
            file.Read(packed.At + (from * 2L), narrow);
            for (int i = 0; i < into.Length; i++) into[i] = narrow[i] == 0 ? missing : unchecked(narrow[i] + shift);
        }
        else
        {
            Span<byte> narrow = room[(into.Length * 3)..];
            file.Read(packed.At + from, narrow);
            for (int i = 0; i < into.Length; i++) into[i] = narrow[i] == 0 ? missing : unchecked(narrow[i] + shift);
        }
    }
}

/// <summary>Numbers of a mapped column.</summary>
sealed class MappedNumbers(Mapped file, Packed packed) : Cells<double>
{
    private const int Missing = int.MinValue;
    private readonly MappedWhole whole = new(file, packed, Missing);

    public override int Count => packed.Count;

    public override void Read(int from, Span<double> into)
    {
        if (packed.Width == sizeof(double))
        {
            file.Read(packed.At + ((long)from * sizeof(double)), into);
            return;
        }
        Span<int> some = MemoryMarshal.Cast<double, int>(into)[into.Length..];
        whole.Read(from, some);
        for (int i = 0; i < into.Length; i++) into[i] = some[i] == Missing ? double.NaN : some[i];
    }
}
