using System.Text;
using Shiremoot.Terms;

namespace Shiremoot.Spine;

/// <summary>Sees that encoded records were all encoded with one key and in one way: others have nothing in common, and would be taken for other people.</summary>
static class EncodedAlike
{
    /// <summary>The refusal if they were not. Speaks only of models with a field of the kind 'encoding'.</summary>
    public static Refusal? Refuse(RecordTable table)
    {
        if (table.Columns.FirstOrDefault(c => c.Kind == "encoding") is not { } column) return null;
        if (column.Table.Count == 1 && column.Known == table.Count) return null;
        IEnumerable<string> marks = Enumerable.Range(0, table.Count).Select(r => (Source: table.SourceNames[table.Sources[r]], Mark: column.Of(r) is [var value, ..] ? Encoding.UTF8.GetString(column.Table[value]) : "no mark"))
            .Distinct().OrderBy(m => m.Source, StringComparer.Ordinal).Select(m => $"{m.Source}: {m.Mark}").Take(20);
        return Refusals.EncodedUnalike(column.Name, string.Join(", ", marks));
    }
}
