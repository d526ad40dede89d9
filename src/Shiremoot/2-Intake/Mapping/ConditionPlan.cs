using System.Text;

namespace Shiremoot.Intake.Mapping;

/// <summary>A condition of the feed, ready to be tried on a row: the value's presence, or its place in a list.</summary>
sealed class ConditionPlan(FeedCondition condition, int column)
{
    private readonly byte[][] allowed = [.. condition.In.Select(Encoding.UTF8.GetBytes)];
    private readonly byte[][] refused = [.. condition.NotIn.Select(Encoding.UTF8.GetBytes)];

    public int Column => column;

    public bool Holds(ReadOnlySpan<Cell> row, RowScratch scratch)
    {
        ref readonly Cell cell = ref row[column];
        bool isPresent = cell.State == CellState.Present;
        if (condition.Present is { } wanted && wanted != isPresent) return false;
        if (allowed.Length > 0 && !(isPresent && Among(allowed, scratch.Text(cell)))) return false;
        return refused.Length == 0 || !isPresent || !Among(refused, scratch.Text(cell));
    }

    private static bool Among(byte[][] list, ReadOnlySpan<byte> text)
    {
        foreach (byte[] value in list)
            if (text.SequenceEqual(value)) return true;
        return false;
    }
}
