using Shiremoot.Terms;

namespace Shiremoot.Intake.Reading;

/// <summary>A run of bytes read once, front to back. What is wrong with the file ends it early and is said in <see cref="Fault"/>.</summary>
internal abstract class ByteSource : IDisposable
{
    /// <summary>Set when the bytes ended because something is wrong; null at an honest end.</summary>
    public Refusal? Fault { get; protected set; }

    /// <summary>Bytes of the file on disk used so far, for progress.</summary>
    public abstract long Used { get; }

    /// <summary>At least one byte, or 0 at the end.</summary>
    public abstract int Read(Span<byte> into);

    /// <summary>As many bytes as fit, fewer only at the end.</summary>
    public int Fill(Span<byte> into)
    {
        int filled = 0;
        while (filled < into.Length)
        {
            int read = Read(into[filled..]);
            if (read == 0) break;
            filled += read;
        }

        return filled;
    }

    public abstract void Dispose();
}
