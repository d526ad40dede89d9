namespace Shiremoot.Records;

/// <summary>The values of a column, one for each row, read a stretch at a time: from an array, or from a file that is mapped and not read in whole.</summary>
abstract class Cells<T>
{
    private T[]? all;

    public abstract int Count { get; }

    /// <summary>Copies the values from a row on, as many as there is room for.</summary>
    public abstract void Read(int from, Span<T> into);

    /// <summary>All values, read once and kept. For what cannot be done a stretch at a time.</summary>
    public virtual T[] All()
    {
        if (all is not null) return all;
        T[] read = new T[Count];
        Read(0, read);
        return all = read;
    }

    /// <summary>The values from a row on.</summary>
    public T[] Read(int from, int count)
    {
        T[] read = new T[count];
        Read(from, read);
        return read;
    }
}

/// <summary>Values in an array.</summary>
sealed class ArrayCells<T>(T[] values) : Cells<T>
{
    public override int Count => values.Length;

    public override void Read(int from, Span<T> into) => values.AsSpan(from, into.Length).CopyTo(into);

    public override T[] All() => values;
}
