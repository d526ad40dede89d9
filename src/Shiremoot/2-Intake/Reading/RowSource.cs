using Shiremoot.Terms;

namespace Shiremoot.Intake.Reading;

/// <summary>The rows of a table, whatever it came in. The header is the first of them.</summary>
internal abstract class RowSource : IDisposable
{
    private (int Fields, RowFault Fault) ragged = (-1, default);

    /// <summary>How many fields a row must have; below 0 while the header is read.</summary>
    public int Expected { get; set; } = -1;

    /// <summary>The line (row of the sheet) the row begins on.</summary>
    public long Line { get; protected set; }

    public int FieldCount { get; protected set; }

    /// <summary>What is wrong with the row, if anything.</summary>
    public RowFault? RowFault { get; protected set; }

    /// <summary>What is wrong with the file, once <see cref="Read"/> has returned false.</summary>
    public Refusal? Fault { get; protected set; }

    /// <summary>Whether the row could be the last, and so a trailer.</summary>
    public virtual bool MightBeLast => true;

    /// <summary>At the end: the last row has no line break after it.</summary>
    public virtual bool EndsWithinLine => false;

    /// <summary>SHA-256 of the table, once it has been read to its end.</summary>
    public abstract string? Hash { get; }

    /// <summary>Bytes of the file on disk used so far.</summary>
    public abstract long Used { get; }

    /// <summary>The row as UTF-8, as it came or as CSV.</summary>
    public abstract ReadOnlySpan<byte> Raw { get; }

    public abstract bool Read();

    public abstract ReadOnlySpan<byte> Field(int index);

    public abstract void Dispose();

    /// <summary>The fault of a row with the wrong number of fields. Such rows come in thousands with the same number, so the last is kept.</summary>
    protected RowFault Ragged(int fields)
    {
        if (ragged.Fields != fields) ragged = (fields, RowFaults.Ragged(fields, Expected, Line));
        return ragged.Fault with { Line = Line };
    }
}
