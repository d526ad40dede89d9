using Shiremoot.Spine.Blocking;
using Shiremoot.Spine.Parts;

namespace Shiremoot.Spine;

/// <summary>The parts of a table's values that a model names, each worked out once, and the blocking rules made of them.</summary>
sealed class TableParts(RecordTable table)
{
    private readonly Dictionary<(string, string?), PartColumn> parts = [];

    public PartColumn Of(RecordColumn column, string? name)
    {
        if (!parts.TryGetValue((column.Name, name), out PartColumn? part)) parts[(column.Name, name)] = part = ValueParts.Column(column.Table, name);
        return part;
    }

    public RuleParts[] Rules(LinkModel model) =>
        [.. Enumerable.Range(0, model.Blocks.Count).Select(n => Rule(model, n))];

    public RuleParts Rule(LinkModel model, int rule) =>
        new(rule, [.. model.Blocks[rule].Parts.Select(p => (new FieldCells(table.Rows, table[p.Field]), Of(table[p.Field], p.Part)))], table.OrderedBy);
}
