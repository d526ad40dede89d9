using System.Text;
using Shiremoot.Spine;

namespace Shiremoot.Tests.Spine.Blocking;

/// <summary>The pairs that rules bring together, found by looking at every pair and every text.</summary>
static class PlainBlocks
{
    public static IEnumerable<(int, int)> Pairs(LinkModel model, RecordTable table)
    {
        int[] records = [.. Enumerable.Range(0, table.Count)];
        HashSet<string>[][] keys = [.. model.Blocks.Select(rule => records.Select(r => Keys(rule, table, r)).ToArray())];
        HashSet<(int, int)> made = [];
        HashSet<int> overlarge = [];
        foreach (HashSet<string>[] rule in keys)
            foreach (string key in rule.SelectMany(k => k).Distinct())
            {
                int[] block = [.. records.Where(r => rule[r].Contains(key))];
                if (block.Length > 1 && block.Length > model.MostInBlock) overlarge.UnionWith(block);
                else made.UnionWith(from a in block from b in block where a < b && MayMeet(a, b) select (a, b));
            }
        // Of blocks too large, records alike in every field, each with the next such, unless they met already.
        foreach (IGrouping<string, int> alike in overlarge.Order().GroupBy(r => string.Join('|', table.Columns.Select(c => string.Join(';', Values(table, c, r))))))
            made.UnionWith(alike.Zip(alike.Skip(1)).Where(p => MayMeet(p.First, p.Second)));
        return made;

        bool MayMeet(int a, int b) => table.Sources[a] != table.Sources[b] || !model.HasNoDuplicates(table.SourceNames[table.Sources[a]]);
    }

    private static HashSet<string> Keys(BlockRule rule, RecordTable table, int record)
    {
        IEnumerable<string> keys = [""];
        foreach (FieldPart part in rule.Parts)
        {
            string[] own = [.. Values(table, table[part.Field], record).SelectMany(v => Part(part.Part, v))];
            keys = [.. keys.SelectMany(k => own.Select(o => $"{k}|{o}"))];
        }
        return [.. keys];
    }

    private static IEnumerable<string> Values(RecordTable table, RecordColumn column, int record)
    {
        List<string> values = [];
        foreach (int value in column.Of(record)) values.Add(Encoding.UTF8.GetString(column.Table[value]));
        return values;
    }

    private static IEnumerable<string> Part(string? part, string value) => part switch
    {
        null => [value],
        "first" => [value[..1]],
        "first2" => [value[..Math.Min(2, value.Length)]],
        "year" => [value[..4]],
        "two" => [value[..6], value[4..], value[..4] + "-" + value[6..]],
        "deletes" => [value, .. value.Length < 4 ? [] : Enumerable.Range(0, value.Length).Select(at => value.Remove(at, 1))],
        _ => throw new NotSupportedException(part),
    };
}
