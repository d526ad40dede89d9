using System.Text;

namespace Shiremoot.Spine;

/// <summary>One record as it is typed in or sent alone, made ready to be looked for.</summary>
public static class RecordEntry
{
    /// <summary>A table of the one record.</summary>
    /// <param name="model">The model whose fields are read.</param>
    /// <param name="source">The source it is from.</param>
    /// <param name="id">Its own id.</param>
    /// <param name="values">Columns, as the model's fields are read from them, and values.</param>
    public static RecordTable Of(LinkModel model, string source, string id, IReadOnlyList<(string Column, string Value)> values)
    {
        RecordBuilding building = new(model);
        building.Begin(Encoding.UTF8.GetBytes(id), building.Source(source));
        for (int f = 0; f < model.Fields.Count; f++)
            foreach (string column in model.Fields[f].From)
                foreach ((string name, string value) in values)
                    if (string.Equals(name, column, StringComparison.OrdinalIgnoreCase)) building.Offer(f, Encoding.UTF8.GetBytes(value));
        return building.Finish(id).Value;
    }
}
