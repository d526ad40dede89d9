using Shiremoot.Intake;
using Shiremoot.Terms;

namespace Shiremoot.Spine;

/// <summary>Finds records of one source with one id. What is found of them could be said of neither, for a cluster, a pair and a pseudonym name a record by its source and id.</summary>
public static class RepeatedIds
{
    /// <summary>Refuses records with an id that another of the same source has; names the lines of the first two, and no id.</summary>
    /// <param name="table">The records.</param>
    /// <param name="paths">The files they were read from.</param>
    /// <param name="model">The model they were read by.</param>
    public static Refusal? Refuse(RecordTable table, IReadOnlyList<string> paths, LinkModel model)
    {
        if (table.Repeated() is not { } twice) return null;
        (string first, string again) = (Place(paths, twice.First), Place(paths, twice.Again));
        return model.IdColumn is { } column
            ? Refusals.IdTwice(first, again, column, twice.IsEmpty, twice.Rows)
            : Refusals.RowNumberTwice(first, again, model.SourceColumn);
    }

    // The file and line of a row, read again: lines are not kept, for hardly anyone asks.
    private static string Place(IReadOnlyList<string> paths, int row)
    {
        long passed = 0;
        foreach (string path in paths)
        {
            if (TableReading.OpenAlone(path).Refused(out _, out TableReader? reader)) break;
            using (reader)
            {
                for (; reader.Read(); passed++)
                    if (passed == row) return $"line {reader.Line:N0} of {Path.GetFileName(path)}";
            }
        }
        return $"row {row + 1:N0}";
    }
}

/// <summary>Records with an id that another of their source has.</summary>
/// <param name="First">The row of the first that is met again, from 0 over all files.</param>
/// <param name="Again">The row where it is.</param>
/// <param name="IsEmpty">The id is empty.</param>
/// <param name="Rows">How many rows have an id that one before them has.</param>
readonly record struct IdTwice(int First, int Again, bool IsEmpty, long Rows);
