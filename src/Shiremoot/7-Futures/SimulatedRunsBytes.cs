using System.IO.Hashing;
using System.Text;

namespace Shiremoot.Futures;

/// <summary>Runs as bytes and back, to the last bit of every figure; and the runs of slices put together as if they had been made at once.</summary>
public static class SimulatedRunsBytes
{
    private const uint Mark = 0x32525353; // SSR2
    private static readonly SimulatedFigure[] Figures = Enum.GetValues<SimulatedFigure>();

    /// <summary>Writes runs. The same runs give the same bytes.</summary>
    /// <param name="runs">The runs.</param>
    public static byte[] Write(SimulatedRuns runs)
    {
        using MemoryStream whole = new();
        using (BinaryWriter writer = new(whole, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Mark);
            foreach (IReadOnlyList<string> names in Names(runs))
            {
                writer.Write(names.Count);
                foreach (string name in names) writer.Write(name);
            }
            writer.Write(runs.PeriodDays.Count);
            foreach (double days in runs.PeriodDays) writer.Write(days);
            writer.Write(runs.Runs);
            writer.Write(runs.Moves);
            writer.Write(runs.BytesPerPerson);
            foreach (SimulatedFigure figure in Figures)
                foreach (double value in runs.All(figure)) writer.Write(value);
        }
        whole.Write(XxHash64.Hash(whole.GetBuffer().AsSpan(0, (int)whole.Length)));
        return whole.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote; null if it is not whole.</summary>
    /// <param name="bytes">The bytes.</param>
    public static SimulatedRuns? Read(byte[] bytes)
    {
        const int Hash = sizeof(ulong);
        if (bytes.Length < Hash || !XxHash64.Hash(bytes.AsSpan(..^Hash)).AsSpan().SequenceEqual(bytes.AsSpan(^Hash..))) return null;
        using BinaryReader reader = new(new MemoryStream(bytes, 0, bytes.Length - Hash), Encoding.UTF8);
        if (reader.ReadUInt32() != Mark) return null;
        string[][] names = [.. Enumerable.Range(0, 5).Select(_ => Many(reader, r => r.ReadString()))];
        double[] periods = Many(reader, r => r.ReadDouble());
        SimulatedRuns runs = new(names[0], names[1], names[2], names[3], names[4], periods, reader.ReadInt32()) { Moves = reader.ReadInt64(), BytesPerPerson = reader.ReadDouble() };
        foreach (SimulatedFigure figure in Figures)
            foreach (ref double value in runs.All(figure)) value = reader.ReadDouble();
        return runs;
    }

    /// <summary>Puts slices together.</summary>
    /// <param name="slices">The slices of one simulation in the order of their runs, one at least.</param>
    public static SimulatedRuns Join(IReadOnlyList<SimulatedRuns> slices)
    {
        SimulatedRuns first = slices[0];
        SimulatedRuns whole = new(first.Stages, first.Services, first.Spans, first.Lines, first.Groups, first.PeriodDays, slices.Sum(s => s.Runs)) { Moves = slices.Sum(s => s.Moves), BytesPerPerson = first.BytesPerPerson };
        foreach (SimulatedFigure figure in Figures)
        {
            Span<double> into = whole.All(figure);
            foreach (SimulatedRuns slice in slices)
            {
                if (!IsOfOneKind(first, slice)) throw new ArgumentException("The slices are not of one simulation.", nameof(slices));
                slice.All(figure).CopyTo(into);
                into = into[slice.All(figure).Length..];
            }
        }
        return whole;
    }

    private static bool IsOfOneKind(SimulatedRuns a, SimulatedRuns b) =>
        Names(a).Zip(Names(b)).All(n => n.First.SequenceEqual(n.Second)) && a.PeriodDays.SequenceEqual(b.PeriodDays);

    private static IReadOnlyList<string>[] Names(SimulatedRuns runs) => [runs.Stages, runs.Services, runs.Spans, runs.Lines, runs.Groups];

    private static T[] Many<T>(BinaryReader reader, Func<BinaryReader, T> one) => [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => one(reader))];
}
